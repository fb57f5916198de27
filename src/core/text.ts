import { ASCII_FOLDED, foldOf, isDigit, isLower, isSpace, isUpper, isWordCode, MARK, NO_LETTER, spellingOf } from './fold.ts';

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
 * - An abbreviation of up to five letters is not stemmed: `AIDS` is not `aid`, `PoTS` not `pot`; `UTIs` is `UTI`.
 * - Addresses (`https://…`, `www.…`, `host.tld/…`) and handles (`@name`) are no words.
 * - `BREAK` marks the first word after the end of a sentence or a line: no name crosses it.
 */
export interface Words {
  readonly text: string;
  readonly count: number;
  /** UTF-16 offsets of each word in the text. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Two independent hashes of the folded, stemmed word. */
  readonly hashA: Int32Array;
  readonly hashB: Int32Array;
  /** How many folded code units the stemmed word has. */
  readonly length: Uint8Array;
  /** `CAPITALS`, `CAPITAL`, `HASHTAG`, `BREAK`, `DIGITS`, combined. */
  readonly flags: Uint8Array;
}

/** Two or more letters are capitals, and they outnumber the others: `EDS`, `hEDS`, `PoTS`, `UTIs`. */
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
    words.begin(text);
    readWords(text, words);
    return words;
  };
}

/** The folded text of one word as it is hashed: for tests and for reports of the data build. */
export function foldedWord(word: string): string {
  const shape = readLetters(word, 0, word.length);
  return String.fromCharCode(...letters.subarray(0, stemmedSize(sizeOf(shape), shape)));
}

/** The two hashes of letters that are folded already. */
export function hashesOf(folded: string): { readonly a: number; readonly b: number } {
  let a = 0;
  let b = 0;
  for (let index = 0; index < folded.length; index += 1) {
    a = (Math.imul(a, FACTOR_A) + folded.charCodeAt(index)) | 0;
    b = (Math.imul(b, FACTOR_B) + folded.charCodeAt(index)) | 0;
  }
  return { a, b };
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

// ---- words -----------------------------------------------------------------------------------------------------

const SPACE = 0x20;
const HASH = 0x23;
const AT = 0x40;
const APOSTROPHE = 0x27;
const RIGHT_QUOTE = 0x2019;
const LOWER_S = 0x73;
const UNDERSCORE = 0x5f;

function readWords(text: string, words: WordArrays): void {
  const length = text.length;
  let at = 0;
  let breaks = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code === SPACE) at += 1;
    else if (isWordCode(code)) {
      const before = words.count;
      const end = readPlainWord(text, at, breaks, words) || readWord(text, at, length, breaks, words);
      const skipped = isAddressSign(text.charCodeAt(end)) ? addressEnd(text, at) : at;
      if (skipped > at) {
        words.count = before;
        at = skipped;
      } else {
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

/**
 * The usual word, of up to 30 plain letters and digits, read and hashed in one loop; its end.
 * 0 for every other one: nothing is added then, and `readWord` reads it.
 */
function readPlainWord(text: string, from: number, flags: number, words: WordArrays): number {
  const limit = Math.min(text.length, from + LONGEST_PLAIN);
  let at = from;
  let a = 0;
  let b = 0;
  let shape = 0;
  let folded = 0;
  for (; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    const next = code < 0x80 ? (ASCII_FOLDED[code] as number) : NO_LETTER;
    if (next === NO_LETTER) {
      if (code === APOSTROPHE || code >= 0x80) return 0;
      break;
    }
    folded = next;
    a = (Math.imul(a, FACTOR_A) + folded) | 0;
    b = (Math.imul(b, FACTOR_B) + folded) | 0;
    shape += ASCII_SHAPE[code] as number;
  }
  // A plural's end changes the hashes.
  if (folded === LOWER_S || at === from + LONGEST_PLAIN) return 0;
  words.add(from, at, flags | writtenFlags(shape, text.charCodeAt(from)), a, b, at - from);
  return at;
}

const LONGEST_PLAIN = 30;

/** Any word; its end in the text, possessive and all. */
function readWord(text: string, from: number, limit: number, flags: number, words: WordArrays): number {
  const shape = readLetters(text, from, limit);
  const size = stemmedSize(sizeOf(shape), shape);
  let a = 0;
  let b = 0;
  for (let index = 0; index < size; index += 1) {
    const folded = letters[index] as number;
    a = (Math.imul(a, FACTOR_A) + folded) | 0;
    b = (Math.imul(b, FACTOR_B) + folded) | 0;
  }
  if (size > 0) words.add(from, readTo, flags | writtenFlags(shape, text.charCodeAt(from)), a, b, size);
  return readTo;
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
      readWord(text, start, stop, flags, words);
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
  if (isUpper(here)) return !isUpper(before) || (at + 1 < end && isLower(text.charCodeAt(at + 1)));
  // Digits are cut off only in a hashtag that marks its words by capitals: `#covid19` and `#type1diabetes` stay whole.
  return isDigit(here) && isLower(before) && hasUpper(text, at, end);
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

function isSentenceEnd(text: string, at: number, code: number): boolean {
  if (code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029) return true;
  if (code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0x2026) return true;
  if (code !== 0x2e && code !== 0x21 && code !== 0x3f && code !== 0x3a && code !== 0x3b) return false;
  return !isWordCode(text.charCodeAt(at + 1));
}

// ---- addresses -------------------------------------------------------------------------------------------------

/** Whether this can follow the first word of an address: `https:`, `www.`, `my-host.org/`. */
function isAddressSign(code: number): boolean {
  return code === 0x2e || code === 0x3a || code === 0x2d;
}

/** Where an address that starts at `from` ends; `from` when none does. */
function addressEnd(text: string, from: number): number {
  if (hasAt(text, from, 'http://') || hasAt(text, from, 'https://') || hasAt(text, from, 'www.')) return chunkEnd(text, from);
  // host.tld/path
  let dots = 0;
  for (let at = from; at < text.length && at - from < 255; at += 1) {
    const here = text.charCodeAt(at);
    if (here === 0x2e && isAsciiWord(text.charCodeAt(at + 1))) dots += 1;
    else if (here === 0x2f && dots > 0) return chunkEnd(text, at);
    else if (!isAsciiWord(here) && here !== 0x2d) return from;
  }
  return from;
}

/** Whether the text goes on with these small letters and signs, in any case. */
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

function isAsciiWord(code: number): boolean {
  return code < 0x80 && ASCII_FOLDED[code] !== NO_LETTER;
}

// ---- letters ---------------------------------------------------------------------------------------------------

/** Longer runs are no words: they are cut off there. A letter can fold to up to seven (`ε` → `epsilon`). */
const LONGEST_WORD = 64;

/** The folded letters of the word that `readLetters` read last, where it ended, and its last letter as written. */
const letters = new Uint16Array(LONGEST_WORD + 8);
let readTo = 0;
let lastLetter = 0;

/** How a word is written: counts of small letters, capitals, digits and folded letters, ten bits and less each, in one number. */
const ONE_LOWER = 1;
const ONE_UPPER = 1 << 7;
const ONE_DIGIT = 1 << 14;
const ONE_FOLDED = 1 << 21;
const COUNT = 127;

const ASCII_SHAPE = Int32Array.from({ length: 0x80 }, (_, code) =>
  isUpper(code) ? ONE_UPPER : isDigit(code) ? ONE_DIGIT : ONE_LOWER,
);

/** Reads the word that begins at `from` into `letters`; its shape. */
function readLetters(text: string, from: number, limit: number): number {
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

function sizeOf(shape: number): number {
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

function writtenFlags(shape: number, first: number): number {
  const hasDigits = ((shape >> 14) & COUNT) > 0;
  const hasOthers = (shape & (ONE_DIGIT - 1)) > 0;
  return (isUpper(first) ? CAPITAL : 0) | (hasCapitals(shape) ? CAPITALS : 0) | (hasDigits && hasOthers ? DIGITS : 0);
}

/** The length of the word in `letters` without the end of a plural: flares → flare, biopsies → biopsy, boxes → box. */
function stemmedSize(size: number, shape: number): number {
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

// ---- words in typed arrays -------------------------------------------------------------------------------------

class WordArrays {
  text = '';
  count = 0;
  start: Int32Array;
  end: Int32Array;
  hashA: Int32Array;
  hashB: Int32Array;
  length: Uint8Array;
  flags: Uint8Array;

  constructor(room: number) {
    this.start = new Int32Array(room);
    this.end = new Int32Array(room);
    this.hashA = new Int32Array(room);
    this.hashB = new Int32Array(room);
    this.length = new Uint8Array(room);
    this.flags = new Uint8Array(room);
  }

  begin(text: string): void {
    this.text = text;
    this.count = 0;
  }

  add(from: number, end: number, flags: number, a: number, b: number, length: number): void {
    const at = this.count;
    if (at === this.start.length) this.grow();
    this.start[at] = from;
    this.end[at] = end;
    this.hashA[at] = a;
    this.hashB[at] = b;
    this.length[at] = length;
    this.flags[at] = flags;
    this.count = at + 1;
  }

  private grow(): void {
    const room = this.start.length * 2;
    this.start = grown(this.start, new Int32Array(room));
    this.end = grown(this.end, new Int32Array(room));
    this.hashA = grown(this.hashA, new Int32Array(room));
    this.hashB = grown(this.hashB, new Int32Array(room));
    this.length = grown(this.length, new Uint8Array(room));
    this.flags = grown(this.flags, new Uint8Array(room));
  }
}

function grown<Typed extends Int32Array | Uint8Array>(from: Typed, to: Typed): Typed {
  to.set(from);
  return to;
}

/** Odd multipliers: a word's hash is a polynomial in them, so hashes of words can be joined. */
const FACTOR_A = 0x01000193;
const FACTOR_B = 0x5bd1e995;

/** Powers of the factors, by a word's length. */
const POWER_A = powersOf(FACTOR_A);
const POWER_B = powersOf(FACTOR_B);

function powersOf(factor: number): Int32Array {
  const powers = new Int32Array(LONGEST_WORD + 8);
  powers[0] = 1;
  for (let index = 1; index < powers.length; index += 1) powers[index] = Math.imul(powers[index - 1] as number, factor);
  return powers;
}
