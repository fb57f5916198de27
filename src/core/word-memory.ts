// biome-ignore-all lint/style/noNonNullAssertion: every index is inside its array by construction; `as number` at each would hide the arithmetic.
import { embedToken, type Model } from './model.ts';
import { type Passage, PRODUCTS } from './network-shape.ts';
import { LONGEST, PIECES, type ReaderInput } from './reader-input.ts';
import { multiplyWords } from './word-products.ts';

/**
 * The products of words that one model has read before. They are of a word alone, whatever stands around it, and a feed says
 * "the", "my" and "pain" in one post after the other: of the words of real posts half are remembered.
 *
 *     place = hash modulo PLACES   →   key: hash · kind · pieces   →   products
 *
 * A word that finds another in its place takes it over. What is remembered was computed as it would be anew: a text's answer
 * is the same, whatever was read before.
 */
export class WordMemory {
  private readonly keys = new Uint32Array(PLACES * KEY);
  private readonly products = new Float64Array(PLACES * PRODUCTS);
  private readonly fresh = new Uint16Array(LONGEST);
  private readonly isFresh = new Uint8Array(LONGEST);

  constructor(private readonly model: Model) {}

  /** Fills the passage's `products`. Its `words` are filled for those words only that are not remembered. */
  recall(input: ReaderInput, passage: Passage): void {
    const { fresh, isFresh, model, products } = this;
    passage.count = input.count;
    let count = 0;
    for (let token = 0; token < input.count; token += 1) {
      const isNew = this.takePlace(input, token);
      isFresh[token] = isNew ? 1 : 0;
      if (!isNew) continue;
      embedToken(model, input, token, passage.words);
      fresh[count++] = token;
    }
    multiplyWords(model.dense, passage, fresh.subarray(0, count));
    // In the order in which the places were taken: each word finds there what it should.
    for (let token = 0; token < input.count; token += 1) {
      const place = (input.hash[token]! % PLACES) * PRODUCTS;
      const at = token * PRODUCTS;
      if (isFresh[token] === 1) products.set(passage.products.subarray(at, at + PRODUCTS), place);
      else passage.products.set(products.subarray(place, place + PRODUCTS), at);
    }
  }

  /** Puts a token's key in its place. Whether it was not there. */
  private takePlace({ hash, kind, pieces }: ReaderInput, token: number): boolean {
    const { keys } = this;
    const key = (hash[token]! % PLACES) * KEY;
    const piece = token * PIECES;
    let isNew = keys[key] !== hash[token] || keys[key + 1] !== kind[token];
    for (let index = 0; index < PIECES && !isNew; index += 1) isNew = keys[key + 2 + index] !== pieces[piece + index];
    if (!isNew) return false;
    keys[key] = hash[token]!;
    keys[key + 1] = kind[token]!;
    for (let index = 0; index < PIECES; index += 1) keys[key + 2 + index] = pieces[piece + index]!;
    return true;
  }
}

/** 1.9 MB. With twice as many, six words of ten would be remembered instead of five. */
const PLACES = 1024;
const KEY = 2 + PIECES;
