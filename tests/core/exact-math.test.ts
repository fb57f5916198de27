import { expect, test } from 'vitest';
import { exponential, logistic } from '../../src/core/exact-math.ts';

test('the exponential is right to nine digits wherever a network needs it', () => {
  for (let x = -86; x <= 20; x += 0.37) expect(exponential(x) / Math.exp(x)).toBeCloseTo(1, 9);
  expect(exponential(0)).toBe(1);
  expect(exponential(-1000)).toBe(0);
});

test('the logistic function is symmetric and stays between 0 and 1', () => {
  for (let x = 0; x < 100; x += 0.83) {
    expect(logistic(x) + logistic(-x)).toBeCloseTo(1, 12);
    expect(logistic(x)).toBeLessThanOrEqual(1);
    expect(logistic(-x)).toBeGreaterThanOrEqual(0);
  }
});
