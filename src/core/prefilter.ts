import { avalanche, slotIn } from './avalanche.ts';
import { BREAK, joinedA, type Words } from './words.ts';

/**
 * Whether a text could tell of an experience or make a claim, by its words and pairs of words alone: a linear classifier over
 * hashed features (Weinberger and others 2009), half a byte a weight. It was taught what the reader (reading.ts) says, and to
 * stop a text only where it is nearly sure: see data/README.md.
 *
 *     "I was diagnosed with lupus"   +5 I · +4 I was · +2 was · +7 was diagnosed · …   passes
 *     "this cake is pure diabetes"   +1 this · −2 this cake · −6 cake · …              is stopped
 *
 *     least f64 · weights, two a byte, the first in the low half, 8 is nothing
 */
export interface Prefilter {
  passes(words: Words): boolean;
}

export interface Weights {
  /** What the weights of a text come to at the least, for the square root of how many they are: long texts are no surer. */
  readonly least: number;
  /** An even number of whole ones from -7 to 7. */
  readonly weights: Int8Array;
}

/** Opens what `encodePrefilter` made. Throws when it is damaged. */
export function openPrefilter(bytes: Uint8Array): Prefilter {
  if (bytes.length <= HEAD) throw new Error('The weights of the gate are damaged: they are too few.');
  const least = new DataView(bytes.buffer, bytes.byteOffset, HEAD).getFloat64(0, true);
  const pairs = bytes.subarray(HEAD);
  const slots = 2 * pairs.length;

  return {
    passes(words) {
      const count = featuresOf(words, features);
      let sum = 0;
      for (let at = 0; at < count; at += 1) {
        const slot = slotIn(features[at] as number, slots);
        sum += (((pairs[slot >> 1] as number) >> (4 * (slot & 1))) & 15) - NOTHING;
      }
      return sum >= least * Math.sqrt(count);
    },
  };
}

export function encodePrefilter({ least, weights }: Weights): Uint8Array {
  const bytes = new Uint8Array(HEAD + weights.length / 2);
  new DataView(bytes.buffer).setFloat64(0, least, true);
  for (const [slot, weight] of weights.entries()) {
    const at = HEAD + (slot >> 1);
    bytes[at] = (bytes[at] as number) | ((weight + NOTHING) << (4 * (slot & 1)));
  }
  return bytes;
}

/** Writes the hashes of a text's words, and of those that stand side by side in a sentence, and returns how many they are. */
export function featuresOf(words: Words, hashes: Uint32Array): number {
  const { hashA, flags } = words;
  const end = Math.min(words.count, LONGEST);
  let count = 0;
  for (let at = 0; at < end; at += 1) {
    const hash = hashA[at] as number;
    hashes[count++] = avalanche(hash);
    const next = at + 1;
    if (next < end && ((flags[next] as number) & BREAK) === 0) hashes[count++] = avalanche(joinedA(hash, words, next) ^ PAIR);
  }
  return count;
}

/** Words that are looked at. The reader reads no further either. */
const LONGEST = 128;

export const MOST_FEATURES = 2 * LONGEST;

/** So that `heart attack` is not `heartattack`. */
const PAIR = 0x51ed270b;

const HEAD = 8;
const NOTHING = 8;

const features = new Uint32Array(MOST_FEATURES);

export const LETS_ALL_THROUGH: Uint8Array = /* @__PURE__ */ encodePrefilter({
  least: Number.NEGATIVE_INFINITY,
  weights: new Int8Array(2),
});
