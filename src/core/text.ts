import { ASCII_FOLDED, isDigit, isLower, isSpace, isUpper, isWordCode, NO_LETTER } from './fold.ts';
import { ASCII, letters, NO_PLURAL, ONE_UPPER, readLetters, readTo, sizeOf, stemmedSize, writtenFlags } from './letters.ts';
import { BREAK, FACTOR_A, FACTOR_B, HASHTAG, INVERSE_A, INVERSE_B, WordArrays, type Words } from './words.ts';

/**
 * The words of a text: the one definition of a word.
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
 *
 * The arrays are the caller's own.
 */
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

/** The folded, stemmed letters of one word, as they are hashed. */
export function foldedWord(word: string): string {
  const shape = readLetters(word, 0, word.length);
  return String.fromCharCode(...letters.subarray(0, stemmedSize(sizeOf(shape), shape)));
}

// ---- words -----------------------------------------------------------------------------------------------------

const SPACE = 0x20;
const HASH = 0x23;
const AT = 0x40;
const APOSTROPHE = 0x27;
const LOWER_S = 0x73;
const UNDERSCORE = 0x5f;

function readWords(text: string, words: WordArrays): void {
  const length = text.length;
  let at = 0;
  let breaks = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code === SPACE) at += 1;
    else if (code < 0x80 ? ASCII[code] !== 0 : isWordCode(code)) {
      const before = words.count;
      const end = readPlainWord(text, at, breaks, words) || readWord(text, at, length, breaks, words);
      const skipped =
        end + 1 < length && isAddressSign(text.charCodeAt(end), text.charCodeAt(end + 1)) ? addressEnd(text, at) : at;
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
  let at = from;
  let a = 0;
  let b = 0;
  let shape = 0;
  let code = 0;
  let last = 0;
  const limit = text.length;
  for (; at < limit; at += 1) {
    code = text.charCodeAt(at);
    const letter = code < 0x80 ? (ASCII[code] as number) : 0;
    if (letter === 0) break;
    last = letter & 0x7f;
    a = (Math.imul(a, FACTOR_A) + last) | 0;
    b = (Math.imul(b, FACTOR_B) + last) | 0;
    shape += letter >> 7;
  }
  const length = at - from;
  if (at === limit) code = SPACE;
  if (code >= 0x80 || code === APOSTROPHE || length > LONGEST_PLAIN) return 0;
  const written = shape < ONE_UPPER ? flags : flags | writtenFlags(shape, text.charCodeAt(from));
  if (last !== LOWER_S || length < 4) words.add(from, at, written, a, b, length);
  else if (shape >= 2 * ONE_UPPER || NO_PLURAL[text.charCodeAt(at - 2) | 0x20] !== 0) return 0;
  // The usual plural: the hashes without its `s`, one step of the polynomials taken back.
  else words.add(from, at, written, Math.imul(a - LOWER_S, INVERSE_A), Math.imul(b - LOWER_S, INVERSE_B), length - 1);
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
  return at + 1 >= text.length || !isWordCode(text.charCodeAt(at + 1));
}

// ---- addresses -------------------------------------------------------------------------------------------------

/** Whether these two can follow the first word of an address: `https:/`, `www.x`, `my-host.org/`. */
function isAddressSign(code: number, next: number): boolean {
  return (code === 0x2e || code === 0x3a || code === 0x2d) && (next === 0x2f || (next < 0x80 && ASCII[next] !== 0));
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
