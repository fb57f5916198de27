import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeKeySet, type Key, openKeySet } from '../../src/core/key-set.ts';

const keys = fc.array(fc.record({ a: fc.integer(), b: fc.integer() }), { maxLength: 300 });

test('a set has every key that was put in, and is the same for the same keys in any order', () => {
  fc.assert(
    fc.property(keys, (some) => {
      const bytes = encodeKeySet(some);
      const set = openKeySet(bytes);
      expect(some.every(({ a, b }) => set.has(a, b))).toBe(true);
      expect(encodeKeySet([...some].reverse())).toEqual(bytes);
      expect(encodeKeySet([...some, ...some])).toEqual(bytes);
    }),
  );
});

test('hardly any other key is taken for one of them, in two bytes a key', () => {
  const some = Array.from({ length: 20_000 }, (_, number): Key => ({ a: Math.imul(number, 0x9e3779b1), b: number }));
  const bytes = encodeKeySet(some);
  const set = openKeySet(bytes);
  const taken = Array.from({ length: 400_000 }, (_, number) => set.has(number, Math.imul(number, 0x85ebca6b))).filter(Boolean);
  expect(taken.length).toBeLessThan(150);
  expect(bytes.length / some.length).toBeLessThan(2);
});

test('a set of no keys is empty', () => {
  const set = openKeySet(encodeKeySet([]));
  expect(Array.from({ length: 1000 }, (_, number) => set.has(number, number)).filter(Boolean)).toHaveLength(0);
});

test('bytes that are no set are refused', () => {
  for (const length of [0, 3, 4, 9, 12, 16]) expect(() => openKeySet(new Uint8Array(length))).toThrow('damaged');
});

test('a set is read the same wherever its bytes begin', () => {
  const bytes = encodeKeySet([{ a: 1, b: 2 }]);
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  expect(openKeySet(shifted.subarray(1)).has(1, 2)).toBe(true);
  expect(openKeySet(Buffer.from(shifted).subarray(1)).has(1, 2)).toBe(true);
});
