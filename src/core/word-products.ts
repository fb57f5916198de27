// biome-ignore-all lint/style/noNonNullAssertion: every index is inside its array by construction; `as number` at each would hide the arithmetic.
import { type Dense, FAR_PRODUCTS, Passage, PRODUCTS, type Weights, WIDTH } from './network-shape.ts';

/** Fills the passage's `products` of some words: each word times its parts of the matrices of windows. See `PRODUCTS`. */
export function multiplyWords({ near, far }: Dense, { words, products }: Passage, which: Uint16Array): void {
  for (let index = 0; index < which.length; index += 2) {
    const one = which[index]!;
    // In pairs: one that is left over with itself.
    const other = which[index + 1] ?? one;
    layPair(words, Passage.rowOf(one), Passage.rowOf(other));
    multiplyPair(near, products, one * PRODUCTS, other * PRODUCTS);
    multiplyPair(far, products, one * PRODUCTS + FAR_PRODUCTS, other * PRODUCTS + FAR_PRODUCTS);
  }
}

/** Two words, number beside number. */
const pair = new Float64Array(2 * WIDTH);

function layPair(words: Float32Array, one: number, other: number): void {
  for (let column = 0; column < WIDTH; column += 1) {
    pair[2 * column] = words[one + column]!;
    pair[2 * column + 1] = words[other + column]!;
  }
}

/** The pair times four rows at a time, so that each number is loaded once for several. */
function multiplyPair(matrix: Weights, products: Float64Array, first: number, otherFirst: number): void {
  let to = first;
  let otherTo = otherFirst;
  for (let row = 0; row < matrix.length; row += 4 * WIDTH) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let otherA = 0;
    let otherB = 0;
    let otherC = 0;
    let otherD = 0;
    for (let column = 0; column < WIDTH; column += 1) {
      const at = row + column;
      const value = pair[2 * column]!;
      const otherValue = pair[2 * column + 1]!;
      const weightA = matrix[at]!;
      const weightB = matrix[at + WIDTH]!;
      const weightC = matrix[at + 2 * WIDTH]!;
      const weightD = matrix[at + 3 * WIDTH]!;
      a += value * weightA;
      b += value * weightB;
      c += value * weightC;
      d += value * weightD;
      otherA += otherValue * weightA;
      otherB += otherValue * weightB;
      otherC += otherValue * weightC;
      otherD += otherValue * weightD;
    }
    products[to] = a;
    products[to + 1] = b;
    products[to + 2] = c;
    products[to + 3] = d;
    products[otherTo] = otherA;
    products[otherTo + 1] = otherB;
    products[otherTo + 2] = otherC;
    products[otherTo + 3] = otherD;
    to += 4;
    otherTo += 4;
  }
}
