import { expect, it } from 'vitest';
import { withOwnRecords } from '../../src/background/own-records.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import type { RecordIds } from '../../src/messages.ts';

const CLINIC = { host: 'clinic.example', name: 'Our clinic', kind: 'hospital' as const };

it('the record of an own source is made from the settings, and the list is not asked for it', async () => {
  const asked: RecordIds[] = [];
  const { sources } = await withOwnRecords(
    { sources: ['who', 'own:clinic.example', 'own:gone.example'], entries: ['e1'] },
    {
      async listed(wanted) {
        asked.push(wanted);
        return { sources: [], entries: [] };
      },
      settings: async () => ({ ...DEFAULT_SETTINGS, ownSources: [CLINIC, { ...CLINIC, host: 'other.example' }] }),
    },
  );
  expect(asked).toEqual([{ sources: ['who'], entries: ['e1'] }]);
  expect(sources).toMatchObject([
    { id: 'own:clinic.example', name: 'Our clinic', kind: 'hospital', home: 'https://clinic.example/', evidence: [] },
  ]);
});

it('without an own source the settings are not read', async () => {
  const records = { sources: [], entries: [] };
  const settings = () => Promise.reject(new Error('not asked for'));
  expect(await withOwnRecords({ sources: ['who'], entries: [] }, { listed: async () => records, settings })).toBe(records);
});
