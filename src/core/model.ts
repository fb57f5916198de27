import { type Grams, gramsOf } from './grams.ts';
import type { HashIndex } from './hash-index.ts';
import { forward, forwardFromProducts, forwardWithout } from './network.ts';
import { ANSWERS, type Dense, Passage, WIDTH } from './network-shape.ts';
import { PIECES, type ReaderInput } from './reader-input.ts';
import type { WordMemory } from './word-memory.ts';

/** The answers, in the order of the network's outputs. */
export const EXPERIENCE = 0;
export const CLAIM = 1;
export const HEALTH = 2;
export const CARER = 3;

/**
 * All that the reader has learned: numbers for words, for pieces of words, for kinds of names and for phrases, and the
 * network over them. Words and phrases are kept as hashes, and only those that many texts have.
 */
export interface Model {
  readonly words: HashIndex;
  readonly grams: HashIndex;
  readonly wordRows: Rows;
  readonly pieceRows: Rows;
  readonly kindRows: Rows;
  /** Four numbers a phrase: what it adds to each answer. */
  readonly gramRows: Rows;
  readonly dense: Dense;
}

/** Rows of small numbers, all to be multiplied by one scale: floats in training, bytes in the package. */
export interface Rows {
  readonly values: Float32Array | Int8Array;
  readonly scale: number;
}

/** Fills `passage.logits` with what the model makes of the input: with a memory of its words the same, sooner. */
export function answer(model: Model, input: ReaderInput, passage: Passage, memory: WordMemory | null = null): void {
  if (memory === null) {
    embed(model, input, passage);
    forward(model.dense, passage);
  } else {
    memory.recall(input, passage);
    forwardFromProducts(model.dense, passage);
  }
  addGrams(model, gramsOf(input), passage.logits);
}

/** The same once more after `answer`, as if the tokens that are taken (1) were not in the text. */
export function answerWithout(model: Model, input: ReaderInput, taken: Uint8Array, passage: Passage): void {
  forwardWithout(model.dense, passage, taken);
  addGrams(model, gramsOf(input, taken), passage.logits);
}

/** Fills `passage.words`. */
export function embed(model: Model, input: ReaderInput, passage: Passage): void {
  passage.count = input.count;
  for (let token = 0; token < input.count; token += 1) embedToken(model, input, token, passage.words);
}

/** A token's row: the sum of its word's row, its pieces' rows and its kind's row. */
export function embedToken(
  { words, wordRows, pieceRows, kindRows }: Model,
  input: ReaderInput,
  token: number,
  rows: Float32Array,
): void {
  const at = Passage.rowOf(token);
  const word = words.indexOf(input.hash[token] as number);
  if (word < 0) rows.fill(0, at, at + WIDTH);
  else setRow(rows, at, wordRows, word);
  for (let piece = token * PIECES; piece < (token + 1) * PIECES; piece += 1) {
    const hash = input.pieces[piece] as number;
    if (hash === 0) break;
    addRow(rows, at, pieceRows, pieceRowOf(pieceRows, hash));
  }
  const kind = input.kind[token] as number;
  if (kind > 0) addRow(rows, at, kindRows, kind);
}

/** Pieces share rows by their hash: there are more pieces than rows. */
export function pieceRowOf({ values }: Rows, hash: number): number {
  return hash % (values.length / WIDTH);
}

export function addGrams({ grams, gramRows }: Model, { hash, count }: Grams, logits: Float64Array): void {
  const { values, scale } = gramRows;
  for (let gram = 0; gram < count; gram += 1) {
    const row = grams.indexOf(hash[gram] as number);
    if (row < 0) continue;
    for (let index = 0; index < ANSWERS; index += 1) {
      logits[index] = (logits[index] as number) + scale * (values[row * ANSWERS + index] as number);
    }
  }
}

function setRow(rows: Float32Array, at: number, { values, scale }: Rows, row: number): void {
  const from = row * WIDTH;
  for (let index = 0; index < WIDTH; index += 1) rows[at + index] = scale * (values[from + index] as number);
}

function addRow(rows: Float32Array, at: number, { values, scale }: Rows, row: number): void {
  const from = row * WIDTH;
  for (let index = 0; index < WIDTH; index += 1) {
    rows[at + index] = (rows[at + index] as number) + scale * (values[from + index] as number);
  }
}
