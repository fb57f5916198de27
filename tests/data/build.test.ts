import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { openRecords } from '../../src/core/record-file.ts';
import { openSections } from '../../src/core/sections.ts';
import { isRecognised } from '../../src/core/source.ts';
import { reportOf } from '../../src/data/build/report.ts';
import { WORKS } from '../../src/data/build/works.ts';
import { type Built, build, staleFiles } from '../../src/data/build.ts';

let built: Built;

beforeAll(() => {
  built = build(null);
}, 60_000);

describe('the list', () => {
  it('as committed is what the curated and extracted files give', () => {
    expect(staleFiles(built), 'Run `npm run data` and commit what it writes.').toEqual([]);
  });

  it('has at least 10,900 conditions, 9,900 of them rare, each with a reference page', () => {
    const conditions = built.shipped.list.subjects.filter(({ kind }) => kind === 'condition');
    const withPage = conditions.filter(({ pages }) => pages.length > 0);
    expect(withPage.length).toBeGreaterThanOrEqual(10_900);
    expect(withPage.filter(({ rare }) => rare).length).toBeGreaterThanOrEqual(9_900);
    // Only what was added by hand may have none.
    expect(conditions.length - withPage.length).toBeLessThan(10);
  });

  it('has a record of every work whose pages it names', () => {
    const ids = new Set(built.shipped.list.sources.map(({ id }) => id));
    expect(Object.values(WORKS).filter(({ source }) => !ids.has(source))).toEqual([]);
  });

  it('fits: the index under 2.75 MB', () => {
    expect(built.shipped.files.get('index.bin')?.length).toBeLessThan(2_750_000);
  });

  it('gives the panel every source and every entry', () => {
    const { list, files } = built.shipped;
    const records = openRecords(files.get('records.bin') as Uint8Array);
    expect(records.entries.count).toBe(list.subjects.length);
    expect(records.sources.count).toBe(list.sources.length);
    expect(records.version).toEqual(built.shipped.version);
    for (const { id } of list.subjects.slice(0, 2000)) expect(records.entries.find(id)?.id).toBe(id);
  });

  it('holds all that the engine opens', () => {
    const sections = openSections(built.shipped.files.get('index.bin') as Uint8Array);
    for (const tag of ['LEX2', 'ENTR', 'SRCS', 'RETR']) expect(sections.get(tag).length, tag).toBeGreaterThan(0);
  });

  it('names no condition for a company that sells what it writes about', () => {
    const sellers = built.shipped.list.sources.filter(({ kind, conditions }) => !isRecognised(kind) && conditions.length > 0);
    expect(sellers.map(({ id }) => id)).toEqual([]);
  });

  it('reports what is in it', () => {
    const report = reportOf(built.shipped);
    expect(report).toMatch(/^List \d{4}-\d\d-\d\d\.\d+\n/);
    for (const title of ['Sources by kind', 'Conditions by pages', 'Conditions by organisations', 'Names dropped']) {
      expect(report).toContain(`\n${title}\n`);
    }
  });
});

describe.runIf(existsSync('../shared/upstream'))('the extracted files', () => {
  it('are what the upstream files give', () => {
    expect(staleFiles(build('../shared/upstream'))).toEqual([]);
  }, 60_000);
});
