import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeSourceIndex, type IndexedSource, NOBODY, openSourceIndex } from '../../src/core/source-index.ts';

const SOURCES: readonly IndexedSource[] = [
  { id: 'nejm', name: 'New England Journal of Medicine', kind: 'journal', keys: ['under:nejm.org', 'doi:10.1056'] },
  { id: 'necker', name: 'Hôpital Necker', kind: 'hospital', keys: ['host:necker.example'] },
];
const index = openSourceIndex(encodeSourceIndex(SOURCES, ['host:blog.nejm.org']));

it('a key leads to its source, and to its id, name and kind', () => {
  const source = index.find('under:nejm.org') as number;
  expect([index.idOf(source), index.nameOf(source), index.kindOf(source)]).toEqual([
    'nejm',
    'New England Journal of Medicine',
    'journal',
  ]);
  expect(index.nameOf(index.numberOf('necker') as number)).toBe('Hôpital Necker');
});

it('each source is found by its id, and nothing by another', () => {
  const ids = Array.from({ length: 300 }, (_, number) => `source-${number * 7}`);
  const many = openSourceIndex(encodeSourceIndex(ids.map((id) => ({ id, name: id, kind: 'journal', keys: [] }))));
  for (const id of ids) expect(many.idOf(many.numberOf(id) as number)).toBe(id);
  expect(many.numberOf('source-1')).toBeUndefined();
});

it('a key that excludes leads to nobody, an unknown key to nothing', () => {
  expect(index.find('host:blog.nejm.org')).toBe(NOBODY);
  expect(index.find('host:nejm.org.evil.example')).toBeUndefined();
});

it('two sources cannot claim one key', () => {
  const rival: IndexedSource = { id: 'rival', name: 'Rival', kind: 'journal', keys: ['doi:10.1056'] };
  expect(() => encodeSourceIndex([...SOURCES, rival])).toThrow('"doi:10.1056" belongs to both "nejm" and "rival"');
});

it('a key that is no plain ASCII is refused', () => {
  expect(() => encodeSourceIndex([{ id: 'a', name: 'A', kind: 'hospital', keys: ['host:hôpital.example'] }])).toThrow('punycode');
});

it('no key that was not put in is found', () => {
  const known = new Set(['host:blog.nejm.org', ...SOURCES.flatMap((source) => source.keys)]);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.domain().map((host) => `under:${host}`),
      ),
      (key) => {
        expect(index.find(key) !== undefined).toBe(known.has(key));
      },
    ),
  );
});

it('cut bytes are refused', () => {
  const bytes = encodeSourceIndex(SOURCES);
  expect(() => openSourceIndex(bytes.slice(0, -1))).toThrow('The index of sources is damaged');
  expect(() => openSourceIndex(new Uint8Array(2))).toThrow('The index of sources is damaged');
});
