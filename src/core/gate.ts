import { accountOf } from './accounts.ts';
import { attributedHandles, mayAttribute } from './attribution.ts';
import { mayIdentify } from './identifiers.ts';
import { encodeKeySet, type Key, openKeySet } from './key-set.ts';
import { isOtherThanEnglish } from './language.ts';
import type { Post } from './post.ts';
import { LETS_ALL_THROUGH, openPrefilter } from './prefilter.ts';
import { foldedWord, wordReader } from './text.ts';
import { formsTogether } from './together.ts';
import { hostOf, segmentsOf, targetOf } from './url.ts';
import { BREAK, CAPITALS, DIGITS, HASHTAG, hashesOf, joinedA, joinedB, type Words } from './words.ts';

/**
 * Whether a post could be labelled at all: a small index of what the engine asks for, small enough for every page to have one.
 *
 * An experience and a claim need a word of illness or health (mentions.ts), a citation a listed address, an identifier or the
 * words that lead in a source. The gate knows a part of every name, one to three words of it in a row, the listed hosts and
 * accounts, and the signs of the others; it may let through too much and never too little:
 *
 *     "amyotrophic lateral sclerosis type 4"   known by  "amyotrophic lateral sclerosis"
 *     "#breastcancer"                          known by  "breast cancer", which it begins with
 *     "MS" and "POTS" in one text              known: two abbreviations make each other count
 *
 * Of the texts that have such a word, half speak of something else; most of those are stopped by what else they say
 * (prefilter.ts).
 *
 * Not known by itself is a name with a letter wrong (typos.ts), and what the prefilter stops is not always nothing: so the engine
 * asks the gate, too. A post has the same label whether it was asked about before the gate was there or after.
 *
 *     length of the keys u32 · keys (key-set.ts) · weights (prefilter.ts)
 */
export interface Gate {
  /** Whether a text has a word of illness or health. */
  hasSign(words: Words): boolean;
  /** Whether it could also tell of an experience or make a claim. */
  couldTell(words: Words): boolean;
  couldBeLabelled(post: Post): boolean;
}

/** Opens what `encodeGate` made. Throws when it is damaged. */
export function openGate(bytes: Uint8Array): Gate {
  if (bytes.length < HEAD) throw new Error('The gate is damaged: it is too short.');
  const end = HEAD + new DataView(bytes.buffer, bytes.byteOffset, HEAD).getUint32(0, true);
  const keys = openKeySet(bytes.subarray(HEAD, end));
  const prefilter = openPrefilter(bytes.subarray(end));
  const wordsOf = wordReader();

  function isKey(kind: number, count: number, a: number, b: number): boolean {
    return keys.has(a ^ saltOf(kind, count), b);
  }

  function hasSign(words: Words): boolean {
    const { count, flags } = words;
    let abbreviation: number | null = null;
    for (let at = 0; at < count; at += 1) {
      let a = 0;
      let b = 0;
      let capitals = CAPITALS;
      for (let row = 1; row <= LONGEST_ROW && at + row <= count; row += 1) {
        const next = at + row - 1;
        const flag = flags[next] as number;
        // No name goes beyond the end of a sentence.
        if (row > 1 && (flag & BREAK) !== 0) break;
        a = joinedA(a, words, next);
        b = joinedB(b, words, next);
        if (isKey(ANYWHERE, row, a, b)) return true;
        capitals &= flag;
        if (capitals === 0) continue;
        if (isKey(IN_CAPITALS, row, a, b)) return true;
        if (isKey(ABBREVIATION, row, a, b)) {
          if (abbreviation !== null && abbreviation !== a) return true;
          abbreviation = a;
        }
      }
      const isTogether = ((flags[at] as number) & (HASHTAG | DIGITS)) !== 0;
      if (isTogether && hasSignTogether(words.text.slice(words.start[at], words.end[at]))) return true;
    }
    return false;
  }

  /** Whether a name of several words, written together, could be this one word: its beginning or its end is known. */
  function hasSignTogether(word: string): boolean {
    return formsTogether(foldedWord(word)).some((form) => {
      for (let length = SHORTEST_END; length <= form.length; length += 1) {
        const begin = hashesOf(form.slice(0, length));
        const end = hashesOf(form.slice(form.length - length));
        for (let row = 1; row <= LONGEST_ROW; row += 1) {
          if (isKey(ANYWHERE, row, begin.a, begin.b) || isKey(ANYWHERE, row, end.a, end.b)) return true;
        }
      }
      return false;
    });
  }

  function isListed(href: string): boolean {
    const target = targetOf(href);
    if (target === null) return false;
    const host = hostOf(target);
    const account = accountOf(host, segmentsOf(target));
    if (account !== undefined) return isAddress(account);
    for (let above = host; above.includes('.'); above = above.slice(above.indexOf('.') + 1)) if (isAddress(above)) return true;
    return false;
  }

  function isAddress(address: string): boolean {
    const { a, b } = hashesOf(address);
    return isKey(ADDRESS, 1, a, b);
  }

  function couldTell(words: Words): boolean {
    return hasSign(words) && prefilter.passes(words);
  }

  return {
    hasSign,
    couldTell,
    couldBeLabelled: ({ text, links, language }) =>
      (!isOtherThanEnglish(language) && couldTell(wordsOf(text))) ||
      links.some(({ href }) => isListed(href)) ||
      mayIdentify(text) ||
      mayAttribute(text) ||
      attributedHandles(text).some(({ handle }) => isAddress(`x:${handle}`)),
  };
}

/** What a gate knows, as folded words. */
export interface GateList {
  /** Signs wherever they stand: one to three words each. */
  readonly anywhere: readonly (readonly string[])[];
  /** Signs where all of their letters are capitals. */
  readonly inCapitals: readonly (readonly string[])[];
  /** Abbreviations that need another one. */
  readonly abbreviations: readonly (readonly string[])[];
  /** Hosts, without `www.`, and accounts: `nhs.uk`, `x:who`. */
  readonly addresses: readonly string[];
}

/** The gate's bytes, with those of its prefilter; the same for the same list in any order. */
export function encodeGate(
  { anywhere, inCapitals, abbreviations, addresses }: GateList,
  prefilter: Uint8Array = LETS_ALL_THROUGH,
): Uint8Array {
  const keys = encodeKeySet([
    ...anywhere.map((row) => keyOf(ANYWHERE, row)),
    ...inCapitals.map((row) => keyOf(IN_CAPITALS, row)),
    ...abbreviations.map((row) => keyOf(ABBREVIATION, row)),
    ...[...addresses, ...RESOLVERS].map((address) => keyOf(ADDRESS, [address])),
  ]);
  const bytes = new Uint8Array(HEAD + keys.length + prefilter.length);
  new DataView(bytes.buffer).setUint32(0, keys.length, true);
  bytes.set(keys, HEAD);
  bytes.set(prefilter, HEAD + keys.length);
  return bytes;
}

const HEAD = 4;

/** Words in a row that a key has at the most. */
export const LONGEST_ROW = 3;

/** Letters that the known end of a name written together has at the least. */
export const SHORTEST_END = 4;

/** They lead to papers of anybody on the list. */
const RESOLVERS = ['doi.org', 'dx.doi.org'];

const ANYWHERE = 0;
const IN_CAPITALS = 1;
const ABBREVIATION = 2;
const ADDRESS = 3;

function keyOf(kind: number, row: readonly string[]): Key {
  const { a, b } = hashesOf(row.join(''));
  return { a: a ^ saltOf(kind, row.length), b };
}

/** So that `be i` is not `bei`, and an abbreviation not the word. */
function saltOf(kind: number, count: number): number {
  return Math.imul(4 * kind + count, 0x9e3779b1);
}
