// biome-ignore-all lint/style/noNonNullAssertion: every index is inside its array by construction; `as number` at each would hide the arithmetic.
import { embedToken, type Model } from './model.ts';
import { type Passage, PRODUCTS } from './network-shape.ts';
import { LONGEST, PIECES, type ReaderInput } from './reader-input.ts';
import { multiplyWords } from './word-products.ts';

/**
 * The products of words that one model has read before. Half of the arithmetic of a text is of its words alone, whatever
 * stands around them, and a feed says "the", "my" and "pain" in one post after the other.
 *
 *     place = hash modulo PLACES   →   key: hash · kind · pieces   →   products
 *
 * A word that finds another in its place takes it over, unless this very text has need of that other. What is remembered was
 * computed as it would be anew: a text's answer is the same, whatever was read before.
 */
export class WordMemory {
  private readonly keys = new Uint32Array(PLACES * KEY);
  private readonly products = new Float64Array(PLACES * PRODUCTS);
  /** The number of the last text that had the word of a place. */
  private readonly lastText = new Uint32Array(PLACES);
  private text = 0;
  private readonly placeOf = new Uint16Array(LONGEST);
  private readonly fresh = new Uint16Array(LONGEST);
  private readonly isFresh = new Uint8Array(LONGEST);

  constructor(private readonly model: Model) {}

  /** Fills the passage's `products`. Its `words` are filled for those words only that are not remembered. */
  recall(input: ReaderInput, passage: Passage): void {
    const { placeOf, fresh, isFresh, model } = this;
    this.text = (this.text + 1) >>> 0;
    let count = 0;
    for (let token = 0; token < input.count; token += 1) {
      const place = input.hash[token]! % PLACES;
      const known = this.isWordAt(place, input, token);
      const isFree = known || this.lastText[place] !== this.text;
      if (isFree && !known) this.setKey(place, input, token);
      if (isFree) this.lastText[place] = this.text;
      placeOf[token] = isFree ? place : NOWHERE;
      isFresh[token] = known ? 0 : 1;
      if (!known) {
        embedToken(model, input, token, passage.words);
        fresh[count++] = token;
      }
    }
    multiplyWords(model.dense, passage, fresh.subarray(0, count));
    for (let token = 0; token < input.count; token += 1) {
      const place = placeOf[token]! * PRODUCTS;
      const at = token * PRODUCTS;
      if (isFresh[token] === 0) passage.products.set(this.products.subarray(place, place + PRODUCTS), at);
      else if (placeOf[token] !== NOWHERE) this.products.set(passage.products.subarray(at, at + PRODUCTS), place);
    }
  }

  private isWordAt(place: number, { hash, kind, pieces }: ReaderInput, token: number): boolean {
    const key = place * KEY;
    if (this.keys[key] !== hash[token] || this.keys[key + 1] !== kind[token]) return false;
    for (let piece = 0; piece < PIECES; piece += 1) {
      if (this.keys[key + 2 + piece] !== pieces[token * PIECES + piece]) return false;
    }
    return true;
  }

  private setKey(place: number, { hash, kind, pieces }: ReaderInput, token: number): void {
    const key = place * KEY;
    this.keys[key] = hash[token]!;
    this.keys[key + 1] = kind[token]!;
    for (let piece = 0; piece < PIECES; piece += 1) this.keys[key + 2 + piece] = pieces[token * PIECES + piece]!;
  }
}

const PLACES = 1024;
const KEY = 2 + PIECES;
const NOWHERE = 0xffff;
