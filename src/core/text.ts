import { ASCII_FOLDED, isDigit, isLower, isSpace, isUpper, isWordCode, NO_LETTER } from './fold.ts';
import {
  ASCII,
  endingOf,
  letters,
  ODD_PLURAL,
  ONE_UPPER,
  PLURAL,
  readLetters,
  readTo,
  sizeOf,
  stemmedSize,
  writtenFlags,
} from './letters.ts';
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
  return wordReader()(text);
}

/** A function that reads texts one after another into the same arrays: what it returns holds until it is called again. */
export function wordReader(): (text: string) => Words {
  const words = new WordArrays();
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

/** Called by itself, the method is not looked up anew for each of the many forms of string that a browser has. */
const codeAt = String.prototype.charCodeAt;

const SPACE = 0x20;
const HASH = 0x23;
const AT = 0x40;
const APOSTROPHE = 0x27;
const LOWER_S = 0x73;
const UNDERSCORE = 0x5f;

/**
 * The usual word, of up to 30 plain letters and digits, is read and hashed here, in one function with the loop over the
 * text, so that it runs the same whatever else was read before; `readWord` reads every other one.
 */
function readWords(text: string, words: WordArrays): void {
  const { start, end, hashA, hashB, length, flags } = words;
  // Its own copies: what is imported is fetched anew at every use where the modules are not bundled.
  const ascii = ASCII;
  const factorA = FACTOR_A;
  const factorB = FACTOR_B;
  const limit = text.length;
  let at = 0;
  let breaks = 0;
  while (at < limit) {
    let code = codeAt.call(text, at);
    let letter = code < 0x80 ? (ascii[code] as number) : 0;
    if (code === SPACE) {
      at += 1;
      continue;
    }
    if (letter === 0 && (code < 0x80 || !isWordCode(code))) {
      const before = words.count;
      if (code === HASH) at = readHashtag(text, at + 1, breaks, words);
      else if (code === AT) at = runEnd(text, at + 1);
      else {
        if (isSentenceEnd(text, at, code)) breaks = BREAK;
        at += 1;
      }
      if (words.count > before) breaks = 0;
      continue;
    }

    const from = at;
    let a = 0;
    let b = 0;
    let shape = 0;
    let last = 0;
    while (letter !== 0) {
      last = letter & 0x7f;
      a = (Math.imul(a, factorA) + last) | 0;
      b = (Math.imul(b, factorB) + last) | 0;
      shape += letter >> 7;
      at += 1;
      code = at < limit ? codeAt.call(text, at) : SPACE;
      letter = code < 0x80 ? (ascii[code] as number) : 0;
    }
    let size = at - from;
    let isPlain = code < 0x80 && code !== APOSTROPHE && size <= LONGEST_PLAIN;
    if (last === LOWER_S && size >= 4) {
      const ending = endingOf(codeAt.call(text, at - 3) | 0x20, codeAt.call(text, at - 2) | 0x20);
      isPlain &&= ending !== ODD_PLURAL && shape < 2 * ONE_UPPER;
      if (ending === PLURAL) {
        // The hashes without its `s`: one step of the polynomials taken back.
        a = Math.imul(a - LOWER_S, INVERSE_A);
        b = Math.imul(b - LOWER_S, INVERSE_B);
        size -= 1;
      }
    }
    const word = words.count;
    if (isPlain) {
      start[word] = from;
      end[word] = at;
      hashA[word] = a;
      hashB[word] = b;
      length[word] = size;
      flags[word] = shape < ONE_UPPER ? breaks : breaks | writtenFlags(shape, codeAt.call(text, from));
      words.count = word + 1;
    } else at = readWord(text, from, limit, breaks, words);

    const skipped = code !== SPACE && isAddressSign(text, at) ? addressEnd(text, from) : from;
    if (skipped > from) {
      words.count = word;
      at = skipped;
    } else breaks = 0;
  }
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
  if (size > 0) words.add(from, readTo, flags | writtenFlags(shape, codeAt.call(text, from)), a, b, size);
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
    while (stop > start && codeAt.call(text, stop - 1) === UNDERSCORE) stop -= 1;
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
  const before = codeAt.call(text, at - 1);
  const here = codeAt.call(text, at);
  if (before === UNDERSCORE) return true;
  if (isUpper(here)) return !isUpper(before) || (at + 1 < end && isLower(codeAt.call(text, at + 1)));
  // Digits are cut off only in a hashtag that marks its words by capitals: `#covid19` and `#type1diabetes` stay whole.
  return isDigit(here) && isLower(before) && hasUpper(text, at, end);
}

function hasUpper(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) if (isUpper(codeAt.call(text, at))) return true;
  return false;
}

/** The end of the letters, digits and underscores from `from`: of a handle, of a hashtag. */
function runEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && (isWordCode(codeAt.call(text, at)) || codeAt.call(text, at) === UNDERSCORE)) at += 1;
  return at;
}

function isSentenceEnd(text: string, at: number, code: number): boolean {
  if (code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029) return true;
  if (code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0x2026) return true;
  if (code !== 0x2e && code !== 0x21 && code !== 0x3f && code !== 0x3a && code !== 0x3b) return false;
  return at + 1 >= text.length || !isWordCode(codeAt.call(text, at + 1));
}

// ---- addresses -------------------------------------------------------------------------------------------------

/** Whether what stands here can follow the first word of an address: `https:/`, `www.x`, `my-host.org/`. */
function isAddressSign(text: string, at: number): boolean {
  if (at + 1 >= text.length) return false;
  const code = codeAt.call(text, at);
  if (code !== 0x2e && code !== 0x3a && code !== 0x2d) return false;
  const next = codeAt.call(text, at + 1);
  return next === 0x2f || (next < 0x80 && ASCII[next] !== 0);
}

/** Where an address that starts at `from` ends; `from` when none does. */
function addressEnd(text: string, from: number): number {
  if (hasAt(text, from, 'http://') || hasAt(text, from, 'https://') || hasAt(text, from, 'www.')) return chunkEnd(text, from);
  // host.tld/path
  let dots = 0;
  for (let at = from; at < text.length && at - from < 255; at += 1) {
    const here = codeAt.call(text, at);
    if (here === 0x2e && isAsciiWord(codeAt.call(text, at + 1))) dots += 1;
    else if (here === 0x2f && dots > 0) return chunkEnd(text, at);
    else if (!isAsciiWord(here) && here !== 0x2d) return from;
  }
  return from;
}

/** Whether the text goes on with these small letters and signs, in any case. */
function hasAt(text: string, at: number, wanted: string): boolean {
  for (let index = 0; index < wanted.length; index += 1) {
    const code = codeAt.call(text, at + index);
    if ((code >= 0x41 && code <= 0x5a ? code | 0x20 : code) !== wanted.charCodeAt(index)) return false;
  }
  return true;
}

function chunkEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isSpace(codeAt.call(text, at))) at += 1;
  return at;
}

function isAsciiWord(code: number): boolean {
  return code < 0x80 && ASCII_FOLDED[code] !== NO_LETTER;
}
