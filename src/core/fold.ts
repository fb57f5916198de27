/**
 * Which code units are letters, and what each letter folds to: small, without diacritics.
 * Tables for Latin, rules for the rest, so that nothing is normalised and no string is made for a text.
 */

/** What folds to nothing: spaces, punctuation, symbols, emoji. */
export const NO_LETTER = 0;
/** A combining mark: part of a word, and folded away. */
export const MARK = 0xffff;

/** The folded code unit, `NO_LETTER` or `MARK`. */
export function foldOf(code: number): number {
  if (code < FOLDED) return foldTable[code] as number;
  if (code < 0x370) return code >= 0x300 ? MARK : code;
  // Greek and Cyrillic capitals.
  if (code >= 0x391 && code <= 0x3a9) return code + 0x20;
  if (code >= 0x410 && code <= 0x42f) return code + 0x20;
  if (code < 0x2000) return code;
  // Punctuation, symbols, arrows, emoji and what joins them. CJK punctuation and full-width signs too.
  if (code < 0x2c00 || (code >= 0x2e00 && code <= 0x2e7f) || (code >= 0x3000 && code <= 0x303f)) return NO_LETTER;
  if (code >= 0xd800 && code <= 0xf8ff) return NO_LETTER;
  if (code >= 0xfe00 && code <= 0xfe4f) return code <= 0xfe0f ? MARK : NO_LETTER;
  if (code >= 0xff00 && code <= 0xff0f) return NO_LETTER;
  return code === 0xfeff || code >= 0xfff0 ? NO_LETTER : code;
}

/** What a letter is spelled out to: `æ` → `ae`, a Greek letter alone → its name; `undefined` for every other letter. */
export function spellingOf(text: string, at: number, from: number, to: number): string | undefined {
  const code = text.charCodeAt(at);
  return PAIRS.get(code) ?? greekName(text, at, from, to);
}

/** Whether the code unit belongs in a word. Behind the end of a text the code is NaN, which is no word's either. */
export function isWordCode(code: number): boolean {
  return code >= 0x30 && foldOf(code) !== NO_LETTER;
}

export function isUpper(code: number): boolean {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  return (code >= 0xc0 && code <= 0xde && code !== 0xd7) || (code >= 0x391 && code <= 0x3a9) || (code >= 0x410 && code <= 0x42f);
}

export function isLower(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0xff && code !== 0xf7);
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x3000
  );
}

/** Code units below here fold by table; the table is 1.2 kB. */
const FOLDED = 0x250;
const foldTable = makeFoldTable();

/** The same for ASCII alone: letters and digits fold to themselves or their small letter, everything else to 0. */
export const ASCII_FOLDED: Uint8Array = Uint8Array.from(foldTable.subarray(0, 0x80));

function makeFoldTable(): Uint16Array {
  const table = new Uint16Array(FOLDED);
  const strokes: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ı: 'i', ħ: 'h', ð: 'd', ŧ: 't' };
  for (let code = 0x30; code < FOLDED; code += 1) {
    const character = String.fromCharCode(code);
    if (!/[\p{L}\p{N}]/u.test(character)) continue;
    const base = character.normalize('NFKD').toLowerCase();
    const plain = strokes[base[0] as string] ?? (base[0] as string);
    table[code] = plain.charCodeAt(0);
  }
  return table;
}

/** Letters that fold to two. */
const PAIRS: ReadonlyMap<number, string> = new Map([
  [0xdf, 'ss'],
  [0xe6, 'ae'],
  [0xc6, 'ae'],
  [0x153, 'oe'],
  [0x152, 'oe'],
  [0xfe, 'th'],
  [0xde, 'th'],
]);

const GREEK = (
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi ' +
  'omega'
).split(' ');

/** A Greek letter that does not stand beside another is read by its name: `α-synuclein`, `TNFα`. */
function greekName(text: string, at: number, from: number, to: number): string | undefined {
  const code = foldOf(text.charCodeAt(at));
  if (code < 0x3b1 || code > 0x3c9) return undefined;
  if (at > from && isGreek(text.charCodeAt(at - 1))) return undefined;
  if (at + 1 < to && isGreek(text.charCodeAt(at + 1))) return undefined;
  return GREEK[code - 0x3b1];
}

function isGreek(code: number): boolean {
  return code >= 0x370 && code < 0x400;
}
