import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../src/background/store.ts';
import { encodeRecords, openRecords, type PackedEntry } from '../../src/core/record-file.ts';
import type { SourceRecord } from '../../src/core/records.ts';

const WORKS = { orphanet: { source: 'orphanet', url: 'https://orpha.example/{}', language: 'en' } };
const ENTRIES = Array.from(
  { length: 9000 },
  (_, number): PackedEntry => ({
    id: `MONDO:${number}`,
    name: `invented disease ${number}`,
    kind: 'condition',
    rare: true,
    pages: [`orphanet:${number}`],
    organisations: [],
    group: null,
  }),
);
const ORPHANET: SourceRecord = {
  id: 'orphanet',
  name: 'Orphanet',
  kind: 'reference-work',
  country: 'FR',
  languages: ['en'],
  scope: 'rare diseases',
  home: 'https://orpha.example/',
  evidence: [],
  checked: null,
  funding: null,
};
const file = openRecords(
  encodeRecords(
    { version: '2026-01-01.1', date: '2026-01-01', sources: 1, conditions: 9000, notices: '2025-08' },
    WORKS,
    ENTRIES,
    [ORPHANET],
  ),
);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('the store', () => {
  it('is whole after unpacking, and gives back every record as the file has it', async () => {
    const store = await openStore();
    expect(await store.isWhole('one')).toBe(false);
    await store.unpack('one', file);
    expect(await store.isWhole('one')).toBe(true);
    for (const row of [0, 1, 63, 64, 1234, 8999]) {
      const entry = file.entries.at(row);
      expect(await store.entry(entry.id)).toEqual(entry);
    }
    expect(await store.source('orphanet')).toEqual(ORPHANET);
  });

  it('goes on where a stopped worker was', async () => {
    const stopping = stoppedAt(5000);
    const first = await openStore();
    await expect(first.unpack('one', stopping)).rejects.toThrow('stopped');
    expect(await first.isWhole('one')).toBe(false);
    first.close();
    const at = vi.fn(file.entries.at);
    const second = await openStore();
    await second.unpack('one', { ...file, entries: { ...file.entries, at } });
    // The first 4,096 were kept: one transaction.
    expect(at).toHaveBeenCalledTimes(9000 - 4096);
    expect(await second.isWhole('one')).toBe(true);
    expect(await second.entry('MONDO:0')).toEqual(file.entries.find('MONDO:0'));
  });

  it('starts anew for another edition, and keeps nothing of the one before', async () => {
    const store = await openStore();
    await store.unpack('one', file);
    const smaller = openRecords(encodeRecords(file.version, WORKS, ENTRIES.slice(0, 10), [ORPHANET]));
    await store.unpack('two', smaller);
    expect([await store.isWhole('one'), await store.isWhole('two')]).toEqual([false, true]);
    await expect(store.entry('MONDO:20')).rejects.toThrow('missing');
  });

  it('does nothing when it is whole already', async () => {
    const store = await openStore();
    await store.unpack('one', file);
    await store.unpack('one', stoppedAt(0));
  });

  it('that was forgotten is not whole, until it is unpacked anew', async () => {
    const store = await openStore();
    await store.unpack('one', file);
    await store.forget();
    expect(await store.isWhole('one')).toBe(false);
    await store.unpack('one', file);
    expect(await store.isWhole('one')).toBe(true);
  });

  it('refuses rows that are missing or damaged', async () => {
    const store = await openStore();
    await store.unpack('one', file);
    await damage(file.entries.at(0).id, [{ id: 'MONDO:0', name: 'cut off' }, null]);
    await expect(store.entry('MONDO:0')).rejects.toThrow('damaged');
    await damage(file.entries.at(0).id, 'no list');
    await expect(store.entry('MONDO:0')).rejects.toThrow('damaged');
    await expect(store.source('nobody')).rejects.toThrow('missing');
  });

  it('rejects within a second when the browser never answers', async () => {
    const silent = () => Reflect.construct(IDBOpenDBRequest, []);
    globalThis.indexedDB = { open: silent } as unknown as IDBFactory;
    await expect(openStore()).rejects.toThrow('did not open');
  });

  it('rejects when the browser denies it', async () => {
    const denied = () => {
      throw new DOMException(
        'A mutation operation was attempted on a database that did not allow mutations.',
        'InvalidStateError',
      );
    };
    globalThis.indexedDB = { open: denied } as unknown as IDBFactory;
    await expect(openStore()).rejects.toThrow('did not allow');
  });
});

/** The file, until so many rows were read: then the worker is gone. */
function stoppedAt(rows: number): typeof file {
  let read = 0;
  function at(row: number) {
    read += 1;
    if (read > rows) throw new Error('stopped');
    return file.entries.at(row);
  }
  return { ...file, entries: { ...file.entries, at } };
}

function damage(key: string, row: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('list');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const writing = opening.result.transaction('entries', 'readwrite');
      writing.objectStore('entries').put(row, key);
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}
