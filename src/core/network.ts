// biome-ignore-all lint/style/noNonNullAssertion: every index is inside its array by construction; `as number` at each would hide the arithmetic.
import { exponential } from './exact-math.ts';
import { LONGEST } from './reader-input.ts';

/**
 * The reader's network: a small convolution over the words of a text, read by a few attentions.
 *
 *     words × 32 ─┬─ of 3 words → 48 ─┬─ → 48 a word ─┬─ attention × 3 ─┬─ → 32 → 4 answers
 *                 └─ of 5 words → 16 ─┘               └─ greatest ──────┘
 *
 * Plain sums and products of IEEE doubles in a fixed order, and an exponential of our own: the same bytes give the same
 * answer in every engine. About 10,000 multiplications a word; only zeros behind a ReLU are skipped.
 *
 * `backward` is used twice: in training, and to say which words carried an answer.
 */
export const WIDTH = 32;
export const HEADS = 3;
export const ANSWERS = 4;

const NEAR = 48;
const FAR = 16;
const BOTH = NEAR + FAR;
const MIDDLE = 48;
const POOLED = MIDDLE * (HEADS + 1);
const JOINED = 32;

/** Rows of nothing before and behind the words, for the window of five. */
const MARGIN = 2;

/** Every matrix row by row, one row an output. */
export interface Dense {
  readonly near: Float32Array;
  readonly nearBias: Float32Array;
  readonly far: Float32Array;
  readonly farBias: Float32Array;
  readonly middle: Float32Array;
  readonly middleBias: Float32Array;
  readonly query: Float32Array;
  readonly join: Float32Array;
  readonly joinBias: Float32Array;
  readonly answer: Float32Array;
  readonly answerBias: Float32Array;
}

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

/** One text on its way through. Made once and used again for each text. */
export class Passage {
  count = 0;
  /** A row a word, with `MARGIN` empty rows around: fill with `rowOf`. */
  readonly words = new Float32Array((LONGEST + 2 * MARGIN) * WIDTH);
  readonly windows = new Float32Array(LONGEST * BOTH);
  readonly states = new Float32Array(LONGEST * MIDDLE);
  readonly attention = new Float32Array(HEADS * LONGEST);
  readonly greatest = new Uint16Array(MIDDLE);
  readonly pooled = new Float32Array(POOLED);
  readonly joined = new Float32Array(JOINED);
  readonly logits = new Float64Array(ANSWERS);
  /** Of what `logits` were asked to rise: filled by `backward`, rows as in `words`. */
  readonly wordSlopes = new Float32Array((LONGEST + 2 * MARGIN) * WIDTH);

  /** Where a word's row begins. */
  static rowOf(word: number): number {
    return (word + MARGIN) * WIDTH;
  }
}

/** Fills the passage's `logits` from its `words`. `keep` drops parts of what is pooled, in training only. */
export function forward(dense: Dense, passage: Passage, keep: Float32Array | null = null): void {
  const { count, words, windows, states, pooled, joined, logits } = passage;
  words.fill(0, Passage.rowOf(count), Passage.rowOf(count + MARGIN));
  for (let word = 0; word < count; word += 1) {
    const row = Passage.rowOf(word);
    rectified(dense.near, dense.nearBias, words, row - WIDTH, 3 * WIDTH, windows, word * BOTH);
    rectified(dense.far, dense.farBias, words, row - 2 * WIDTH, 5 * WIDTH, windows, word * BOTH + NEAR);
    rectified(dense.middle, dense.middleBias, windows, word * BOTH, BOTH, states, word * MIDDLE);
  }
  pool(dense, passage);
  if (keep !== null) for (let index = 0; index < POOLED; index += 1) pooled[index] = pooled[index]! * keep[index]!;
  rectified(dense.join, dense.joinBias, pooled, 0, POOLED, joined, 0);
  for (let answer = 0; answer < ANSWERS; answer += 1) {
    let sum = dense.answerBias[answer]!;
    for (let index = 0; index < JOINED; index += 1) sum += dense.answer[answer * JOINED + index]! * joined[index]!;
    logits[answer] = sum;
  }
}

/** `output = max(0, matrix · input + bias)`, four rows at a time so that each input is loaded once for four. */
function rectified(
  matrix: Float32Array,
  bias: Float32Array,
  input: Float32Array,
  from: number,
  columns: number,
  output: Float32Array,
  to: number,
): void {
  for (let row = 0; row < bias.length; row += 4) {
    let one = bias[row]!;
    let two = bias[row + 1]!;
    let three = bias[row + 2]!;
    let four = bias[row + 3]!;
    const first = row * columns;
    const second = first + columns;
    const third = second + columns;
    const fourth = third + columns;
    for (let column = 0; column < columns; column += 1) {
      const value = input[from + column]!;
      one += value * matrix[first + column]!;
      two += value * matrix[second + column]!;
      three += value * matrix[third + column]!;
      four += value * matrix[fourth + column]!;
    }
    output[to + row] = one > 0 ? one : 0;
    output[to + row + 1] = two > 0 ? two : 0;
    output[to + row + 2] = three > 0 ? three : 0;
    output[to + row + 3] = four > 0 ? four : 0;
  }
}

/** One weighted mean of the words' states a head, and the greatest of each state. */
function pool(dense: Dense, { count, states, attention, greatest, pooled }: Passage): void {
  pooled.fill(0);
  greatest.fill(0);
  for (let head = 0; head < HEADS; head += 1) {
    const base = head * LONGEST;
    let most = -Infinity;
    for (let word = 0; word < count; word += 1) {
      let sum = 0;
      for (let index = 0; index < MIDDLE; index += 1) sum += dense.query[head * MIDDLE + index]! * states[word * MIDDLE + index]!;
      attention[base + word] = sum;
      if (attention[base + word]! > most) most = attention[base + word]!;
    }
    let total = 0;
    for (let word = 0; word < count; word += 1) {
      const weight = exponential(attention[base + word]! - most);
      attention[base + word] = weight;
      total += weight;
    }
    for (let word = 0; word < count; word += 1) {
      const weight = attention[base + word]! / total;
      attention[base + word] = weight;
      for (let index = 0; index < MIDDLE; index += 1) {
        const at = head * MIDDLE + index;
        pooled[at] = pooled[at]! + weight * states[word * MIDDLE + index]!;
      }
    }
  }
  const last = HEADS * MIDDLE;
  for (let word = 0; word < count; word += 1) {
    for (let index = 0; index < MIDDLE; index += 1) {
      const state = states[word * MIDDLE + index]!;
      if (state <= pooled[last + index]!) continue;
      pooled[last + index] = state;
      greatest[index] = word;
    }
  }
}

/**
 * Fills the passage's `wordSlopes`: how `slopes · logits` changes with each number of `words`, as `forward` left it.
 * With `gradients`, adds to them how it changes with each weight.
 */
export function backward(
  dense: Dense,
  passage: Passage,
  slopes: ArrayLike<number>,
  gradients: Dense | null = null,
  keep: Float32Array | null = null,
): void {
  const { count, words, windows, states, attention, greatest, pooled, joined, wordSlopes } = passage;
  wordSlopes.fill(0, 0, Passage.rowOf(count + MARGIN));
  joinedSlopes.fill(0);
  for (let answer = 0; answer < ANSWERS; answer += 1) {
    const slope = slopes[answer]!;
    if (gradients !== null) gradients.answerBias[answer] = gradients.answerBias[answer]! + slope;
    sendBack(dense.answer, gradients?.answer ?? null, answer, slope, joined, joinedSlopes, JOINED);
  }
  pooledSlopes.fill(0);
  for (let row = 0; row < JOINED; row += 1) {
    if (joined[row] === 0) continue;
    const slope = joinedSlopes[row]!;
    if (gradients !== null) gradients.joinBias[row] = gradients.joinBias[row]! + slope;
    sendBack(dense.join, gradients?.join ?? null, row, slope, pooled, pooledSlopes, POOLED);
  }
  if (keep !== null) for (let index = 0; index < POOLED; index += 1) pooledSlopes[index] = pooledSlopes[index]! * keep[index]!;
  stateSlopes.fill(0, 0, count * MIDDLE);
  for (let head = 0; head < HEADS; head += 1) poolBack(dense, gradients, head, count, states, attention);
  for (let index = 0; index < MIDDLE; index += 1) {
    const at = greatest[index]! * MIDDLE + index;
    stateSlopes[at] = stateSlopes[at]! + pooledSlopes[HEADS * MIDDLE + index]!;
  }
  for (let at = 0; at < count * MIDDLE; at += 1) if (states[at] === 0) stateSlopes[at] = 0;
  windowSlopes.fill(0, 0, count * BOTH);
  for (let word = 0; word < count; word += 1) {
    const state = word * MIDDLE;
    const at = Passage.rowOf(word);
    const window = word * BOTH;
    sendRowsBack(dense.middle, stateSlopes, state, MIDDLE, windowSlopes, window, BOTH);
    for (let row = window; row < window + BOTH; row += 1) if (windows[row] === 0) windowSlopes[row] = 0;
    sendRowsBack(dense.near, windowSlopes, window, NEAR, wordSlopes, at - WIDTH, 3 * WIDTH);
    sendRowsBack(dense.far, windowSlopes, window + NEAR, FAR, wordSlopes, at - 2 * WIDTH, 5 * WIDTH);
  }
  if (gradients === null) return;
  const first = Passage.rowOf(0);
  addGradient(gradients.middle, gradients.middleBias, stateSlopes, 0, MIDDLE, windows, 0, BOTH, BOTH, count);
  addGradient(gradients.near, gradients.nearBias, windowSlopes, 0, BOTH, words, first - WIDTH, WIDTH, 3 * WIDTH, count);
  addGradient(gradients.far, gradients.farBias, windowSlopes, NEAR, BOTH, words, first - 2 * WIDTH, WIDTH, 5 * WIDTH, count);
}

const joinedSlopes = new Float32Array(JOINED);
const pooledSlopes = new Float32Array(POOLED);
const stateSlopes = new Float32Array(LONGEST * MIDDLE);
const windowSlopes = new Float32Array(LONGEST * BOTH);
const active = new Uint16Array(BOTH);

/** One output's slope, back through its row of the matrix: to the row's gradient and to the inputs' slopes. */
function sendBack(
  matrix: Float32Array,
  gradient: Float32Array | null,
  row: number,
  slope: number,
  input: Float32Array,
  inputSlopes: Float32Array,
  columns: number,
): void {
  const base = row * columns;
  for (let column = 0; column < columns; column += 1) {
    inputSlopes[column] = inputSlopes[column]! + slope * matrix[base + column]!;
  }
  if (gradient === null) return;
  for (let column = 0; column < columns; column += 1) {
    gradient[base + column] = gradient[base + column]! + slope * input[column]!;
  }
}

/** Adds to the inputs' slopes what all outputs of one word send back; outputs without a slope are passed over. */
function sendRowsBack(
  matrix: Float32Array,
  slopes: Float32Array,
  from: number,
  rows: number,
  inputSlopes: Float32Array,
  to: number,
  columns: number,
): void {
  let count = 0;
  for (let row = 0; row < rows; row += 1) if (slopes[from + row] !== 0) active[count++] = row;
  for (let column = 0; column < columns; column += 4) {
    let one = inputSlopes[to + column]!;
    let two = inputSlopes[to + column + 1]!;
    let three = inputSlopes[to + column + 2]!;
    let four = inputSlopes[to + column + 3]!;
    for (let index = 0; index < count; index += 1) {
      const row = active[index]!;
      const slope = slopes[from + row]!;
      const at = row * columns + column;
      one += slope * matrix[at]!;
      two += slope * matrix[at + 1]!;
      three += slope * matrix[at + 2]!;
      four += slope * matrix[at + 3]!;
    }
    inputSlopes[to + column] = one;
    inputSlopes[to + column + 1] = two;
    inputSlopes[to + column + 2] = three;
    inputSlopes[to + column + 3] = four;
  }
}

/** Adds to a matrix' gradient, and its bias', what all words of a text ask of it. */
function addGradient(
  gradient: Float32Array,
  bias: Float32Array,
  slopes: Float32Array,
  slopesFrom: number,
  slopesStride: number,
  input: Float32Array,
  inputFrom: number,
  inputStride: number,
  columns: number,
  count: number,
): void {
  for (let row = 0; row < bias.length; row += 1) {
    let actives = 0;
    let sum = 0;
    for (let word = 0; word < count; word += 1) {
      const slope = slopes[slopesFrom + word * slopesStride + row]!;
      if (slope === 0) continue;
      sum += slope;
      rowSlopes[actives] = slope;
      rowInputs[actives] = inputFrom + word * inputStride;
      actives += 1;
    }
    if (actives === 0) continue;
    bias[row] = bias[row]! + sum;
    for (let column = 0; column < columns; column += 4) {
      const at = row * columns + column;
      let one = gradient[at]!;
      let two = gradient[at + 1]!;
      let three = gradient[at + 2]!;
      let four = gradient[at + 3]!;
      for (let index = 0; index < actives; index += 1) {
        const slope = rowSlopes[index]!;
        const from = rowInputs[index]! + column;
        one += slope * input[from]!;
        two += slope * input[from + 1]!;
        three += slope * input[from + 2]!;
        four += slope * input[from + 3]!;
      }
      gradient[at] = one;
      gradient[at + 1] = two;
      gradient[at + 2] = three;
      gradient[at + 3] = four;
    }
  }
}

const rowSlopes = new Float32Array(LONGEST);
const rowInputs = new Uint32Array(LONGEST);

function poolBack(
  dense: Dense,
  gradients: Dense | null,
  head: number,
  count: number,
  states: Float32Array,
  attention: Float32Array,
): void {
  const base = head * LONGEST;
  let mean = 0;
  for (let word = 0; word < count; word += 1) {
    let slope = 0;
    for (let index = 0; index < MIDDLE; index += 1)
      slope += pooledSlopes[head * MIDDLE + index]! * states[word * MIDDLE + index]!;
    attentionSlopes[word] = slope;
    mean += attention[base + word]! * slope;
  }
  for (let word = 0; word < count; word += 1) {
    const weight = attention[base + word]!;
    const slope = weight * (attentionSlopes[word]! - mean);
    const state = word * MIDDLE;
    for (let index = 0; index < MIDDLE; index += 1) {
      const at = state + index;
      stateSlopes[at] =
        stateSlopes[at]! + weight * pooledSlopes[head * MIDDLE + index]! + slope * dense.query[head * MIDDLE + index]!;
    }
    if (gradients === null) continue;
    for (let index = 0; index < MIDDLE; index += 1) {
      const at = head * MIDDLE + index;
      gradients.query[at] = gradients.query[at]! + slope * states[state + index]!;
    }
  }
}

const attentionSlopes = new Float32Array(LONGEST);
