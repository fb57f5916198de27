import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeTypos, openTypos } from '../../src/core/typos.ts';

const NAMES = ['fibromyalgia', 'sarcoidosis', 'endometriosis', 'adenomyosis', 'hypothyroidism', 'hyperthyroidism', 'lupus'];
const typos = openTypos(encodeTypos(NAMES));
const isName = (letters: string) => NAMES.includes(letters);

it.each([
  ['fibromyalgja', 'fibromyalgia', 'another letter'],
  ['fibromyalga', 'fibromyalgia', 'a letter missing'],
  ['fibromyaalgia', 'fibromyalgia', 'a letter too many'],
  ['fibromyaglia', 'fibromyalgia', 'two letters that changed places'],
  ['sarcoidoses', 'sarcoidosis', 'another letter near the end'],
  ['endometriosi', 'endometriosis', 'the last letter missing'],
])('%s is %s with %s', (typo, name) => {
  expect(typos.correctionOf(typo, isName)).toBe(name);
});

it.each([
  ['fibromyalgia', 'the name itself is no typo'],
  ['fibromyelgja', 'two letters are wrong'],
  ['gibromyalgia', 'the first letter is wrong'],
  ['lupos', 'the name is short'],
  ['meditation', 'nothing is near'],
  ['', 'nothing'],
  ['fibromyalgi4', 'digits are no slip'],
])('%s is not corrected: %s', (word) => {
  expect(typos.correctionOf(word, isName)).toBeNull();
});

it('a word between two names is left alone', () => {
  const near = openTypos(encodeTypos(['hypotension', 'hypotensien']));
  expect(near.correctionOf('hypotensian', (letters) => ['hypotension', 'hypotensien'].includes(letters))).toBeNull();
});

it('every slip of one letter behind the first is found, and leads back to its name', () => {
  const slip = fc.tuple(
    fc.constantFrom(...NAMES.slice(0, 4)),
    fc.nat(),
    fc.constantFrom('e', 'q', 'z'),
    fc.constantFrom('other', 'less', 'more'),
  );
  fc.assert(
    fc.property(slip, ([name, at, letter, kind]) => {
      const place = 1 + (at % (name.length - 1));
      const end = kind === 'more' ? place : place + 1;
      const typo = name.slice(0, place) + (kind === 'less' ? '' : letter) + name.slice(end);
      if (typo !== name) expect(typos.correctionOf(typo, isName)).toBe(name);
    }),
  );
});
