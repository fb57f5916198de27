/**
 * The one definition of a word.
 *
 * One pass over a text folds case and diacritics, splits words, takes a light stem and leaves two hashes a word in
 * typed arrays; no string is made. Names of the list go through the same pass when the index is built, so a name and
 * a text agree on what a word is by construction.
 *
 *     "My Crohn’s flares; #EhlersDanlos"   →   my · crohn · flare | ehler · danlo
 *
 * - `crohn’s`, `crohns` and `crohn` are one word; so are `naïve` and `naive`, `α` and `alpha`.
 * - A hashtag is cut at its capitals: `#Type1Diabetes` is type · 1 · diabetes. One without capitals stays whole.
 * - An abbreviation of up to five capitals is not stemmed: `AIDS` is not `aid`.
 * - Addresses (`https://…`, `www.…`, `host.tld/…`) and handles (`@name`) are no words.
 * - `BREAK` marks the first word after the end of a sentence or a line: no name crosses it.
 */
export interface Words {
  readonly count: number;
  /** UTF-16 offsets of each word in the text. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Two independent hashes of the folded, stemmed word. */
  readonly hashA: Int32Array;
  readonly hashB: Int32Array;
  /** How many folded code units the stemmed word has. */
  readonly length: Uint8Array;
  /** `CAPITALS`, `CAPITAL`, `HASHTAG`, `BREAK`, `DIGITS`, combined. */
  readonly flags: Uint8Array;
}

/** Every letter is a capital, and there are two or more. */
export const CAPITALS = 1;
/** The first letter is a capital. */
export const CAPITAL = 2;
/** The word stands in a hashtag. */
export const HASHTAG = 4;
/** A sentence or a line ended before the word. */
export const BREAK = 8;
/** The word has letters and digits. */
export const DIGITS = 16;

/** The words of a text. The arrays are the caller's own. */
export function wordsOf(text: string): Words {
  return wordReader(16 + (text.length >> 2))(text);
}

/** A function that reads texts one after another into the same arrays: what it returns holds until it is called again. */
export function wordReader(room = 256): (text: string) => Words {
  const words = new WordArrays(room);
  return (text) => {
    words.count = 0;
    readWords(text, words);
    return words;
  };
}

function readWords(text: string, words: WordArrays): void {
  const length = text.length;
  let at = 0;
  let breaks = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code === SPACE) at += 1;
    else if (isWordCode(code)) {
      const end = readWord(text, at, length);
      const skipped = isAddressSign(text.charCodeAt(end)) ? addressEnd(text, at) : at;
      if (skipped > at) at = skipped;
      else {
        words.add(at, end, breaks);
        breaks = 0;
        at = end;
      }
    } else if (code === HASH && isWordCode(text.charCodeAt(at + 1))) {
      at = readHashtag(text, at + 1, breaks, words);
      breaks = 0;
    } else if (code === AT && isWordCode(text.charCodeAt(at + 1))) {
      at = runEnd(text, at + 1);
    } else {
      if (isSentenceEnd(text, at, code)) breaks = BREAK;
      at += 1;
    }
  }
}

/** The folded text of one word as it is hashed: for tests and for reports of the data build. */
export function foldedWord(word: string): string {
  readWord(word, 0, word.length);
  return String.fromCharCode(...letters.subarray(0, stem(size)));
}

// ---- reading ---------------------------------------------------------------------------------------------------

const SPACE = 0x20;
const HASH = 0x23;
const AT = 0x40;
const APOSTROPHE = 0x27;
const RIGHT_QUOTE = 0x2019;
const LOWER_S = 0x73;
const UNDERSCORE = 0x5f;

/** Longer runs are no words: they are cut off there. A letter can fold to up to seven (`ε` → `epsilon`). */
const LONGEST_WORD = 64;

// The word being read: its folded letters, and how it is written. One word at a time, so nothing is allocated for it.
const letters = new Uint16Array(LONGEST_WORD + 8);
let size = 0;
let upper = 0;
let lower = 0;
let digits = 0;
let startsUpper = false;

/** Reads the word that begins at `from` into the variables above; its end in the text, possessive and all. */
function readWord(text: string, from: number, limit: number): number {
  size = 0;
  upper = 0;
  lower = 0;
  digits = 0;
  startsUpper = isUpper(text.charCodeAt(from));
  for (let at = from; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      const folded = foldTable[code] as number;
      if (folded === NO_LETTER) {
        if (code !== APOSTROPHE || !isWordCode(text.charCodeAt(at + 1))) return at;
        if (isPossessive(text, at)) return at + 2;
        continue;
      }
      if (code >= 0x61) lower += 1;
      else if (code >= 0x41) upper += 1;
      else digits += 1;
      if (size < LONGEST_WORD) letters[size++] = folded;
    } else if (code === RIGHT_QUOTE && isWordCode(text.charCodeAt(at + 1))) {
      if (isPossessive(text, at)) return at + 2;
    } else if (foldOf(code) === NO_LETTER) return at;
    else readBeyondAscii(text, code, at, from, limit);
  }
  return limit;
}

function readBeyondAscii(text: string, code: number, at: number, from: number, limit: number): void {
  if (isUpper(code)) upper += 1;
  else lower += 1;
  if (size >= LONGEST_WORD) return;
  const spelled = PAIRS.get(code) ?? greekName(text, at, from, limit);
  if (spelled !== undefined) {
    for (let index = 0; index < spelled.length; index += 1) letters[size++] = spelled.charCodeAt(index);
    return;
  }
  const folded = foldOf(code);
  if (folded !== MARK) letters[size++] = folded;
}

/** Whether the apostrophe at `at` is followed by one `s` that ends the word. */
function isPossessive(text: string, at: number): boolean {
  return (text.charCodeAt(at + 1) | 0x20) === LOWER_S && !isWordCode(text.charCodeAt(at + 2));
}

/** `#RareDiseaseDay` → rare · disease · day; `#type1diabetes` → one word. */
function readHashtag(text: string, from: number, breaks: number, words: WordArrays): number {
  const end = runEnd(text, from);
  let start = from;
  let flags = HASHTAG | breaks;
  for (let at = from + 1; at <= end; at += 1) {
    if (at < end && !isSeam(text, at, end)) continue;
    let stop = at;
    while (stop > start && text.charCodeAt(stop - 1) === UNDERSCORE) stop -= 1;
    if (stop > start) {
      readWord(text, start, stop);
      words.add(start, stop, flags);
      flags = HASHTAG;
    }
    start = at;
  }
  return end;
}

/** Whether a hashtag is cut before `at`: `EhlersDanlos`, `MSAwareness`, `Type1Diabetes`, `rare_disease`. */
function isSeam(text: string, at: number, end: number): boolean {
  const before = text.charCodeAt(at - 1);
  const here = text.charCodeAt(at);
  if (before === UNDERSCORE) return true;
  if (isUpper(here)) return !isUpper(before) || (at + 1 < end && isLower(text.charCodeAt(at + 1)) && isUpper(before));
  return isDigit(before) !== isDigit(here) && (isDigit(before) ? false : isCamel(text, at, end));
}

/** Digits are cut off only in a hashtag that marks its words by capitals: `#COVID19` and `#type1diabetes` stay whole. */
function isCamel(text: string, at: number, end: number): boolean {
  return isLower(text.charCodeAt(at - 1)) && at < end && hasUpper(text, at, end);
}

function hasUpper(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) if (isUpper(text.charCodeAt(at))) return true;
  return false;
}

/** The end of the letters, digits and underscores from `from`: of a handle, of a hashtag. */
function runEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && (isWordCode(text.charCodeAt(at)) || text.charCodeAt(at) === UNDERSCORE)) at += 1;
  return at;
}

/** Whether this can follow the first word of an address: `https:`, `www.`, `my-host.org/`. */
function isAddressSign(code: number): boolean {
  return code === 0x2e || code === 0x3a || code === 0x2d;
}

/** Where an address that starts at `from` ends; `from` when none does. */
function addressEnd(text: string, from: number): number {
  const code = text.charCodeAt(from) | 0x20;
  const scheme = code === 0x68 && (hasAt(text, from, 'http://') || hasAt(text, from, 'https://'));
  if (scheme || (code === 0x77 && hasAt(text, from, 'www.'))) return chunkEnd(text, from);
  // host.tld/path
  let at = from;
  let dots = 0;
  while (at < text.length && at - from < 255) {
    const here = text.charCodeAt(at);
    if (here === 0x2e && isAsciiWord(text.charCodeAt(at + 1))) dots += 1;
    else if (here === 0x2f && dots > 0) return chunkEnd(text, at);
    else if (!isAsciiWord(here) && here !== 0x2d) return from;
    at += 1;
  }
  return from;
}

function hasAt(text: string, at: number, wanted: string): boolean {
  for (let index = 0; index < wanted.length; index += 1) {
    const code = text.charCodeAt(at + index);
    if ((code >= 0x41 && code <= 0x5a ? code | 0x20 : code) !== wanted.charCodeAt(index)) return false;
  }
  return true;
}

function chunkEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function isSentenceEnd(text: string, at: number, code: number): boolean {
  if (code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029) return true;
  if (code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0x2026) return true;
  if (code !== 0x2e && code !== 0x21 && code !== 0x3f && code !== 0x3a && code !== 0x3b) return false;
  return at + 1 >= text.length || isSpace(text.charCodeAt(at + 1)) || !isWordCode(text.charCodeAt(at + 1));
}

// ---- words in typed arrays -------------------------------------------------------------------------------------

class WordArrays {
  count = 0;
  start: Uint32Array;
  end: Uint32Array;
  hashA: Int32Array;
  hashB: Int32Array;
  length: Uint8Array;
  flags: Uint8Array;

  constructor(room: number) {
    this.start = new Uint32Array(room);
    this.end = new Uint32Array(room);
    this.hashA = new Int32Array(room);
    this.hashB = new Int32Array(room);
    this.length = new Uint8Array(room);
    this.flags = new Uint8Array(room);
  }

  /** Adds the word that was read last, which stands from `from` to `end` in the text. */
  add(from: number, end: number, flags: number): void {
    const stemmed = stem(size);
    if (stemmed === 0) return;
    if (this.count === this.start.length) this.grow();
    let a = 0;
    let b = 0;
    for (let index = 0; index < stemmed; index += 1) {
      const code = letters[index] as number;
      a = (Math.imul(a, FACTOR_A) + code) | 0;
      b = (Math.imul(b, FACTOR_B) + code) | 0;
    }
    const at = this.count;
    this.start[at] = from;
    this.end[at] = end;
    this.hashA[at] = a;
    this.hashB[at] = b;
    this.length[at] = stemmed;
    this.flags[at] = flags | caseFlags();
    this.count = at + 1;
  }

  private grow(): void {
    const room = this.start.length * 2;
    this.start = grown(this.start, new Uint32Array(room));
    this.end = grown(this.end, new Uint32Array(room));
    this.hashA = grown(this.hashA, new Int32Array(room));
    this.hashB = grown(this.hashB, new Int32Array(room));
    this.length = grown(this.length, new Uint8Array(room));
    this.flags = grown(this.flags, new Uint8Array(room));
  }
}

function grown<Typed extends Uint32Array | Int32Array | Uint8Array>(from: Typed, to: Typed): Typed {
  to.set(from);
  return to;
}

/** Odd multipliers: a word's hash is a polynomial in them, so hashes of words can be joined (`joined` below). */
const FACTOR_A = 0x01000193;
const FACTOR_B = 0x5bd1e995;

/** Powers of the factors, by a word's length. */
const POWER_A = powersOf(FACTOR_A);
const POWER_B = powersOf(FACTOR_B);

function powersOf(factor: number): Int32Array {
  const powers = new Int32Array(256);
  powers[0] = 1;
  for (let index = 1; index < 256; index += 1) powers[index] = Math.imul(powers[index - 1] as number, factor);
  return powers;
}

/**
 * The hash of words written together, from the hash of what comes before and the next word's:
 * `joinedA(hash('ehler'), words, i of 'danlo')` is the hash of `ehlerdanlo`.
 */
export function joinedA(before: number, words: Words, at: number): number {
  return (Math.imul(before, POWER_A[words.length[at] as number] as number) + (words.hashA[at] as number)) | 0;
}

export function joinedB(before: number, words: Words, at: number): number {
  return (Math.imul(before, POWER_B[words.length[at] as number] as number) + (words.hashB[at] as number)) | 0;
}

// ---- folding and stemming --------------------------------------------------------------------------------------

const NO_LETTER = 0;
const MARK = 0xffff;

/** Code units up to here fold by table; the table is 1.2 kB. */
const FOLDED = 0x250;
const foldTable = makeFoldTable();

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

/** The folded code unit; `NO_LETTER` for what is none, `MARK` for a combining mark, which folds away. */
function foldOf(code: number): number {
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

function isWordCode(code: number): boolean {
  // Behind the end of the text the code is NaN, which is no word's either.
  return code >= 0x30 && foldOf(code) !== NO_LETTER;
}

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

/** The length of the word in `letters` without the end of a plural: flares → flare, biopsies → biopsy, boxes → box. */
function stem(size: number): number {
  if (size < 4 || letters[size - 1] !== LOWER_S || isAbbreviation()) return size;
  const before = letters[size - 2] as number;
  // -ss, -us, -is: no plurals.
  if (before === LOWER_S || before === 0x75 || before === 0x69) return size;
  if (before !== 0x65) return size - 1;
  const third = letters[size - 3] as number;
  if (third === 0x69 && size > 4) {
    letters[size - 3] = 0x79;
    return size - 2;
  }
  const fourth = letters[size - 4] as number;
  const hissed =
    third === 0x78 ||
    third === 0x7a ||
    (third === 0x68 && (fourth === 0x63 || fourth === LOWER_S)) ||
    (third === LOWER_S && fourth === LOWER_S);
  return hissed && size > 4 ? size - 2 : size - 1;
}

/** `AIDS`, `PCOS`: the `s` is no plural's. */
function isAbbreviation(): boolean {
  return size <= 5 && upper > 1 && lower === 0;
}

function caseFlags(): number {
  return (startsUpper ? CAPITAL : 0) | (upper > 1 && lower === 0 ? CAPITALS : 0) | (digits > 0 && upper + lower > 0 ? DIGITS : 0);
}

function isUpper(code: number): boolean {
  return (
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0xc0 && code <= 0xde && code !== 0xd7) ||
    (code >= 0x391 && code <= 0x3a9) ||
    (code >= 0x410 && code <= 0x42f)
  );
}

function isLower(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0xff && code !== 0xf7);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isAsciiWord(code: number): boolean {
  return isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function isSpace(code: number): boolean {
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
