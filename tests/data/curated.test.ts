import { describe, expect, it } from 'vitest';
import { curatedFrom } from '../../src/data/build/curated.ts';
import { listFrom } from '../../src/data/build/list.ts';

const CHANGES = '- { version: 2026-01-01.1, what: The first list. }';

function source(id: string, rule: string, conditions = ''): string {
  return `- { id: ${id}, name: ${id}, kind: patient-organisation, country: FR, languages: [fr], scope: all, home: 'https://a.example.org/', rules: [${rule}], evidence: [{ kind: law, id: Act }], checked: never${conditions} }\n`;
}

function curated(files: Readonly<Record<string, string>>) {
  const all = { 'changes.yaml': CHANGES, ...files };
  return curatedFrom(new Map(Object.entries(all).map(([file, text]) => [`curated/${file}`, text])));
}

/** Tables with one condition and a topic that is joined to it by name. */
function extracted(file: string): string {
  const tables: Readonly<Record<string, string>> = {
    'conditions.tsv':
      'id\tlabel\trare\tpages\tabbreviations\texact\tlisted\nMONDO:0000010\tsample ataxia\t1\torphanet:1 medlineplus~sample\tSAX1\tataxia, sample\n',
    'medlineplus-topics.tsv': 'id\tname\tpages\tnames\nmedlineplus:sample\tSample Shakes\tmedlineplus:sample\tShaking Illness\n',
  };
  return tables[file] ?? 'id\tname\tpages\tnames\n';
}

describe('the curated files', () => {
  it('are read from every file of a folder, in the order of the ids', () => {
    const files = {
      'sources/b.yaml': source('beta', 'host:b.example.org'),
      'organisations/a.yaml': source('alpha', 'host:a.example.org'),
    };
    expect(curated(files).sources.map(({ id }) => id)).toEqual(['alpha', 'beta']);
  });

  it.each([
    [
      'one id twice',
      { 'sources/a.yaml': source('a', 'host:a.example.org'), 'sources/b.yaml': source('a', 'host:b.example.org') },
      '"id:a" stands at',
    ],
    [
      'one address given to two',
      { 'sources/a.yaml': source('a', 'under:x.example.org'), 'sources/b.yaml': source('b', 'under:x.example.org') },
      'curated/sources/b.yaml:1: rules: "under:x.example.org" stands at curated/sources/a.yaml:1 too.',
    ],
    [
      'one entry decided on twice',
      { 'names.yaml': '- { id: MONDO:0000010, weak: [a] }\n- { id: MONDO:0000010, weak: [b] }' },
      'curated/names.yaml:2: id: "MONDO:0000010" stands at curated/names.yaml:1 too',
    ],
    [
      'a name that is weak, and strong in its plural',
      { 'names.yaml': '- { id: MONDO:0000010, weak: [rash], strong: [rashes] }' },
      'curated/names.yaml:1: weak: "rash" is "rashes" to a scan, which is strong of MONDO:0000010 in line 1.',
    ],
  ])('with %s are refused', (_, files, message) => {
    expect(() => curated(files)).toThrow(message);
  });
});

describe('the list', () => {
  const NAMES =
    '- { id: MONDO:0000010, name: Sample’s ataxia, weak: [sampler] }\n- { id: topic:own, kind: topic, name: Own, strong: [own topic] }';

  function listOf(files: Readonly<Record<string, string>>) {
    const { subjects, entries, names } = listFrom(curated(files), extracted);
    return { subjects, names: names.map(({ text, entry, flags }) => `${entries[entry]?.id} ${text} ${flags}`).sort() };
  }

  it('joins a topic to its condition, with its page and its names', () => {
    const { subjects, names } = listOf({});
    expect(subjects.map(({ id }) => id)).toEqual(['MONDO:0000010']);
    expect(subjects[0]?.pages).toEqual(['orphanet:1', 'medlineplus~sample']);
    expect(names).toEqual([
      'MONDO:0000010 SAX1 3',
      'MONDO:0000010 Sample Shakes 0',
      'MONDO:0000010 Shaking Illness 0',
      'MONDO:0000010 sample ataxia 0',
    ]);
  });

  it('does what was decided by hand', () => {
    const { subjects, names } = listOf({ 'names.yaml': NAMES });
    expect(subjects.map(({ id, name }) => `${id} ${name}`)).toEqual(['MONDO:0000010 Sample’s ataxia', 'topic:own Own']);
    expect(names).toContain('MONDO:0000010 sampler 1');
    expect(names).toContain('topic:own own topic 0');
  });

  it('has nothing of an entry that was left out', () => {
    expect(listOf({ 'names.yaml': '- { id: MONDO:0000010, leave-out: everything }' }).names).toEqual([]);
  });

  it('has no name that was taken from an entry', () => {
    const { names } = listOf({ 'names.yaml': '- { id: MONDO:0000010, drop: [sample shakes] }' });
    expect(names.some((name) => name.includes('Shakes'))).toBe(false);
  });

  it('has the names of a source, abbreviations in capitals only', () => {
    const { names } = listOf({ 'sources/a.yaml': source('exi', 'host:a.example.org').replace('name: exi', 'name: EXI') });
    expect(names).toContain('exi EXI 2');
  });

  it('takes words from a name by a longer phrase', () => {
    const { names } = listOf({ 'decoys.yaml': '- { for: decoy, phrases: [sample ataxia ale] }' });
    expect(names).toContain('decoy sample ataxia ale 0');
  });

  it.each([
    [{ 'names.yaml': '- { id: MONDO:0009999, weak: [a] }' }, 'curated/names.yaml:1: id: there is no entry "MONDO:0009999".'],
    [
      { 'organisations/a.yaml': source('a', 'host:a.example.org', ', conditions: [MONDO:0009999]') },
      'curated/organisations/a.yaml:1: conditions: there is no condition "MONDO:0009999" on the list.',
    ],
  ])('is not built for an id that there is not: %j', (files, message) => {
    expect(() => listOf(files)).toThrow(message);
  });
});
