import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openRecords } from '../../src/core/record-file.ts';
import { COUNTRIES, LANGUAGES } from '../../src/core/regions.ts';

const { sources } = openRecords(new Uint8Array(readFileSync('src/data/generated/records.bin')));
const records = Array.from({ length: sources.count }, (_, row) => sources.at(row));

it('every language that a source of the list has can be chosen', () => {
  expect(LANGUAGES).toEqual(expect.arrayContaining([...new Set(records.flatMap(({ languages }) => languages))]));
});

it('and every country', () => {
  const countries = new Set(records.map(({ country }) => country).filter((country) => country !== 'INT' && country !== 'EU'));
  expect(COUNTRIES).toEqual(expect.arrayContaining([...countries]));
});

it.each([
  ['languages', LANGUAGES, 'language'],
  ['countries', COUNTRIES, 'region'],
] as const)('all %s have a name, and each stands once', (_, codes, type) => {
  const names = new Intl.DisplayNames(['en'], { type, fallback: 'none' });
  expect(codes.filter((code) => names.of(code) === undefined)).toEqual([]);
  expect(new Set(codes).size).toBe(codes.length);
});
