import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodePrefilter, featuresOf, MOST_FEATURES, openPrefilter } from '../../src/core/prefilter.ts';
import { wordsOf } from '../../src/core/text.ts';

const buffer = new Uint32Array(MOST_FEATURES);

test('what is read is what was written, for every weight', () => {
  // Each text of one word finds the weight of its word: the least that it passes is that weight.
  const weights = Int8Array.from({ length: 64 }, (_, slot) => (slot % 15) - 7);
  const passed = (word: string, least: number) => openPrefilter(encodePrefilter({ least, weights })).passes(wordsOf(word));
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{3,9}$/), (word) => {
      const found = [...Array(17).keys()].map((from) => from - 8).filter((least) => passed(word, least));
      // -8 is passed by all; the greatest that is passed is the weight.
      expect(found.length).toBeGreaterThanOrEqual(2);
      expect(found).toEqual([...Array(found.length).keys()].map((from) => from - 8));
    }),
  );
});

test('a text is seen as its words and its neighbours in a sentence', () => {
  expect(featuresOf(wordsOf('My knee hurts'), buffer)).toBe(5);
  expect(featuresOf(wordsOf('My knee. Hurts'), buffer)).toBe(4);
  expect(featuresOf(wordsOf(''), buffer)).toBe(0);
});

test('two words side by side are not the same two words apart', () => {
  const seen = (text: string) => [...buffer.slice(0, featuresOf(wordsOf(text), buffer))].sort();
  expect(seen('heart attack')).not.toEqual(seen('attack heart'));
  expect(seen('heart attack')).not.toEqual(seen('heartattack'));
  expect(seen('heart attack heart')).not.toEqual(seen('heart heart attack'));
});

test('the end of a long text is not looked at', () => {
  const long = 'word '.repeat(500);
  expect(featuresOf(wordsOf(long), buffer)).toBe(MOST_FEATURES - 1);
});

test('a longer text of the same words is no surer', () => {
  const weights = new Int8Array(4).fill(1);
  const passes = (least: number, text: string) => openPrefilter(encodePrefilter({ least, weights })).passes(wordsOf(text));
  // One word comes to 1, and 1 is the root of 1; two words and their pair to 3 for the root of 3.
  expect([passes(1, 'knee'), passes(1.1, 'knee')]).toEqual([true, false]);
  expect([passes(1.7, 'knee hurts'), passes(1.8, 'knee hurts')]).toEqual([true, false]);
});

test('bytes that are none are refused', () => {
  expect(() => openPrefilter(new Uint8Array(8))).toThrow('damaged');
});
