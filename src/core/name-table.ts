/**
 * The table behind the lexicon: from the hash of a sequence of words to the 24 bits kept for it.
 *
 * No key is stored, only a fingerprint of 21 bits in a bucket of eight slots, and of the value's 24 bits five check where
 * one word ends and the next begins: the hash is of the letters alone, and `be i` is not `b ei`. The bytes of the slots lie in planes, so a look-up reads eight neighbours and rarely more, and
 * each plane packs well by itself.
 *
 *     bucket 0            bucket 1
 *     l l l l l l l l     l l l …        low 8 bits of the fingerprints
 *     m m m m m m m m     m m m …        the middle 8
 *     h h h h h · · ·     h h h …        the high 5, and 0x80 where the slot is taken
 *     v v v …  v v v …  v v v …          the values, a plane for each byte
 *
 * A name that finds its bucket full goes to the next one. A wrong hit needs 26 equal bits: one in eight million look-ups.
 */
export interface NameTable {
  /** The value kept for words of these hashes and this shape, or of `ANY_SHAPE`; `NONE` when there is none. */
  lookUp(a: number, b: number, shape: number, words: number): number;
}

export const NONE = -1;

/** For words written together: nobody can see where one ends. A wrong hit is then 32 times as likely. */
export const ANY_SHAPE = -1;

/** The shape of words, from that of the words before (0 for none) and the next word's length. */
export function shapeWith(before: number, length: number): number {
  return (Math.imul(before, 7) + length) & CHECK;
}

/** What is kept for a name, within 17 and 2 bits. */
export interface NameRow {
  readonly a: number;
  readonly b: number;
  readonly words: number;
  readonly shape: number;
  readonly entry: number;
  readonly flags: number;
}

export const MAX_ENTRIES = 1 << 17;

export function entryOf(value: number): number {
  return value & (MAX_ENTRIES - 1);
}

export function flagsOf(value: number): number {
  return (value >>> 17) & 3;
}

/** The table of the rows, in their order. */
export function encodeNameTable(rows: readonly NameRow[]): Uint8Array {
  const buckets = Math.max(1, Math.ceil(rows.length / (BUCKET * FILLED)));
  const bytes = new Uint8Array(buckets * BUCKET * PLANES);
  const [low, middle, high, ...values] = planesOf(bytes);
  for (const row of rows) {
    const print = fingerprint(row.b, row.words);
    const value = row.entry | (row.flags << 17) | (row.shape << 19);
    let slot = bucketOf(row.a, row.words, buckets) * BUCKET;
    while ((high[slot] as number) !== 0) slot = (slot + 1) % high.length;
    low[slot] = print;
    middle[slot] = print >>> 8;
    high[slot] = TAKEN | (print >>> 16);
    for (const [byte, plane] of values.entries()) plane[slot] = value >>> (8 * byte);
  }
  return bytes;
}

/** Opens what `encodeNameTable` made, without copying. Throws when its size does not fit. */
export function openNameTable(bytes: Uint8Array): NameTable {
  if (bytes.length === 0 || bytes.length % (BUCKET * PLANES) !== 0) {
    throw new Error('The index of names is damaged: its table has no whole buckets.');
  }
  const [low, middle, high, value0, value1, value2] = planesOf(bytes);
  const slots = low.length;
  const buckets = slots / BUCKET;

  return {
    lookUp(a, b, shape, words) {
      const print = fingerprint(b, words);
      const wanted = print & 0xff;
      let slot = bucketOf(a, words, buckets) * BUCKET;
      for (let tried = 0; tried < buckets; tried += 1) {
        for (const end = slot + BUCKET; slot < end; slot += 1) {
          if (low[slot] !== wanted || middle[slot] !== ((print >>> 8) & 0xff) || high[slot] !== (TAKEN | (print >>> 16)))
            continue;
          const value = (value0[slot] as number) | ((value1[slot] as number) << 8) | ((value2[slot] as number) << 16);
          if (shape === ANY_SHAPE || value >>> 19 === shape) return value;
        }
        // Slots are taken in order: a bucket whose last one is free never overflowed.
        if (high[slot - 1] === 0) return NONE;
        if (slot === slots) slot = 0;
      }
      return NONE;
    },
  };
}

const BUCKET = 8;
const FILLED = 0.92;
const PLANES = 6;
const TAKEN = 0x80;
const CHECK = 31;

type Planes = readonly [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];

function planesOf(bytes: Uint8Array): Planes {
  const slots = bytes.length / PLANES;
  return Array.from({ length: PLANES }, (_, plane) => bytes.subarray(plane * slots, (plane + 1) * slots)) as unknown as Planes;
}

/** Any number of buckets: the hash's upper 24 bits are scaled down to it. */
function bucketOf(a: number, words: number, buckets: number): number {
  return Math.floor(((Math.imul(a ^ Math.imul(words, 0x85ebca6b), 0x9e3779b1) >>> 8) * buckets) / (1 << 24));
}

function fingerprint(b: number, words: number): number {
  return Math.imul(b ^ Math.imul(words, 0xc2b2ae35), 0x9e3779b1) >>> 11;
}
