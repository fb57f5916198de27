import { expect, test } from 'vitest';
import { nearestFirst, nearnessFrom, rankOf } from '../../src/core/nearness.ts';

const NOTHING_SET = { languages: [], country: null };

test.each([
  [NOTHING_SET, ['pt-BR', 'en'], { languages: ['pt-BR', 'en'], country: 'BR' }],
  [NOTHING_SET, ['en', 'de-AT'], { languages: ['en', 'de-AT'], country: 'AT' }],
  [NOTHING_SET, ['zh-Hant-TW'], { languages: ['zh-Hant-TW'], country: 'TW' }],
  // A language alone tells no country, and neither does a script or a group of countries.
  [NOTHING_SET, ['en'], { languages: ['en'], country: null }],
  [NOTHING_SET, ['zh-Hans', 'es-419'], { languages: ['zh-Hans', 'es-419'], country: null }],
  [NOTHING_SET, [], { languages: [], country: null }],
  [{ languages: ['pl'], country: 'PL' }, ['en-US'], { languages: ['pl'], country: 'PL' }],
  [{ languages: ['pl'], country: null }, ['en-US'], { languages: ['pl'], country: 'US' }],
])('with the settings %j and a browser in %j it is near %j', (settings, tags, near) => {
  expect(nearnessFrom(settings, tags)).toEqual(near);
});

test('dialects are one language', () => {
  const near = { languages: ['pt-BR', 'en'], country: null };
  expect(['pt', 'pt-PT', 'en-GB', 'fr'].map((language) => rankOf(language, near))).toEqual([0, 0, 1, Number.POSITIVE_INFINITY]);
});

test("the reader's country comes first, then what they can read, international before foreign", () => {
  const body = (country: string, language: string) => ({ country, languages: [language] });
  const bodies = [body('JP', 'ja'), body('US', 'en'), body('EU', 'fr'), body('CH', 'it'), body('INT', 'en'), body('CH', 'de')];
  const near = { languages: ['de', 'en'], country: 'CH' };
  expect(nearestFirst(bodies, near).map(({ country, languages }) => `${country} ${languages}`)).toEqual([
    'CH de',
    'CH it',
    'INT en',
    'US en',
    'EU fr',
    'JP ja',
  ]);
});

test('among equals the order of the list stays', () => {
  const bodies = ['a', 'b', 'c'].map((id) => ({ id, country: 'FR', languages: ['fr'] }));
  expect(nearestFirst(bodies, { languages: ['en'], country: null })).toEqual(bodies);
});
