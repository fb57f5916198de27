import { LONGEST } from './reader-input.ts';

export const WIDTH = 32;
export const HEADS = 3;
export const ANSWERS = 4;

export const NEAR = 48;
export const FAR = 16;
export const BOTH = NEAR + FAR;
export const MIDDLE = 48;
export const POOLED = MIDDLE * (HEADS + 1);
export const JOINED = 32;

/** Rows of nothing before and behind the words, for the window of five. */
export const MARGIN = 2;

/**
 * What a word has to give to the windows it stands in: one number a row of `near` and of `far` and a place in the window.
 * A row of a matrix is the parts of its places side by side, so a word's products are the matrix, read as rows of one
 * word, times the word.
 */
export const PRODUCTS = 3 * NEAR + 5 * FAR;
export const FAR_PRODUCTS = 3 * NEAR;

/** Every matrix row by row, one row an output. */
export interface Dense<Numbers extends Weights = Weights> {
  readonly near: Numbers;
  readonly nearBias: Numbers;
  readonly far: Numbers;
  readonly farBias: Numbers;
  readonly middle: Numbers;
  readonly middleBias: Numbers;
  readonly query: Numbers;
  readonly join: Numbers;
  readonly joinBias: Numbers;
  readonly answer: Numbers;
  readonly answerBias: Numbers;
}

/** Floats; kept as doubles where they are only read, so that they need not be widened at every use. */
export type Weights = Float32Array | Float64Array;

/** Rows and columns of every part: how `Dense` is stored. A bias is one column. */
export const DENSE_SHAPE: { readonly [part in keyof Dense]: readonly [rows: number, columns: number] } = {
  near: [NEAR, 3 * WIDTH],
  nearBias: [NEAR, 1],
  far: [FAR, 5 * WIDTH],
  farBias: [FAR, 1],
  middle: [MIDDLE, BOTH],
  middleBias: [MIDDLE, 1],
  query: [HEADS, MIDDLE],
  join: [JOINED, POOLED],
  joinBias: [JOINED, 1],
  answer: [ANSWERS, JOINED],
  answerBias: [ANSWERS, 1],
};

/** The number of the word that is none. */
export const NOTHING = LONGEST;

/** One text on its way through. Made once and used again for each text. */
export class Passage {
  count = 0;
  /** A row a word, with `MARGIN` empty rows around: fill with `rowOf`. */
  readonly words = new Float32Array((LONGEST + 2 * MARGIN) * WIDTH);
  /** A row a word, and behind the last a row of nothing. */
  readonly products = new Float64Array((LONGEST + 1) * PRODUCTS);
  readonly windows = new Float32Array(LONGEST * BOTH);
  readonly states = new Float32Array(LONGEST * MIDDLE);
  /** What each head makes of a word's state. */
  readonly regard = new Float32Array(LONGEST * HEADS);
  /** And the word's share of all that are read, a row a head. */
  readonly attention = new Float64Array(HEADS * LONGEST);
  readonly greatest = new Uint16Array(MIDDLE);
  readonly pooled = new Float32Array(POOLED);
  readonly joined = new Float32Array(JOINED);
  readonly logits = new Float64Array(ANSWERS);
  /** Of what `logits` were asked to rise: filled by `backward` (network-slopes.ts), rows as in `words`. */
  readonly wordSlopes = new Float32Array((LONGEST + 2 * MARGIN) * WIDTH);
  /** The words that are read, in their order, with places of nothing around. */
  readonly order = new Uint16Array(LONGEST + 2 * MARGIN).fill(NOTHING);
  /** How many of the words are read. */
  left = 0;
  /** Two words before and two behind each, as its state was computed with them. */
  readonly neighbours = new Uint16Array(LONGEST * 2 * MARGIN);

  /** Where a word's row begins. */
  static rowOf(word: number): number {
    return (word + MARGIN) * WIDTH;
  }
}
