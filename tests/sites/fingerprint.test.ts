import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fingerprintOf } from '../../src/sites/fingerprint.ts';

it('is the same for the same words, whenever it is made', () => {
  expect(fingerprintOf('marek', 'Good morning')).toBe('iniwghnc8');
});

it('differs where the words, their order or their parts do', () => {
  const prints = [['ab', 'c'], ['a', 'bc'], ['abc'], ['abc', ''], ['', 'abc'], ['c', 'ab'], ['Abc']].map((parts) =>
    fingerprintOf(...parts),
  );
  expect(new Set(prints).size).toBe(prints.length);
});

it('differs for different texts, however alike', () => {
  const texts = Array.from({ length: 50_000 }, (_, at) => `Day ${at} of chemo`);
  expect(new Set(texts.map((text) => fingerprintOf(text))).size).toBe(texts.length);
});

it('is short and made of letters and digits, whatever the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => /^[0-9a-z]{1,11}$/.test(fingerprintOf(text))));
});
