import {
  ANY_SHAPE,
  encodeNameTable,
  entryOf,
  flagsOf,
  MAX_ENTRIES,
  type NameRow,
  type NameTable,
  NONE,
  openNameTable,
  shapeWith,
} from './name-table.ts';
import { foldedWord, wordsOf } from './text.ts';
import { formsTogether } from './together.ts';
import { BREAK, CAPITALS, DIGITS, HASHTAG, hashesOf, joinedA, joinedB, type Words } from './words.ts';

/**
 * The compact index of names: which names stand in a text, longest first, whole words only.
 *
 * A name is a sequence of words. Its hash is the hash of its words written together, mixed with how many they are;
 * a table (name-table.ts) holds for each name a fingerprint and a value, nothing else: no name, no pointer.
 *
 *     first   what begins with this word?      1 byte a slot: bits 0 and 1 a name of this one word, bit 2 a longer name is
 *                                              this, written together, bits 3 to 7 a longer name, by its second word
 *     pairs   which lengths begin with these   1 byte a slot: bit n−2 a name of n words
 *             two words?
 *     names   the name itself                  6 bytes a name
 *
 *     "ehlers danlos syndrome" → first[ehler] has the bit of danlo → pairs[ehler danlo] has bits 0 and 1 → names[3 words], found
 *
 * A hashtag or a word with digits in it is also tried as the whole of a name written together: `#ehlersdanlos`, `covid19`.
 *
 * Limits: names of up to 9 words; up to 2^17 entries.
 */
export interface Lexicon {
  /** Calls back for each name found, in the order of the text; found names do not overlap. */
  scan(words: Words, onName: NameFound): void;
  /** The name of one word that has these folded letters; `null` when there is none. */
  find(letters: string): { readonly entry: number; readonly flags: number } | null;
}

/** `from` and `to` are word numbers, `to` exclusive. */
export type NameFound = (entry: number, flags: number, from: number, to: number) => void;

/** One name of one entry, as the data build hands it over. */
export interface Name {
  readonly text: string;
  /** The entry's number. */
  readonly entry: number;
  /** `WEAK`, `CAPITALS_ONLY`, both or 0. */
  readonly flags: number;
}

/** Also an everyday word, a surname or a short abbreviation: counts only with a second sign. */
export const WEAK = 1;
/** Counts only where the text has it in capitals. */
export const CAPITALS_ONLY = 2;

/** Words that a name has at the most; longer ones are left out. */
export const LONGEST_NAME = 9;

/**
 * The index of the names, the same for the same names in any order.
 * Of two entries with one name, the one with the lower number has it: the data build decides beforehand.
 * Throws when there are too many entries, or a name has no words.
 */
export function encodeLexicon(names: readonly Name[]): Uint8Array {
  const hashed = hashedNames(names);
  const firstSize = powerOfTwo(hashed.length + 64);
  const pairsSize = powerOfTwo(2 * hashed.length + 64);
  const table = encodeNameTable(hashed);
  const bytes = new Uint8Array(HEAD + firstSize + pairsSize + table.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, firstSize, true);
  view.setUint32(4, pairsSize, true);
  bytes.set(table, HEAD + firstSize + pairsSize);
  const { first, pairs } = partsOf(bytes);
  for (const name of hashed) {
    const beginning = name.first & (firstSize - 1);
    first[beginning] = (first[beginning] as number) | (name.words === 1 ? aloneBit(name.b) : nextBit(name.second));
    if (name.words > 1) {
      const slot = name.pair & (pairsSize - 1);
      pairs[slot] = (pairs[slot] as number) | (1 << (name.words - 2));
      const whole = spread(name.a) & (firstSize - 1);
      first[whole] = (first[whole] as number) | TOGETHER;
    }
  }
  return bytes;
}

/** Opens what `encodeLexicon` made, without copying. Throws when its sizes do not fit. */
export function openLexicon(bytes: Uint8Array): Lexicon {
  const { first, pairs, table } = partsOf(bytes);
  const firstMask = first.length - 1;
  const pairsMask = pairs.length - 1;
  const { lookUp } = openNameTable(table);

  /** The value of the name of several words that one word is, written together; `NONE` when it is none. */
  function lookUpTogether(words: Words, at: number): number {
    for (const form of formsTogether(foldedWord(words.text.slice(words.start[at], words.end[at])))) {
      const { a, b } = hashesOf(form);
      if (((first[spread(a) & firstMask] as number) & TOGETHER) === 0) continue;
      for (let n = 2; n <= Math.min(LONGEST_NAME, form.length / SHORTEST_TOGETHER); n += 1) {
        const found = lookUp(a, b, ANY_SHAPE, n);
        if (found !== NONE) return found;
      }
    }
    return NONE;
  }

  return {
    find(letters) {
      const { a, b } = hashesOf(letters);
      const value = lookUp(a, b, shapeWith(0, letters.length), 1);
      return value === NONE ? null : { entry: entryOf(value), flags: flagsOf(value) };
    },
    scan(words, onName) {
      const { count, hashA, hashB, length, flags } = words;
      let at = 0;
      while (at < count) {
        const a = hashA[at] as number;
        const begins = first[spread(a) & firstMask] as number;
        let found = NONE;
        let reach = 1;
        const next = at + 1;
        if (begins >= FIRST_NEXT && next < count && ((flags[next] as number) & BREAK) === 0) {
          const nextA = hashA[next] as number;
          if ((begins & nextBit(nextA)) !== 0) {
            let lengths = pairs[spread(joinedA(a, words, next)) & pairsMask] as number;
            while (lengths !== 0 && found === NONE) {
              reach = 33 - Math.clz32(lengths);
              lengths &= ~(1 << (reach - 2));
              found = lookUpSequence(words, at, reach, lookUp);
            }
          }
        }
        if (found === NONE) {
          reach = 1;
          const b = hashB[at] as number;
          if ((begins & aloneBit(b)) !== 0) found = lookUp(a, b, shapeWith(0, length[at] as number), 1);
          if (found === NONE && ((flags[at] as number) & (HASHTAG | DIGITS)) !== 0) found = lookUpTogether(words, at);
        }
        if (found === NONE || !isWritten(found, flags, at, reach)) at = next;
        else {
          onName(entryOf(found), flagsOf(found), at, at + reach);
          at += reach;
        }
      }
    },
  };
}

/** The value of the name of exactly `reach` words from `at`; `NONE` when there is none or a sentence ends inside. */
function lookUpSequence(words: Words, at: number, reach: number, lookUp: NameTable['lookUp']): number {
  if (at + reach > words.count) return NONE;
  let a = words.hashA[at] as number;
  let b = words.hashB[at] as number;
  let shape = shapeWith(0, words.length[at] as number);
  for (let next = at + 1; next < at + reach; next += 1) {
    if (((words.flags[next] as number) & BREAK) !== 0) return NONE;
    a = joinedA(a, words, next);
    b = joinedB(b, words, next);
    shape = shapeWith(shape, words.length[next] as number);
  }
  return lookUp(a, b, shape, reach);
}

/** Letters a word has at the mean, at the least, in a name that is written together. */
const SHORTEST_TOGETHER = 2;

/** A name of capitals counts only where each of its words has them. */
function isWritten(value: number, flags: Uint8Array, at: number, reach: number): boolean {
  if ((flagsOf(value) & CAPITALS_ONLY) === 0) return true;
  for (let word = at; word < at + reach; word += 1) {
    if (((flags[word] as number) & CAPITALS) === 0) return false;
  }
  return true;
}

// ---- encoding --------------------------------------------------------------------------------------------------

interface HashedName extends NameRow {
  readonly first: number;
  readonly pair: number;
  readonly second: number;
}

function hashedNames(names: readonly Name[]): readonly HashedName[] {
  const byKey = new Map<string, HashedName>();
  const ordered = [...names].sort((one, other) => one.entry - other.entry || (one.text < other.text ? -1 : 1));
  for (const name of ordered) {
    if (name.entry < 0 || name.entry >= MAX_ENTRIES)
      throw new Error(`The index holds up to ${MAX_ENTRIES} entries; "${name.text}" is number ${name.entry}.`);
    // An abbreviation is not stemmed in capitals and is in small letters: `PCOS`, `pcos`.
    const written = (name.flags & CAPITALS_ONLY) !== 0 ? [name.text] : [name.text, name.text.toLowerCase()];
    for (const text of written) {
      const words = wordsOf(text);
      if (words.count === 0) throw new Error(`The name "${name.text}" has no words.`);
      if (words.count > LONGEST_NAME) continue;
      const hashed = hashedName(words, name);
      const key = `${hashed.a} ${hashed.b} ${hashed.words} ${hashed.shape}`;
      if (!byKey.has(key)) byKey.set(key, hashed);
    }
  }
  return [...byKey.values()].sort(
    (one, other) => one.a - other.a || one.b - other.b || one.words - other.words || one.shape - other.shape,
  );
}

function hashedName(words: Words, name: Name): HashedName {
  let a = words.hashA[0] as number;
  let b = words.hashB[0] as number;
  let shape = shapeWith(0, words.length[0] as number);
  let pair = 0;
  for (let at = 1; at < words.count; at += 1) {
    a = joinedA(a, words, at);
    b = joinedB(b, words, at);
    shape = shapeWith(shape, words.length[at] as number);
    if (at === 1) pair = spread(a);
  }
  return {
    words: words.count,
    shape,
    a: a | 0,
    b: b | 0,
    first: spread(words.hashA[0] as number),
    pair,
    second: words.count > 1 ? (words.hashA[1] as number) : 0,
    entry: name.entry,
    flags: name.flags,
  };
}

// ---- bits ------------------------------------------------------------------------------------------------------

const HEAD = 16;

interface Parts {
  readonly first: Uint8Array;
  readonly pairs: Uint8Array;
  readonly table: Uint8Array;
}

function partsOf(bytes: Uint8Array): Parts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const firstSize = bytes.length < HEAD ? 0 : view.getUint32(0, true);
  const pairsSize = bytes.length < HEAD ? 0 : view.getUint32(4, true);
  if (!isPowerOfTwo(firstSize) || !isPowerOfTwo(pairsSize) || HEAD + firstSize + pairsSize > bytes.length) {
    throw new Error('The index of names is damaged: its sizes do not fit.');
  }
  return {
    first: bytes.subarray(HEAD, HEAD + firstSize),
    pairs: bytes.subarray(HEAD + firstSize, HEAD + firstSize + pairsSize),
    table: bytes.subarray(HEAD + firstSize + pairsSize),
  };
}

/** The bit of a name that is one word, by its second hash: of the other words that meet in a slot, half are turned away. */
function aloneBit(hashB: number): number {
  return 1 << (hashB & 1);
}

/** The longer name that this word begins, written together. */
const TOGETHER = 4;

/** The bit of a longer name, by its second word: of the words that may follow in a text, most are turned away. */
function nextBit(hashA: number): number {
  return FIRST_NEXT << (((Math.imul(hashA, 0x85ebca6b) >>> 16) * 5) >>> 16);
}

const FIRST_NEXT = 8;

/** For the two tables that only say where to look on. */
function spread(hash: number): number {
  const h = Math.imul(hash, 0x9e3779b1);
  return h ^ (h >>> 15);
}

function isPowerOfTwo(size: number): boolean {
  return size > 0 && (size & (size - 1)) === 0;
}

function powerOfTwo(atLeast: number): number {
  let size = 1;
  while (size < atLeast) size *= 2;
  return size;
}
