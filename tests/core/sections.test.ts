import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeSections, openSections } from '../../src/core/sections.ts';

/** Some file, as errors name it. */
const WHAT = 'The shopping list';
const BYTES = encodeSections({ ABCD: Uint8Array.of(1, 2, 3), EFGH: new Uint8Array(0), IJKL: Uint8Array.of(9) });

it('sections come back as they were put in', () => {
  const sections = openSections(BYTES, WHAT);
  expect([...sections.get('ABCD')]).toEqual([1, 2, 3]);
  expect(sections.get('EFGH').length).toBe(0);
  expect([...sections.get('IJKL')]).toEqual([9]);
});

it('each section starts where typed arrays can be laid over it, wherever the bytes come from', () => {
  const shifted = new Uint8Array(BYTES.length + 3);
  shifted.set(BYTES, 3);
  expect(openSections(shifted.subarray(3), WHAT).get('IJKL').byteOffset % 8).toBe(0);
});

it.each([
  ['cut off', BYTES.slice(0, BYTES.length - 8), 'is cut off'],
  ['empty', new Uint8Array(0), 'too few'],
  ['something else', new TextEncoder().encode('<!doctype html><title>404</title>'), 'does not begin as one'],
  ['of a newer format', BYTES.map((byte, at) => (at === 4 ? 99 : byte)), 'has format 99'],
])('bytes that are %s are refused with a reason', (_, bytes, reason) => {
  expect(() => openSections(bytes, WHAT)).toThrow(new RegExp(`^${WHAT}.*${reason}`));
});

it('a missing section is named', () => {
  expect(() => openSections(BYTES, WHAT).get('NOPE')).toThrow(`${WHAT} is damaged: its part "NOPE" is missing`);
});

it('any damage is refused with an error of ours or does no harm', () => {
  fc.assert(
    fc.property(fc.nat(BYTES.length - 1), fc.nat(255), (at, value) => {
      const damaged = BYTES.slice();
      damaged[at] = value;
      try {
        openSections(damaged, WHAT).get('ABCD');
      } catch (error) {
        expect((error as Error).message).toContain(WHAT);
      }
    }),
  );
});
