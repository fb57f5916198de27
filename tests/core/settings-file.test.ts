import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, fitsStorage, type Settings, settingsFrom } from '../../src/core/settings.ts';
import { type Imported, KEPT, settingsFile, settingsFromFile } from '../../src/core/settings-file.ts';

const CLINIC = { host: 'clinic.example', name: 'Our clinic', kind: 'hospital' as const };

const OTHER: Settings = {
  version: DEFAULT_SETTINGS.version,
  sites: { x: false, facebook: true },
  labels: { ...DEFAULT_SETTINGS.labels, 'no-source': false },
  comments: false,
  strictness: 'balanced',
  languages: ['es', 'en'],
  country: 'MX',
  badgeText: 'large',
  ownSources: [CLINIC],
  mutedSources: ['webmd', 'who'],
  pausedUntil: null,
};

const isShared = (host: string) => host === 'github.io';

function imported(file: unknown, present = DEFAULT_SETTINGS): Imported {
  const result = settingsFromFile(typeof file === 'string' ? file : JSON.stringify(file), present, isShared);
  if (typeof result === 'string') throw new Error(result);
  return result;
}

it('what is written to a file is what is read from it, whatever was set before', () => {
  for (const [written, present] of [
    [OTHER, DEFAULT_SETTINGS],
    [DEFAULT_SETTINGS, OTHER],
  ] as const) {
    expect(imported(settingsFile(written), present)).toEqual({ settings: written, taken: KEPT, left: [], unknown: 0 });
  }
});

it('a pause is neither written nor read', () => {
  expect(settingsFile({ ...OTHER, pausedUntil: 'always' })).toBe(settingsFile(OTHER));
  const file = { 'lived-and-cited': 'settings', pausedUntil: null };
  expect(imported(file, { ...OTHER, pausedUntil: 'always' }).settings.pausedUntil).toBe('always');
});

it('what a file does not have stays as it is', () => {
  const file = { 'lived-and-cited': 'settings', comments: true, sites: { facebook: false } };
  expect(imported(file, OTHER)).toEqual({
    settings: { ...OTHER, comments: true, sites: { x: false, facebook: false } },
    taken: ['sites', 'comments'],
    left: [],
    unknown: 0,
  });
});

describe('what of a file is not taken is told, and the rest is taken', () => {
  it.each<[what: string, file: object, change: Partial<Settings>, told: Partial<Imported>]>([
    ['a wrong value', { strictness: 'reckless', country: 'FR' }, { country: 'FR' }, { taken: ['country'], left: ['strictness'] }],
    ['a wrong type', { ownSources: 'all', comments: 0 }, {}, { taken: [], left: ['comments', 'ownSources'] }],
    [
      'one switch of two',
      { sites: { x: true, facebook: 'no' } },
      { sites: { x: true, facebook: true } },
      { taken: ['sites'], left: ['sites'] },
    ],
    [
      'one source of three',
      { ownSources: [CLINIC, { ...CLINIC, host: 'github.io' }, { ...CLINIC, host: 'x.com' }] },
      { ownSources: [CLINIC] },
      { taken: ['ownSources'], left: ['ownSources'] },
    ],
    ['what no setting is', { colours: 'bright', volume: 11 }, {}, { taken: [], left: [], unknown: 2 }],
  ])('%s', (_, file, change, told) => {
    const result = imported({ 'lived-and-cited': 'settings', version: 2, ...file }, OTHER);
    expect(result).toMatchObject(told);
    expect(result.settings).toEqual({ ...OTHER, ...change });
  });

  it('sources for which there is no room', () => {
    const ownSources = Array.from({ length: 500 }, (_, index) => ({ ...CLINIC, host: `clinic${index}.example` }));
    const { settings, taken, left } = imported({ 'lived-and-cited': 'settings', ownSources });
    expect([taken, left]).toEqual([['ownSources'], ['ownSources']]);
    expect(settings.ownSources.length).toBeGreaterThan(50);
    expect(settings.ownSources).toEqual(ownSources.slice(0, settings.ownSources.length));
    expect(fitsStorage(settings)).toBe(true);
  });
});

it.each([
  ['nothing', ''],
  ['no JSON', 'version: 2'],
  ['a list', '[]'],
  ['nothing at all', 'null'],
  ['somebody else’s file', '{"version":2,"sites":{"x":false}}'],
  ['a file too long to be one', `{"lived-and-cited":"settings","x":"${'x'.repeat(200_000)}"}`],
])('%s is no settings file', (_, text) => {
  expect(settingsFromFile(text, DEFAULT_SETTINGS, isShared)).toBe('no-settings-file');
});

it('whatever stands in a file, what comes of it is settings that can be stored', () => {
  const entries = fc.dictionary(fc.constantFrom(...KEPT, 'pausedUntil', 'version', '__proto__'), fc.jsonValue());
  fc.assert(
    fc.property(entries, (file) => {
      const { settings, taken, left } = imported({ ...file, 'lived-and-cited': 'settings' }, OTHER);
      expect(settingsFrom(JSON.parse(JSON.stringify(settings))).settings).toEqual(settings);
      expect(settings.pausedUntil).toBeNull();
      for (const key of KEPT) if (!taken.includes(key)) expect(settings[key]).toEqual(OTHER[key]);
      for (const key of [...taken, ...left]) expect(Object.hasOwn(file, key)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
