import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SETTINGS,
  fitsStorage,
  isPaused,
  SETTINGS_VERSION,
  type Settings,
  settingsFrom,
} from '../../src/core/settings.ts';

it('nothing stored is the defaults', () => {
  expect(settingsFrom(undefined)).toEqual({ settings: DEFAULT_SETTINGS, newer: false });
});

it('what is stored is taken field by field; what is of the wrong type has its default', () => {
  const stored = { version: 1, sites: { x: false, facebook: 'no' }, labels: { 'no-source': false, unknown: true } };
  const { settings } = settingsFrom(stored);
  expect(settings.sites).toEqual({ x: false, facebook: true });
  expect(settings.labels).toEqual({ ...DEFAULT_SETTINGS.labels, 'no-source': false });
});

it('settings of version 1 keep what they say, and are of this version', () => {
  const stored = { version: 1, sites: { x: false, facebook: true }, labels: { ...DEFAULT_SETTINGS.labels, 'no-source': false } };
  expect(settingsFrom(stored)).toEqual({ settings: { ...DEFAULT_SETTINGS, ...stored, version: SETTINGS_VERSION }, newer: false });
});

it('settings of a newer version are read as far as they are known, and said to be newer', () => {
  const stored = { version: SETTINGS_VERSION + 1, sites: { x: false }, colours: 'bright' };
  expect(settingsFrom(stored)).toEqual({ settings: { ...DEFAULT_SETTINGS, sites: { x: false, facebook: true } }, newer: true });
});

it.each<[field: keyof Settings, stored: unknown, read: unknown]>([
  ['comments', false, false],
  ['comments', 'false', true],
  ['strictness', 'balanced', 'balanced'],
  ['strictness', 'reckless', 'careful'],
  ['languages', ['pt-BR', 'es', 'pt-BR', 5, 'EN us', ''], ['pt-BR', 'es']],
  ['languages', 'es', []],
  ['country', 'BR', 'BR'],
  ['country', 'Brazil', null],
  ['badgeText', 'larger', 'larger'],
  ['badgeText', 14, 'site'],
  ['mutedSources', ['who', 'who', 'No Such', 7], ['who']],
  ['pausedUntil', 'always', 'always'],
  ['pausedUntil', 1_900_000_000_000, 1_900_000_000_000],
  ['pausedUntil', Number.POSITIVE_INFINITY, null],
  ['pausedUntil', -1, null],
])('%s: %j is read as %j', (field, stored, read) => {
  expect(settingsFrom({ version: SETTINGS_VERSION, [field]: stored }).settings).toEqual({ ...DEFAULT_SETTINGS, [field]: read });
});

it('of own sources those that could have been added are taken, each host once', () => {
  const good = { host: 'clinic.example', name: 'A clinic', kind: 'hospital' };
  const stored = [
    good,
    { ...good, name: 'The same host again' },
    { ...good, host: 'x.com' },
    { ...good, host: 'mobile.twitter.com' },
    { ...good, host: 'com' },
    { ...good, host: 'WWW.Clinic.example' },
    { ...good, host: '127.0.0.1' },
    { ...good, host: 'other.example', kind: 'oracle' },
    { ...good, host: 'other.example', name: ' \u0000\n' },
    'clinic.example',
    null,
  ];
  expect(settingsFrom({ ownSources: stored }).settings.ownSources).toEqual([good]);
});

it('a name is kept without what turns or breaks the text around it', () => {
  const stored = [{ host: 'clinic.example', name: ` Our\n\u202eclinic ${'x'.repeat(200)}`, kind: 'hospital' }];
  const [source] = settingsFrom({ ownSources: stored }).settings.ownSources;
  expect(source?.name).toMatch(/^Our clinic x+$/);
  expect(source?.name).toHaveLength(80);
});

describe('a pause', () => {
  const NOW = 1_900_000_000_000;
  const HOUR = 3_600_000;
  it.each<[what: string, pausedUntil: Settings['pausedUntil'], paused: boolean]>([
    ['that was not asked for is none', null, false],
    ['without an end goes on', 'always', true],
    ['goes on until its end', NOW + 1, true],
    ['is over at its end', NOW, false],
    ['is over after its end', NOW - HOUR, false],
    ['may last over a day', NOW + 29 * HOUR, true],
    ['that ends further away than can be asked for was set by another clock', NOW + 49 * HOUR, false],
  ])('%s', (_, pausedUntil, paused) => {
    expect(isPaused({ ...DEFAULT_SETTINGS, pausedUntil }, NOW)).toBe(paused);
  });
});

it('settings that the browser would refuse for their size do not fit', () => {
  const withOwn = (count: number, name: string): Settings => ({
    ...DEFAULT_SETTINGS,
    ownSources: Array.from({ length: count }, (_, index) => ({ host: `clinic${index}.example`, name, kind: 'hospital' })),
  });
  expect(fitsStorage(withOwn(90, 'Clinic'))).toBe(true);
  expect(fitsStorage(withOwn(130, 'Clinic'))).toBe(false);
  // Not characters: bytes, as the browser writes them.
  expect(fitsStorage(withOwn(30, 'é'.repeat(80)))).toBe(true);
  expect(fitsStorage(withOwn(45, 'é'.repeat(80)))).toBe(false);
  expect(fitsStorage(withOwn(18, '<'.repeat(80)))).toBe(false);
});

const something = fc.anything();
const hostile = fc.record(
  {
    version: something,
    sites: something,
    labels: fc.oneof(something, fc.dictionary(fc.constantFrom(...Object.keys(DEFAULT_SETTINGS.labels)), something)),
    comments: something,
    strictness: fc.oneof(something, fc.string()),
    languages: fc.oneof(something, fc.array(fc.oneof(fc.string(), fc.constantFrom('en', 'pt-BR', 'EN')))),
    country: fc.oneof(something, fc.string({ minLength: 2, maxLength: 2 })),
    badgeText: something,
    ownSources: fc.oneof(
      something,
      fc.array(
        fc.record({
          host: fc.oneof(fc.domain(), fc.string()),
          name: fc.string({ unit: 'binary' }),
          kind: fc.constant('hospital'),
        }),
      ),
    ),
    mutedSources: fc.oneof(something, fc.array(fc.oneof(fc.string(), fc.constantFrom('who', 'nhs')))),
    pausedUntil: fc.oneof(something, fc.double(), fc.integer()),
  },
  { requiredKeys: [] },
);

it('anything at all can be stored: the result is always whole settings, and stays as it is when it is stored', () => {
  fc.assert(
    fc.property(fc.oneof(something, hostile), (stored) => {
      const { settings } = settingsFrom(stored);
      expect(Object.keys(settings)).toEqual(Object.keys(DEFAULT_SETTINGS));
      for (const group of ['sites', 'labels'] as const) {
        expect(Object.keys(settings[group])).toEqual(Object.keys(DEFAULT_SETTINGS[group]));
        for (const value of Object.values(settings[group])) expect(typeof value).toBe('boolean');
      }
      expect(settingsFrom(JSON.parse(JSON.stringify(settings)))).toEqual({ settings, newer: false });
      expect(typeof fitsStorage(settings)).toBe('boolean');
    }),
    { numRuns: 500 },
  );
});
