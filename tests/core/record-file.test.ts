import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeRecords, openRecords, type PackedEntry, type Work } from '../../src/core/record-file.ts';
import type { SourceRecord } from '../../src/core/records.ts';

const VERSION = { version: '2026-01-01.1', date: '2026-01-01', sources: 1, conditions: 2, notices: '2025-08' };

const WORKS: Readonly<Record<string, Work>> = {
  orphanet: { source: 'orphanet', url: 'https://rare.example/{}', language: 'en' },
  'nhs-medicines': { source: 'nhs', url: 'https://health.example/medicines/{}/', language: 'en' },
};

const ENTRIES: readonly PackedEntry[] = [
  {
    id: 'MONDO:2',
    name: 'sample ataxia',
    kind: 'condition',
    rare: true,
    pages: ['orphanet:12', 'nhs-medicines~a-b'],
    organisations: ['x'],
    group: 'MONDO:1',
  },
  { id: 'MONDO:1', name: 'épreuve', kind: 'condition', rare: false, pages: [], organisations: ['y', 'z'], group: null },
  { id: 'drug:a', name: 'A', kind: 'drug', rare: null, pages: ['nhs-medicines~a'], organisations: [], group: null },
];

const SOURCE: SourceRecord = {
  id: 'institute',
  name: 'Institute',
  kind: 'public-health-agency',
  country: 'FR',
  languages: ['fr'],
  scope: 'all',
  home: 'https://institute.example/',
  evidence: [{ kind: 'law', id: 'Act of 1901', url: null }],
  checked: null,
  funding: null,
};

const bytes = encodeRecords(VERSION, WORKS, ENTRIES, [SOURCE]);

describe('a file of records', () => {
  it('gives an entry by its id, with its pages as addresses', () => {
    expect(openRecords(bytes).entries.find('MONDO:2')).toEqual({
      id: 'MONDO:2',
      name: 'sample ataxia',
      kind: 'condition',
      rare: true,
      orpha: '12',
      pages: [
        { source: 'orphanet', url: 'https://rare.example/12', language: 'en', part: null, how: 'id' },
        { source: 'nhs', url: 'https://health.example/medicines/a-b/', language: 'en', part: null, how: 'name' },
      ],
      organisations: ['x'],
      group: 'MONDO:1',
    });
  });

  it('gives a source by its id, as it was put in', () => {
    expect(openRecords(bytes).sources.find('institute')).toEqual(SOURCE);
  });

  it('gives null for what it does not have', () => {
    const { entries, sources } = openRecords(bytes);
    expect(['', 'MONDO:0', 'MONDO:11', 'zzz'].map((id) => entries.find(id))).toEqual([null, null, null, null]);
    expect(sources.find('institut')).toBeNull();
  });

  it('gives every record in the order of the ids, to be copied', () => {
    const { entries, version } = openRecords(bytes);
    expect(Array.from({ length: entries.count }, (_, row) => entries.at(row).id)).toEqual(['MONDO:1', 'MONDO:2', 'drug:a']);
    expect(entries.at(0)).toMatchObject({ name: 'épreuve', rare: false, orpha: null });
    expect(version).toEqual(VERSION);
  });

  it('is the same for the same records in another order', () => {
    expect(encodeRecords(VERSION, WORKS, [...ENTRIES].reverse(), [SOURCE])).toEqual(bytes);
  });

  it('is not made with a page of a work that nobody knows', () => {
    const entry = { ...(ENTRIES[0] as PackedEntry), pages: ['wiki:1'] };
    expect(() => encodeRecords(VERSION, WORKS, [entry], [])).toThrow('"wiki:1" names no page of a known reference work.');
  });

  it('is not made with a group that there is not', () => {
    const entry = { ...(ENTRIES[0] as PackedEntry), group: 'MONDO:9' };
    expect(() => encodeRecords(VERSION, WORKS, [entry], [])).toThrow('The group "MONDO:9" of "MONDO:2" is no entry.');
  });

  it('that is damaged is refused or read as before, and never hangs', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = bytes.slice();
        damaged[at] = (damaged[at] as number) ^ change;
        try {
          const { entries } = openRecords(damaged);
          for (const id of ['MONDO:1', 'drug:a', 'none']) entries.find(id);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
    );
  });

  it('that is cut off is refused', () => {
    expect(() => openRecords(bytes.slice(0, -20))).toThrow('damaged');
  });
});
