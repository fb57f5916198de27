import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeRecords, openRecords, type PackedEntry } from '../../src/core/record-file.ts';

// What cannot be done to a real browser's database from outside: it is denied, full, silent, or its worker is stopped between any
// two of its steps. In every case the panel has its records, from the packaged file, and the next worker puts things right.

const ENTRIES = Array.from(
  { length: 4200 },
  (_, number): PackedEntry => ({
    id: `MONDO:${number}`,
    name: `invented disease ${number}`,
    kind: 'condition',
    rare: true,
    pages: ['orphanet:1'],
    organisations: [],
    group: null,
  }),
);
const BYTES = encodeRecords(
  { version: '2026-01-01.1', date: '2026-01-01', sources: 0, conditions: ENTRIES.length, notices: '2025-08' },
  { orphanet: { source: 'orphanet', url: 'https://orpha.example/{}', language: 'en' } },
  ENTRIES,
  [],
);
const FILE = openRecords(BYTES);
const WANTED = { sources: [], entries: ['MONDO:0', 'MONDO:63', 'MONDO:64', 'MONDO:4199', 'MONDO:none'] };
const RECORDS = WANTED.entries.flatMap((id) => FILE.entries.find(id) ?? []);

type Background = typeof import('../../src/background/records.ts');

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  vi.stubGlobal('location', { href: 'https://extension.example/' });
  vi.stubGlobal('fetch', async () => new Response(BYTES.slice()));
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A background that has just been started: it remembers nothing. */
async function started(): Promise<Background> {
  vi.resetModules();
  return import('../../src/background/records.ts');
}

describe('a worker that is stopped while it unpacks the list', () => {
  it('at whatever step leaves what the next one completes', async () => {
    let steps = 0;
    // Every step of its beginning; then every fourth, for the rows are all alike.
    for (let stopAt = 1; ; stopAt += stopAt < 16 ? 1 : 4) {
      globalThis.indexedDB = new IDBFactory();
      const doomed = await started();
      const life = stoppedAt(stopAt);
      await Promise.race([doomed.prepareRecords(), life.stopped]);
      life.end();
      const next = await started();
      expect((await next.recordsFor(WANTED)).entries, `stopped at step ${stopAt}`).toEqual(RECORDS);
      await next.prepareRecords();
      expect(await rowsWithin(), `stopped at step ${stopAt}`).toBe(ENTRIES.length);
      expect((await next.recordsFor(WANTED)).entries).toEqual(RECORDS);
      steps = life.steps();
      if (steps < stopAt) break;
    }
    // Rows of 64, in two transactions, and what is around them.
    expect(steps).toBeGreaterThan(70);
  }, 120_000);
});

describe('a database that', () => {
  const silent = () => Reflect.construct(IDBOpenDBRequest, []);
  const refusing = (name: string) => () => {
    throw new DOMException('The browser refuses.', name);
  };

  it.each<[is: string, harm: () => void]>([
    ['is denied, as where Firefox keeps no history', () => stubOpen(refusing('InvalidStateError'))],
    ['is denied for want of trust', () => stubOpen(refusing('SecurityError'))],
    ['is of a version to come', () => stubOpen(refusing('VersionError'))],
    ['never answers', () => stubOpen(silent)],
    ['has no room', () => vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(refusing('QuotaExceededError'))],
    ['finds out late that it has no room', () => abortingPuts()],
    ['can not be read', () => vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(refusing('UnknownError'))],
    ['can not be searched', () => vi.spyOn(IDBObjectStore.prototype, 'openCursor').mockImplementation(refusing('UnknownError'))],
  ])('%s costs the reader nothing, now and later', async (_, harm) => {
    harm();
    const background = await started();
    for (let panel = 0; panel < 3; panel += 1) {
      expect((await background.recordsFor(WANTED)).entries).toEqual(RECORDS);
      await background.prepareRecords();
    }
    vi.restoreAllMocks();
    // When it is well again, it is used again.
    await background.prepareRecords();
    expect((await background.recordsFor(WANTED)).entries).toEqual(RECORDS);
  });

  it('is deleted while it is open is made anew', async () => {
    const background = await started();
    await background.prepareRecords();
    expect(await rowsWithin()).toBe(ENTRIES.length);
    await new Promise((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase('list');
      deleting.onsuccess = resolve;
      deleting.onerror = reject;
      deleting.onblocked = reject;
    });
    expect((await background.recordsFor(WANTED)).entries).toEqual(RECORDS);
    await background.prepareRecords();
    expect(await rowsWithin()).toBe(ENTRIES.length);
  });
});

function stubOpen(open: () => unknown): void {
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(open as never);
}

/** Rows are taken, and their transaction fails. */
function abortingPuts(): void {
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
    const request = put.apply(this, row);
    queueMicrotask(() => {
      try {
        this.transaction.abort();
      } catch {
        // Another row has done it.
      }
    });
    return request;
  });
}

/** How many entries there are in a database that says it is whole; -1 when it does not. */
async function rowsWithin(): Promise<number> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('list'));
  const reading = database.transaction(['entries', 'progress']);
  const rows = await done<unknown[]>(reading.objectStore('entries').getAll());
  const progress = await done<{ whole: boolean } | undefined>(reading.objectStore('progress').get('list'));
  database.close();
  return progress?.whole ? rows.flat().length : -1;
}

/**
 * Stops the worker at one of its calls to the database: that call and all after it do nothing any more, nobody hears of what was
 * asked, and what was not committed is rolled back, as when a browser stops a worker.
 */
function stoppedAt(step: number): { readonly stopped: Promise<void>; steps(): number; end(): void } {
  let steps = 0;
  let stop = (): void => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const running = new Set<IDBTransaction>();
  /** Whether the worker is still there for this step. */
  function isAlive(): boolean {
    steps += 1;
    if (steps < step) return true;
    for (const transaction of running) {
      try {
        transaction.abort();
      } catch {
        // It was committed before.
      }
    }
    running.clear();
    stop();
    return false;
  }
  const { transaction } = IDBDatabase.prototype;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...how) {
    // The opening of a database begins one of its own.
    if (String(how[1]) !== 'versionchange' && !isAlive()) throw new Error('The worker is stopped.');
    const begun = transaction.apply(this, how);
    if (begun.mode === 'readwrite') running.add(begun);
    return begun;
  });
  for (const name of ['put', 'get', 'clear', 'openCursor', 'delete'] as const) {
    const native = IDBObjectStore.prototype[name] as (...args: unknown[]) => IDBRequest;
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (this: IDBObjectStore, ...args: unknown[]) {
      return isAlive() ? native.apply(this, args) : Reflect.construct(IDBOpenDBRequest, []);
    } as never);
  }
  return { stopped, steps: () => steps, end: () => vi.restoreAllMocks() };
}
