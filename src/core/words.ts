/** The words of a text in typed arrays, as text.ts reads them: no string is made for a word. */
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

/** Some words of a text, from one on, as words of their own. */
export function stretchOf(words: Words, from: number, count: number): Words {
  return {
    text: words.text,
    count: Math.min(count, words.count - from),
    start: words.start.subarray(from),
    end: words.end.subarray(from),
    hashA: words.hashA.subarray(from),
    hashB: words.hashB.subarray(from),
    length: words.length.subarray(from),
    flags: words.flags.subarray(from),
  };
}

/** Arrays that are filled again for every text. They have room for as many words as it has letters: no word asks for more. */
export class WordArrays {
  text = '';
  count = 0;
  start = new Int32Array(0);
  end = new Int32Array(0);
  hashA = new Int32Array(0);
  hashB = new Int32Array(0);
  length = new Uint8Array(0);
  flags = new Uint8Array(0);

  begin(text: string): void {
    this.text = text;
    this.count = 0;
    const room = this.start.length;
    if (text.length > room || room > KEPT) this.makeRoom(Math.max(text.length, USUAL));
  }

  add(from: number, end: number, flags: number, a: number, b: number, length: number): void {
    const at = this.count;
    this.start[at] = from;
    this.end[at] = end;
    this.hashA[at] = a;
    this.hashB[at] = b;
    this.length[at] = length;
    this.flags[at] = flags;
    this.count = at + 1;
  }

  private makeRoom(room: number): void {
    this.start = new Int32Array(room);
    this.end = new Int32Array(room);
    this.hashA = new Int32Array(room);
    this.hashB = new Int32Array(room);
    this.length = new Uint8Array(room);
    this.flags = new Uint8Array(room);
  }
}

/** Letters of a post at the most, nearly always; and of a text whose arrays are not kept for the next one. */
const USUAL = 1024;
const KEPT = 1 << 16;

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

/** Folded letters that a word has at the most. */
export const LONGEST_LETTERS = 71;

/** Odd multipliers: a word's hash is a polynomial in them, so hashes of words can be joined. */
export const FACTOR_A = 0x01000193;
export const FACTOR_B = 0x5bd1e995;

/** What undoes a multiplication by a factor, modulo 2^32. */
export const INVERSE_A = inverseOf(FACTOR_A);
export const INVERSE_B = inverseOf(FACTOR_B);

/** By Newton's method: each step doubles the bits that are right. */
function inverseOf(odd: number): number {
  let inverse = odd;
  for (let step = 0; step < 5; step += 1) inverse = Math.imul(inverse, 2 - Math.imul(odd, inverse));
  return inverse;
}

/** Powers of the factors, by a word's length. */
const POWER_A = powersOf(FACTOR_A);
const POWER_B = powersOf(FACTOR_B);

function powersOf(factor: number): Int32Array {
  const powers = new Int32Array(LONGEST_LETTERS + 1);
  powers[0] = 1;
  for (let index = 1; index < powers.length; index += 1) powers[index] = Math.imul(powers[index - 1] as number, factor);
  return powers;
}
