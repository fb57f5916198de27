import { expect, test } from 'vitest';
import { Memory } from '../../src/content/memory.ts';

test('what was set is remembered', () => {
  const memory = new Memory<number>(2);
  memory.set('a', 1);
  expect(memory.get('a')).toBe(1);
  expect(memory.get('b')).toBeUndefined();
});

test('what was not used for the longest time is forgotten first', () => {
  const memory = new Memory<number>(2);
  memory.set('a', 1);
  memory.set('b', 2);
  memory.get('a');
  memory.set('c', 3);
  expect(['a', 'b', 'c'].map((key) => memory.get(key))).toEqual([1, undefined, 3]);
});

test('setting a thing again takes no more room', () => {
  const memory = new Memory<number>(2);
  memory.set('a', 1);
  for (const value of [2, 3, 4]) memory.set('b', value);
  expect(memory.get('a')).toBe(1);
  expect(memory.get('b')).toBe(4);
});
