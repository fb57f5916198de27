/**
 * `e ** x` for x at or below 88, and the logistic function, from sums and products alone.
 *
 * `Math.exp` may differ in its last bit from one engine to the next; IEEE sums and products may not. So what is read from
 * the same text is the same in Node, Chromium and Firefox. Relative error below 1e-9.
 */
export function exponential(x: number): number {
  if (x < -87) return 0;
  // e^x = 2^k · e^r with |r| at most half of ln 2.
  const k = Math.round(x * Math.LOG2E);
  const r = x - k * Math.LN2;
  const series =
    1 + r * (1 + (r / 2) * (1 + (r / 3) * (1 + (r / 4) * (1 + (r / 5) * (1 + (r / 6) * (1 + (r / 7) * (1 + r / 8)))))));
  return series * powerOfTwo(k);
}

export function logistic(x: number): number {
  return x >= 0 ? 1 / (1 + exponential(-x)) : 1 - 1 / (1 + exponential(x));
}

const POWERS = new Float64Array(256);
for (let k = -127; k <= 128; k += 1) POWERS[k + 127] = k < 0 ? 1 / 2 ** -k : 2 ** k;

function powerOfTwo(k: number): number {
  return POWERS[k + 127] as number;
}
