// biome-ignore-all lint/style/noNonNullAssertion: every index is inside its array by construction; `as number` at each would hide the arithmetic.
import { exponential } from './exact-math.ts';
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
  NOTHING,
  Passage,
  POOLED,
  PRODUCTS,
  type Weights,
} from './network-shape.ts';
import { LONGEST } from './reader-input.ts';
import { multiplyWords } from './word-products.ts';

/**
 * The reader's network: a small convolution over the words of a text, read by a few attentions.
 *
 *     words × 32 ─┬─ of 3 words → 48 ─┬─ → 48 a word ─┬─ attention × 3 ─┬─ → 32 → 4 answers
 *                 └─ of 5 words → 16 ─┘               └─ greatest ──────┘
 *
 * Plain sums and products of IEEE doubles in a fixed order, and an exponential of our own: the same bytes give the same
 * answer in every engine. About 10,000 multiplications a word at the most. Two thirds are of the word alone, not of its
 * neighbours: they are done once for all places where the word stands, and not again when words around it are left out.
 * Zeros behind a ReLU are passed over.
 */
/** Fills the passage's `logits` from its `words`. `keep` drops parts of what is pooled, in training only. */
export function forward(dense: Dense, passage: Passage, keep: Float32Array | null = null): void {
  const { count, words } = passage;
  words.fill(0, Passage.rowOf(count), Passage.rowOf(count + MARGIN));
  multiplyWords(dense, passage, ALL.subarray(0, count));
  forwardFromProducts(dense, passage, keep);
}

/** The same from the passage's `products`. */
export function forwardFromProducts(dense: Dense, passage: Passage, keep: Float32Array | null = null): void {
  passage.neighbours.fill(UNREAD, 0, passage.count * 2 * MARGIN);
  forwardWithout(dense, passage, NONE, keep);
}

/** The same once more after `forward`, as if the words that are taken (1) were not in the text. */
export function forwardWithout(dense: Dense, passage: Passage, taken: Uint8Array, keep: Float32Array | null = null): void {
  const { count, order, pooled, joined, logits } = passage;
  let end = MARGIN;
  for (let word = 0; word < count; word += 1) if (taken[word] === 0) order[end++] = word;
  order.fill(NOTHING, end, end + MARGIN);
  passage.left = end - MARGIN;
  for (let place = MARGIN; place < end; place += 1) {
    const word = order[place]!;
    if (isNews(passage, word, place)) look(dense, passage, word);
  }
  attend(passage);
  pool(passage);
  if (keep !== null) for (let index = 0; index < POOLED; index += 1) pooled[index] = pooled[index]! * keep[index]!;
  rectified(dense.join, dense.joinBias, pooled, POOLED, joined);
  for (let answer = 0; answer < ANSWERS; answer += 1) {
    let sum = dense.answerBias[answer]!;
    for (let index = 0; index < JOINED; index += 1) sum += dense.answer[answer * JOINED + index]! * joined[index]!;
    logits[answer] = sum;
  }
}

const ALL = Uint16Array.from({ length: LONGEST }, (_, word) => word);
const UNREAD = 0xffff;
const NONE = new Uint8Array(LONGEST);

// ---- words among others ----------------------------------------------------------------------------------------

/** Whether a word has other neighbours than when its state was computed; remembers them. */
function isNews({ order, neighbours }: Passage, word: number, place: number): boolean {
  const at = word * 2 * MARGIN;
  const before2 = order[place - 2]!;
  const before1 = order[place - 1]!;
  const after1 = order[place + 1]!;
  const after2 = order[place + 2]!;
  if (
    neighbours[at] === before2 &&
    neighbours[at + 1] === before1 &&
    neighbours[at + 2] === after1 &&
    neighbours[at + 3] === after2
  )
    return false;
  neighbours[at] = before2;
  neighbours[at + 1] = before1;
  neighbours[at + 2] = after1;
  neighbours[at + 3] = after2;
  return true;
}

const active = new Uint16Array(BOTH + 1);
const activeValues = new Float64Array(BOTH + 1);

/** A word's windows, its state from them, and what the heads make of it. */
function look(dense: Dense, passage: Passage, word: number): void {
  const { products, windows, states, regard, neighbours } = passage;
  const { nearBias, farBias, middle, middleBias, query } = dense;
  const before2 = neighbours[word * 4]! * PRODUCTS + FAR_PRODUCTS;
  const before1 = neighbours[word * 4 + 1]! * PRODUCTS;
  const own = word * PRODUCTS;
  const after1 = neighbours[word * 4 + 2]! * PRODUCTS;
  const after2 = neighbours[word * 4 + 3]! * PRODUCTS + FAR_PRODUCTS;
  const window = word * BOTH;
  let count = 0;
  for (let row = 0, at = 0; row < NEAR; row += 1, at += 3) {
    const sum = nearBias[row]! + products[before1 + at]! + products[own + at + 1]! + products[after1 + at + 2]!;
    windows[window + row] = sum > 0 ? sum : 0;
    active[count] = row;
    activeValues[count] = Math.fround(sum);
    count += sum > 0 ? 1 : 0;
  }
  for (let row = 0, at = 0; row < FAR; row += 1, at += 5) {
    const far = FAR_PRODUCTS + at;
    const sum =
      farBias[row]! +
      products[before2 + at]! +
      products[before1 + far + 1]! +
      products[own + far + 2]! +
      products[after1 + far + 3]! +
      products[after2 + at + 4]!;
    windows[window + NEAR + row] = sum > 0 ? sum : 0;
    active[count] = NEAR + row;
    activeValues[count] = Math.fround(sum);
    count += sum > 0 ? 1 : 0;
  }
  const state = word * MIDDLE;
  for (let row = 0; row < MIDDLE; row += 8) {
    let a = middleBias[row]!;
    let b = middleBias[row + 1]!;
    let c = middleBias[row + 2]!;
    let d = middleBias[row + 3]!;
    let e = middleBias[row + 4]!;
    let f = middleBias[row + 5]!;
    let g = middleBias[row + 6]!;
    let h = middleBias[row + 7]!;
    const base = row * BOTH;
    for (let index = 0; index < count; index += 1) {
      const value = activeValues[index]!;
      const at = base + active[index]!;
      a += value * middle[at]!;
      b += value * middle[at + BOTH]!;
      c += value * middle[at + 2 * BOTH]!;
      d += value * middle[at + 3 * BOTH]!;
      e += value * middle[at + 4 * BOTH]!;
      f += value * middle[at + 5 * BOTH]!;
      g += value * middle[at + 6 * BOTH]!;
      h += value * middle[at + 7 * BOTH]!;
    }
    states[state + row] = a > 0 ? a : 0;
    states[state + row + 1] = b > 0 ? b : 0;
    states[state + row + 2] = c > 0 ? c : 0;
    states[state + row + 3] = d > 0 ? d : 0;
    states[state + row + 4] = e > 0 ? e : 0;
    states[state + row + 5] = f > 0 ? f : 0;
    states[state + row + 6] = g > 0 ? g : 0;
    states[state + row + 7] = h > 0 ? h : 0;
  }
  let first = 0;
  let second = 0;
  let third = 0;
  for (let index = 0; index < MIDDLE; index += 1) {
    const value = states[state + index]!;
    first += query[index]! * value;
    second += query[MIDDLE + index]! * value;
    third += query[2 * MIDDLE + index]! * value;
  }
  regard[word * HEADS] = first;
  regard[word * HEADS + 1] = second;
  regard[word * HEADS + 2] = third;
}

// ---- the text --------------------------------------------------------------------------------------------------

const powers = new Float32Array(LONGEST);

/** Fills `attention`. */
function attend({ order, left, regard, attention }: Passage): void {
  const end = MARGIN + left;
  for (let head = 0; head < HEADS; head += 1) {
    let most = -Infinity;
    for (let place = MARGIN; place < end; place += 1) {
      const value = regard[order[place]! * HEADS + head]!;
      if (value > most) most = value;
    }
    let total = 0;
    for (let place = MARGIN; place < end; place += 1) {
      const word = order[place]!;
      const power = exponential(regard[word * HEADS + head]! - most);
      powers[word] = power;
      total += power;
    }
    for (let place = MARGIN; place < end; place += 1) {
      const word = order[place]!;
      attention[head * LONGEST + word] = powers[word]! / total;
    }
  }
}

/** One weighted mean of the words' states a head, and the greatest of each state. */
function pool({ order, left, states, attention, greatest, pooled }: Passage): void {
  for (let index = 0; index < MIDDLE; index += 1) {
    let first = 0;
    let second = 0;
    let third = 0;
    let most = 0;
    let mostAt = 0;
    for (let place = MARGIN; place < MARGIN + left; place += 1) {
      const word = order[place]!;
      const state = states[word * MIDDLE + index]!;
      if (state === 0) continue;
      first = Math.fround(first + attention[word]! * state);
      second = Math.fround(second + attention[LONGEST + word]! * state);
      third = Math.fround(third + attention[2 * LONGEST + word]! * state);
      if (state > most) {
        most = state;
        mostAt = word;
      }
    }
    pooled[index] = first;
    pooled[MIDDLE + index] = second;
    pooled[2 * MIDDLE + index] = third;
    pooled[HEADS * MIDDLE + index] = most;
    greatest[index] = mostAt;
  }
}

/** `output = max(0, matrix · input + bias)`, four rows at a time so that each input is loaded once for four. */
function rectified(matrix: Weights, bias: Weights, input: Float32Array, columns: number, output: Float32Array): void {
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
      const value = input[column]!;
      one += value * matrix[first + column]!;
      two += value * matrix[second + column]!;
      three += value * matrix[third + column]!;
      four += value * matrix[fourth + column]!;
    }
    output[row] = one > 0 ? one : 0;
    output[row + 1] = two > 0 ? two : 0;
    output[row + 2] = three > 0 ? three : 0;
    output[row + 3] = four > 0 ? four : 0;
  }
}
