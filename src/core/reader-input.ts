import type { MentionKind } from './assessment.ts';
import { FIRST_PERSON, KIN, KIN_PLURALS, THIRD_PERSON } from './english.ts';
import type { Named } from './mentions.ts';
import type { Words } from './words.ts';

/**
 * What the reader reads: the words of a text with the signs between them, each as a hash of how it is written,
 * hashes of its pieces, and what the lexicon knows of it. No string is made.
 *
 *     "My mum’s MS… @ann 3mg 😖 https://t.co/x"   →   my · mum's · ms · … · HANDLE · #mg · 😖 · LINK
 *
 * - Lower case, apostrophes straight; digits are one sign each run: a reader learns "years", not how many.
 * - A piece is four letters, `^` and `$` at the ends: a name never seen before still looks like a drug or a syndrome.
 * - The kind of a name in the lexicon stands beside the name: what is learned of one condition holds for the next.
 */
export interface ReaderInput {
  readonly count: number;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly hash: Uint32Array;
  /** `PIECES` a token; 0 where there are fewer. */
  readonly pieces: Uint32Array;
  /** What the lexicon knows of the word, or whom it means; 0 for most. */
  readonly kind: Uint8Array;
}

/** What the lexicon found in the text. */
export type NamedInText = Pick<Named, 'mentions' | 'faint' | 'signs'>;

/** What is read of a text at the most, in tokens. */
export const LONGEST = 128;

/** Pieces of a word at the most: of a longer one the first three and the last three. */
export const PIECES = 6;

/** How many values `kind` can have. */
export const KINDS = 11;

/** The kinds of names of illnesses: those that count, and those that may mean something else. */
export const CONDITION = 1;
export const FAINT_CONDITION = 10;

/** The kinds of words that are no name of anything: see signs.ts. */
export const ILLNESS_SIGN = 6;
export const HEALTH_WORD = 7;

/** The kinds that are of the language, not of the lexicon: whom a word means. */
const ROLE_KIN = 8;
const ROLE_THIRD_PERSON = 9;

/** Whether a kind says whom a word means: somebody close, or somebody named before. */
export function isRole(kind: number): boolean {
  return kind === ROLE_KIN || kind === ROLE_THIRD_PERSON;
}

/** Whether a text tells of somebody else and nothing says who tells it, or that they are close: "She was diagnosed with …". */
export function isOfSomebodyElse({ count, hash }: ReaderInput): boolean {
  let isOfAnother = false;
  for (let token = 0; token < count; token += 1) {
    const word = hash[token] as number;
    if (authors.has(word) || roles.get(word) === ROLE_KIN) return false;
    if (roles.get(word) === ROLE_THIRD_PERSON) isOfAnother = true;
  }
  return isOfAnother;
}

/** Tokens that stand for many. */
export const LINK = 1;
export const HANDLE = 2;
export const NUMBER = 3;
export const YEAR = 4;

/** The input for a text. The arrays are used again by the next call. */
export function readerInputOf(text: string, words: Words, named: NamedInText): ReaderInput {
  input.count = 0;
  let at = 0;
  for (let word = 0; word < words.count && input.count < LONGEST; word += 1) {
    const start = words.start[word] as number;
    addGap(text, at, start);
    at = words.end[word] as number;
    if (input.count < LONGEST) addWord(text, start, at);
  }
  if (input.count < LONGEST) addGap(text, at, text.length);
  markKinds(words, named);
  return input;
}

/** Input to be filled, empty at first. */
export interface InputBuffer extends ReaderInput {
  count: number;
}

export function inputBuffer(): InputBuffer {
  return {
    count: 0,
    start: new Uint32Array(LONGEST),
    end: new Uint32Array(LONGEST),
    hash: new Uint32Array(LONGEST),
    pieces: new Uint32Array(LONGEST * PIECES),
    kind: new Uint8Array(LONGEST),
  };
}

/** Copies a token to the end of a buffer, as long as there is room. */
export function appendToken(buffer: InputBuffer, from: ReaderInput, token: number, kind = from.kind[token] as number): void {
  const at = buffer.count;
  if (at === LONGEST) return;
  buffer.start[at] = from.start[token] as number;
  buffer.end[at] = from.end[token] as number;
  buffer.hash[at] = from.hash[token] as number;
  buffer.kind[at] = kind;
  for (let piece = 0; piece < PIECES; piece += 1)
    buffer.pieces[at * PIECES + piece] = from.pieces[token * PIECES + piece] as number;
  buffer.count = at + 1;
}

const input = inputBuffer();

// ---- words and what stands between them ------------------------------------------------------------------------

const LONGEST_WORD = 40;
const codes = new Uint16Array(LONGEST_WORD + 2);

const FIRST = 0x5e;
const LAST = 0x24;
const DIGIT = 0x23;
const APOSTROPHE = 0x27;

function addWord(text: string, start: number, end: number): void {
  let size = 1;
  let digits = 0;
  let letters = 0;
  codes[0] = FIRST;
  for (let at = start; at < end && size <= LONGEST_WORD; at += 1) {
    const code = lowerCase(text.charCodeAt(at));
    if (code >= 0x30 && code <= 0x39) {
      if (codes[size - 1] !== DIGIT) codes[size++] = DIGIT;
      digits += 1;
    } else {
      codes[size++] = code;
      letters += 1;
    }
  }
  if (letters === 0) add(isYear(text, start, digits) ? YEAR : NUMBER, start, end);
  else {
    const hash = hashOf(1, size);
    add(hash, start, end);
    input.kind[input.count - 1] = roles.get(hash) ?? 0;
    addPieces(size);
  }
}

function addPieces(size: number): void {
  codes[size] = LAST;
  const all = size + 1;
  const count = Math.max(1, all - 3);
  const base = (input.count - 1) * PIECES;
  for (let index = 0; index < Math.min(count, PIECES); index += 1) {
    const from = count <= PIECES || index < PIECES / 2 ? index : count - PIECES + index;
    input.pieces[base + index] = hashOf(from, Math.min(all, from + 4));
  }
}

/** Signs between two words: addresses and handles (words they are not), punctuation, emoji. */
function addGap(text: string, from: number, to: number): void {
  let at = from;
  while (at < to && input.count < LONGEST) {
    const code = text.charCodeAt(at);
    const next = at + 1 < to ? text.charCodeAt(at + 1) : 0;
    if (isSpace(code) || code === 0x23 || isJoiner(code)) at += 1;
    else if (code === 0x40 && isNameCode(next)) {
      const end = nameEnd(text, at + 1, to);
      add(HANDLE, at, end);
      at = end;
    } else if (isNameCode(code)) {
      const end = chunkEnd(text, at, to);
      add(LINK, at, end);
      at = end;
    } else {
      // Two halves of an emoji are one token; a broken half is a token of its own.
      const pair = code >= 0xd800 && code < 0xdc00 && next >= 0xdc00 && next < 0xe000;
      codes[0] = lowerCase(code);
      codes[1] = next;
      const skin = pair && code === 0xd83c && next >= 0xdffb && next <= 0xdfff;
      if (!skin) add(hashOf(0, pair ? 2 : 1), at, at + (pair ? 2 : 1));
      at += pair ? 2 : 1;
    }
  }
}

function add(hash: number, start: number, end: number): void {
  const at = input.count;
  input.start[at] = start;
  input.end[at] = end;
  input.hash[at] = hash;
  input.kind[at] = 0;
  input.pieces.fill(0, at * PIECES, (at + 1) * PIECES);
  input.count = at + 1;
}

function hashOf(from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (codes[at] as number), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  // The small numbers are the tokens that stand for many.
  return ((hash ^ (hash >>> 13)) | 0x100) >>> 0;
}

function isYear(text: string, start: number, digits: number): boolean {
  const century = text.slice(start, start + 2);
  return digits === 4 && (century === '19' || century === '20');
}

/** Whom a word means, by its hash. */
const roles: ReadonlyMap<number, number> = new Map([
  ...KIN.flatMap((word) => [word, `${word}s`, `${word}'s`]).map((word) => [wordHash(word), ROLE_KIN] as const),
  ...KIN_PLURALS.map((word) => [wordHash(word), ROLE_KIN] as const),
  ...THIRD_PERSON.map((word) => [wordHash(word), ROLE_THIRD_PERSON] as const),
]);

/** The words that mean the author, by their hashes. */
const authors: ReadonlySet<number> = new Set(FIRST_PERSON.map(wordHash));

function wordHash(word: string): number {
  for (let at = 0; at < word.length; at += 1) codes[at + 1] = lowerCase(word.charCodeAt(at));
  return hashOf(1, word.length + 1);
}

// ---- what the lexicon knows ------------------------------------------------------------------------------------

const MENTION_KINDS: Readonly<Record<MentionKind, number>> = { condition: CONDITION, symptom: 2, drug: 3, vaccine: 4, topic: 5 };

function markKinds(words: Words, { mentions, faint, signs }: NamedInText): void {
  for (const sign of signs) {
    const start = words.start[sign.from] as number;
    const end = words.end[sign.to - 1] as number;
    mark(start, end, sign.kind === 'illness-sign' ? ILLNESS_SIGN : HEALTH_WORD);
  }
  for (const { start, end, kind } of faint) mark(start, end, kind === 'condition' ? FAINT_CONDITION : HEALTH_WORD);
  for (const { start, end, kind } of mentions) mark(start, end, MENTION_KINDS[kind]);
}

function mark(start: number, end: number, kind: number): void {
  for (let at = firstAt(start); at < input.count && (input.start[at] as number) < end; at += 1) input.kind[at] = kind;
}

/** The first token that starts at `start` or behind it. */
function firstAt(start: number): number {
  let low = 0;
  let high = input.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((input.start[middle] as number) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

// ---- characters ------------------------------------------------------------------------------------------------

function lowerCase(code: number): number {
  if (code >= 0x41 && code <= 0x5a) return code | 0x20;
  if (code >= 0xc0 && code <= 0xde && code !== 0xd7) return code | 0x20;
  if (code === 0x2019 || code === 0x2018) return APOSTROPHE;
  return code === 0x201c || code === 0x201d ? 0x22 : code;
}

function isNameCode(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) ||
    code === 0x5f ||
    (code > 0xbf && code < 0x250)
  );
}

function nameEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isNameCode(text.charCodeAt(at))) at += 1;
  return at;
}

function chunkEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && !isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function isSpace(code: number): boolean {
  return (
    code <= 0x20 || code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x2028 || code === 0x2029 || code === 0x3000
  );
}

/** What only joins or varies the emoji before it. */
function isJoiner(code: number): boolean {
  return code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f);
}
