// biome-ignore-all lint/style/noNonNullAssertion: every index is inside its array by construction; `as number` at each would hide the arithmetic.
import {
  ANSWERS,
  BOTH,
  type Dense,
  FAR,
  FAR_PRODUCTS,
  HEADS,
  JOINED,
  MARGIN,
  MIDDLE,
  NEAR,
  Passage,
  POOLED,
  PRODUCTS,
  type Weights,
  WIDTH,
} from './network-shape.ts';
import { LONGEST } from './reader-input.ts';

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
  const { count, words, windows, wordSlopes } = passage;
  backToWindows(dense, passage, slopes, gradients, keep);
  wordSlopes.fill(0, 0, Passage.rowOf(count + MARGIN));
  for (let word = 0; word < count; word += 1) {
    const at = Passage.rowOf(word);
    const window = windowOf(word);
    sendRowsBack(dense.near, windowSlopes, window, NEAR, wordSlopes, at - WIDTH, 3 * WIDTH);
    sendRowsBack(dense.far, windowSlopes, window + NEAR, FAR, wordSlopes, at - 2 * WIDTH, 5 * WIDTH);
  }
  if (gradients === null) return;
  const first = Passage.rowOf(0);
  const window = windowOf(0);
  addGradient(gradients.middle, gradients.middleBias, stateSlopes, 0, MIDDLE, windows, 0, BOTH, BOTH, count);
  addGradient(gradients.near, gradients.nearBias, windowSlopes, window, BOTH, words, first - WIDTH, WIDTH, 3 * WIDTH, count);
  addGradient(
    gradients.far,
    gradients.farBias,
    windowSlopes,
    window + NEAR,
    BOTH,
    words,
    first - 2 * WIDTH,
    WIDTH,
    5 * WIDTH,
    count,
  );
}

/**
 * How much `slopes · logits` leans on each word, as `forward` left it: the slope at its numbers times the numbers. That is
 * the same as the slopes of the windows it stands in times its products, and those are there.
 */
export function leanings(dense: Dense, passage: Passage, slopes: ArrayLike<number>): Float64Array {
  const { count, products } = passage;
  backToWindows(dense, passage, slopes, null, null);
  const leaning = new Float64Array(count);
  for (let word = 0; word < count; word += 1) {
    const own = word * PRODUCTS;
    const window = windowOf(word);
    let sum = 0;
    for (let row = 0, at = own; row < NEAR; row += 1, at += 3) {
      const here = window + row;
      sum +=
        windowSlopes[here + BOTH]! * products[at]! +
        windowSlopes[here]! * products[at + 1]! +
        windowSlopes[here - BOTH]! * products[at + 2]!;
    }
    for (let row = 0, at = own + FAR_PRODUCTS; row < FAR; row += 1, at += 5) {
      const here = window + NEAR + row;
      sum +=
        windowSlopes[here + 2 * BOTH]! * products[at]! +
        windowSlopes[here + BOTH]! * products[at + 1]! +
        windowSlopes[here]! * products[at + 2]! +
        windowSlopes[here - BOTH]! * products[at + 3]! +
        windowSlopes[here - 2 * BOTH]! * products[at + 4]!;
    }
    leaning[word] = sum;
  }
  return leaning;
}

/** Fills `stateSlopes` and `windowSlopes`. */
function backToWindows(
  dense: Dense,
  { count, windows, states, attention, greatest, pooled, joined }: Passage,
  slopes: ArrayLike<number>,
  gradients: Dense | null,
  keep: Float32Array | null,
): void {
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
  windowSlopes.fill(0, 0, windowOf(count + MARGIN));
  for (let word = 0; word < count; word += 1) {
    for (let at = word * MIDDLE; at < (word + 1) * MIDDLE; at += 1) if (states[at] === 0) stateSlopes[at] = 0;
    const window = windowOf(word);
    sendRowsBack(dense.middle, stateSlopes, word * MIDDLE, MIDDLE, windowSlopes, window, BOTH);
    for (let row = 0; row < BOTH; row += 1) if (windows[word * BOTH + row] === 0) windowSlopes[window + row] = 0;
  }
}

/** Where a word's slopes begin in `windowSlopes`. */
function windowOf(word: number): number {
  return (word + MARGIN) * BOTH;
}

const joinedSlopes = new Float32Array(JOINED);
const pooledSlopes = new Float32Array(POOLED);
const stateSlopes = new Float32Array(LONGEST * MIDDLE);
/** A row a word, with rows of nothing around. */
const windowSlopes = new Float32Array((LONGEST + 2 * MARGIN) * BOTH);
const active = new Uint16Array(BOTH);

/** One output's slope, back through its row of the matrix: to the row's gradient and to the inputs' slopes. */
function sendBack(
  matrix: Weights,
  gradient: Weights | null,
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
  matrix: Weights,
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
  gradient: Weights,
  bias: Weights,
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
  attention: Float64Array,
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
