import { expect, it } from 'vitest';
import { type Lookup, recordsFrom } from '../../src/background/records.ts';
import type { ListedEntry, SourceRecord } from '../../src/core/records.ts';

const entry: ListedEntry = {
  id: 'MONDO:1',
  name: 'invented disease',
  kind: 'condition',
  rare: true,
  orpha: '1',
  pages: [{ source: 'orphanet', url: 'https://orpha.example/1', language: 'en', part: null, how: 'id' }],
  organisations: ['friends'],
  group: 'MONDO:9',
};

function source(id: string): SourceRecord {
  return {
    id,
    name: id,
    kind: 'journal',
    country: 'INT',
    languages: [],
    scope: 'all',
    home: '',
    evidence: [],
    checked: null,
    funding: null,
  };
}

const group: ListedEntry = {
  ...entry,
  id: 'MONDO:9',
  name: 'invented diseases',
  organisations: ['friends', 'league'],
  group: null,
};

const lookup: Lookup = {
  entry: (id) => [entry, group].find((one) => one.id === id) ?? null,
  source: (id) => (id === 'unknown' ? null : source(id)),
};

it('the records of an assessment bring the sources that they lead to, each once', async () => {
  const { entries, sources } = await recordsFrom(lookup, { entries: ['MONDO:1'], sources: ['nejm', 'orphanet'] });
  expect(entries).toEqual([
    { ...entry, group: { id: 'MONDO:9', name: 'invented diseases', organisations: ['friends', 'league'] } },
  ]);
  expect(sources.map(({ id }) => id)).toEqual(['nejm', 'orphanet', 'friends', 'league']);
});

it('what the list does not have is left out', async () => {
  expect(await recordsFrom(lookup, { entries: ['MONDO:2'], sources: ['unknown'] })).toEqual({ entries: [], sources: [] });
});

it('nobody gets more than 200 of a kind', async () => {
  const sources = Array.from({ length: 5000 }, (_, number) => `s${number}`);
  expect((await recordsFrom(lookup, { entries: [], sources })).sources).toHaveLength(200);
});
