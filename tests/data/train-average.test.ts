import { expect, test } from 'vitest';
import { averageOf } from '../../src/data/train/average.ts';

test('the mean of all that was added takes the place of the weights', () => {
  const weights = Float32Array.of(1, 10);
  const average = averageOf([weights]);
  average.add();
  weights.set([3, 30]);
  average.add();
  weights.set([100, 100]);
  average.use();
  expect([...weights]).toEqual([2, 20]);
});

test('weights of which nothing was added stay as they are', () => {
  const weights = Float32Array.of(1);
  averageOf([weights]).use();
  expect([...weights]).toEqual([1]);
});
