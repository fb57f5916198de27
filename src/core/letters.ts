import { ASCII_FOLDED, foldOf, isDigit, isUpper, isWordCode, MARK, NO_LETTER, spellingOf } from './fold.ts';
import { CAPITAL, CAPITALS, DIGITS, LONGEST_LETTERS } from './words.ts';

// The letters of one word, folded and without the end of a plural, and how the word is written.
// One word at a time: what is read lies in arrays and variables that the next one overwrites.

const APOSTROPHE = 0x27;
const RIGHT_QUOTE = 0x2019;
const LOWER_S = 0x73;

/** Longer runs are no words: they are cut off there. A letter can fold to up to seven (`ε` → `epsilon`). */
const LONGEST_WORD = 64;

/** The folded letters of the word that `readLetters` read last, where it ended, and its last letter as written. */
export const letters = new Uint16Array(LONGEST_LETTERS);
export let readTo = 0;
let lastLetter = 0;

/** How a word is written: counts of small letters, capitals, digits and folded letters, seven bits each, in one number. */
const ONE_LOWER = 1;
export const ONE_UPPER = 1 << 7;
const ONE_DIGIT = 1 << 14;
const ONE_FOLDED = 1 << 21;
const COUNT = 127;

const ASCII_SHAPE = Int32Array.from({ length: 0x80 }, (_, code) =>
  isUpper(code) ? ONE_UPPER : isDigit(code) ? ONE_DIGIT : ONE_LOWER,
);

/** Reads the word that begins at `from` into `letters`; its shape. */
export function readLetters(text: string, from: number, limit: number): number {
  let shape = 0;
  let size = 0;
  let at = from;
  for (; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    if (code === APOSTROPHE || code === RIGHT_QUOTE) {
      if (at + 1 >= limit || !isWordCode(text.charCodeAt(at + 1))) break;
      if (isPossessive(text, at)) {
        at += 2;
        break;
      }
      continue;
    }
    const folded = foldOf(code);
    if (folded === NO_LETTER) break;
    lastLetter = code;
    if (size >= LONGEST_WORD) continue;
    shape += code < 0x80 ? (ASCII_SHAPE[code] as number) : isUpper(code) ? ONE_UPPER : ONE_LOWER;
    const spelled = code < 0x80 ? undefined : spellingOf(text, at, from, limit);
    if (spelled !== undefined)
      for (let index = 0; index < spelled.length; index += 1) letters[size++] = spelled.charCodeAt(index);
    else if (folded !== MARK) letters[size++] = folded;
  }
  readTo = at;
  return shape + size * ONE_FOLDED;
}

export function sizeOf(shape: number): number {
  return (shape / ONE_FOLDED) & COUNT;
}

function hasCapitals(shape: number): boolean {
  const upper = (shape >> 7) & COUNT;
  return upper > 1 && upper > (shape & COUNT);
}

/** Whether the apostrophe at `at` is followed by one `s` that ends the word. */
function isPossessive(text: string, at: number): boolean {
  return (text.charCodeAt(at + 1) | 0x20) === LOWER_S && !isWordCode(text.charCodeAt(at + 2));
}

export function writtenFlags(shape: number, first: number): number {
  const hasDigits = ((shape >> 14) & COUNT) > 0;
  const hasOthers = (shape & (ONE_DIGIT - 1)) > 0;
  return (isUpper(first) ? CAPITAL : 0) | (hasCapitals(shape) ? CAPITALS : 0) | (hasDigits && hasOthers ? DIGITS : 0);
}

/** The length of the word in `letters` without the end of a plural: flares → flare, biopsies → biopsy, boxes → box. */
export function stemmedSize(size: number, shape: number): number {
  if (size < 4 || letters[size - 1] !== LOWER_S) return size;
  if (hasCapitals(shape)) {
    // `UTIs` is a plural; the `S` of `AIDS` and `PoTS` is not.
    if (!isUpper(lastLetter)) return size - 1;
    if (size <= 5) return size;
  }
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

/** What an ASCII code is as a letter: its folded code in seven bits, its shape above them; 0 for what is none. */
export const ASCII = Int32Array.from(ASCII_FOLDED, (folded, code) =>
  folded === NO_LETTER ? 0 : folded | ((ASCII_SHAPE[code] as number) << 7),
);

/** What a last `s` is in a word of four letters or more: no plural's, the usual plural's, or one that takes more with it. */
const NO_PLURAL = 0;
export const PLURAL = 1;
export const ODD_PLURAL = 2;

/** By the two small letters before it: `this`, `flares`, `boxes`. For words that are not written in capitals. */
export function endingOf(third: number, before: number): number {
  const ending = ENDINGS[before & 0x7f] as number;
  return ending === ODD_PLURAL ? (BEFORE_ES[third & 0x7f] as number) : ending;
}

const ENDINGS = endings({ i: NO_PLURAL, s: NO_PLURAL, u: NO_PLURAL, e: ODD_PLURAL });
const BEFORE_ES = endings({ h: ODD_PLURAL, i: ODD_PLURAL, s: ODD_PLURAL, x: ODD_PLURAL, z: ODD_PLURAL });

function endings(others: Readonly<Record<string, number>>): Uint8Array {
  return Uint8Array.from({ length: 0x80 }, (_, code) => others[String.fromCharCode(code)] ?? PLURAL);
}
