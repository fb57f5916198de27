import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS, SETTINGS_VERSION, settingsFrom } from '../../src/core/settings.ts';

it('nothing stored is the defaults', () => {
  expect(settingsFrom(undefined)).toEqual({ settings: DEFAULT_SETTINGS, newer: false });
});

it('what is stored is taken field by field; what is of the wrong type has its default', () => {
  const stored = { version: 1, sites: { x: false, facebook: 'no' }, labels: { 'no-source': false, unknown: true } };
  const { settings } = settingsFrom(stored);
  expect(settings.sites).toEqual({ x: false, facebook: true });
  expect(settings.labels).toEqual({ ...DEFAULT_SETTINGS.labels, 'no-source': false });
});

it('settings of a newer version are read as far as they are known, and said to be newer', () => {
  const stored = { version: SETTINGS_VERSION + 1, sites: { x: false }, colours: 'bright' };
  expect(settingsFrom(stored)).toEqual({ settings: { ...DEFAULT_SETTINGS, sites: { x: false, facebook: true } }, newer: true });
});

it('anything at all can be stored: the result is always whole settings', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.anything(), fc.record({ version: fc.anything(), sites: fc.anything(), labels: fc.anything() })),
      (stored) => {
        const { settings } = settingsFrom(stored);
        for (const group of ['sites', 'labels'] as const) {
          expect(Object.keys(settings[group])).toEqual(Object.keys(DEFAULT_SETTINGS[group]));
          for (const value of Object.values(settings[group])) expect(typeof value).toBe('boolean');
        }
      },
    ),
  );
});
