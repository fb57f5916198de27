import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { RecordFile, RecordTable } from '../core/record-file.ts';
import type { ListedEntry, SourceRecord } from '../core/records.ts';

/**
 * The list's records in IndexedDB, so that the panel reads what it needs and nothing else is in memory.
 * Nothing about a page or a reader is ever in it.
 *
 * A row holds neighbours, 64 records in the order of their ids, under the id of the first: a record is in the last row whose
 * key is not behind it. One row a record takes ten times as long to write (17,000 of them: seconds instead of tenths).
 */
export interface Store {
  /** Whether every record of this edition of the list is there. */
  isWhole(edition: string): Promise<boolean>;
  /**
   * Copies the list into the database. A worker that was stopped halfway goes on where it was; another edition starts
   * anew. Rejects when the browser refuses (full, denied): what is there stays usable.
   */
  unpack(edition: string, file: RecordFile): Promise<void>;
  /** Rejects when there is no such record, or its row is damaged. */
  entry(id: string): Promise<ListedEntry>;
  source(id: string): Promise<SourceRecord>;
  /** No edition counts as whole any more: the next unpacking starts anew. */
  forget(): Promise<void>;
  close(): void;
}

interface Schema extends DBSchema {
  entries: { key: string; value: readonly ListedEntry[] };
  sources: { key: string; value: readonly SourceRecord[] };
  /** How far the copying is. */
  progress: { key: 'list'; value: Progress };
}

interface Progress {
  readonly edition: string;
  readonly entries: number;
  readonly sources: number;
  readonly whole: boolean;
}

const NAME = 'list';
const VERSION = 1;

/** Records in one row. */
const NEIGHBOURS = 64;

/** Records of each kind in one transaction: few enough to lose little, enough to be fast. */
const STRETCH = 64 * NEIGHBOURS;

/** Opens the database. Rejects when the browser refuses, or does not answer within a second. */
export async function openStore(): Promise<Store> {
  const database = await withinASecond(
    openDB<Schema>(NAME, VERSION, {
      upgrade(upgraded) {
        for (const name of [...upgraded.objectStoreNames]) upgraded.deleteObjectStore(name);
        upgraded.createObjectStore('entries');
        upgraded.createObjectStore('sources');
        upgraded.createObjectStore('progress');
      },
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
      },
    }),
  );
  /** The row in which the record is, when there is such a record. */
  async function rowOf<Name extends 'entries' | 'sources'>(name: Name, id: string): Promise<Schema[Name]['value'] | undefined> {
    return (await database.transaction(name).store.openCursor(IDBKeyRange.upperBound(id), 'prev'))?.value;
  }

  return {
    isWhole: async (edition) => isWhole(await database.get('progress', 'list'), edition),
    unpack: (edition, file) => unpack(database, edition, file),
    entry: async (id) => undamaged(id, await rowOf('entries', id), ['pages', 'organisations']),
    source: async (id) => undamaged(id, await rowOf('sources', id), ['languages', 'evidence']),
    forget: () => database.delete('progress', 'list'),
    close: () => database.close(),
  };
}

/** The record, when it looks as it was written: a database can be damaged by a crash, a full disk or another program. */
function undamaged<Kept extends { readonly id: string; readonly name: string }>(
  id: string,
  row: readonly Kept[] | undefined,
  lists: readonly (keyof Kept)[],
): Kept {
  const found = Array.isArray(row) ? (row as readonly (Kept | undefined)[]).find((record) => record?.id === id) : undefined;
  if (typeof found?.name !== 'string' || !lists.every((list) => Array.isArray(found[list]))) {
    throw new Error(`The record of ${id} is missing or damaged.`);
  }
  return found;
}

async function unpack(database: IDBPDatabase<Schema>, edition: string, file: RecordFile): Promise<void> {
  let progress = await begun(database, edition);
  while (!progress.whole) progress = await copied(database, progress, file);
}

/** The progress of this edition; when another one is there, it is cleared away first. */
async function begun(database: IDBPDatabase<Schema>, edition: string): Promise<Progress> {
  const writing = database.transaction(['entries', 'sources', 'progress'], 'readwrite');
  heardOf(writing.done);
  const found = await writing.objectStore('progress').get('list');
  const progress = found?.edition === edition ? found : { edition, entries: 0, sources: 0, whole: false };
  if (progress !== found) {
    await writing.objectStore('entries').clear();
    await writing.objectStore('sources').clear();
    await writing.objectStore('progress').put(progress, 'list');
  }
  await writing.done;
  return progress;
}

/** Copies the next records, and in the same transaction says so: a stop in between loses nothing and doubles nothing. */
async function copied(database: IDBPDatabase<Schema>, progress: Progress, file: RecordFile): Promise<Progress> {
  const writing = database.transaction(['entries', 'sources', 'progress'], 'readwrite', { durability: 'relaxed' });
  heardOf(writing.done);
  const entries = stretch(file.entries, progress.entries);
  const sources = stretch(file.sources, progress.sources);
  const puts = [
    ...inRows(entries).map((row) => heardOf(writing.objectStore('entries').put(row, row[0]?.id as string))),
    ...inRows(sources).map((row) => heardOf(writing.objectStore('sources').put(row, row[0]?.id as string))),
  ];
  const next = { ...progress, entries: progress.entries + entries.length, sources: progress.sources + sources.length };
  const after = { ...next, whole: next.entries === file.entries.count && next.sources === file.sources.count };
  // A disk that is full says so when the rows are written: then each of them is refused, not the transaction alone.
  await Promise.all([...puts, writing.objectStore('progress').put(after, 'list'), writing.done]);
  return after;
}

/** When one step of a transaction fails, all of them do: that is thrown once, by whoever is waited for. */
function heardOf<Done extends Promise<unknown>>(step: Done): Done {
  step.catch(() => {});
  return step;
}

function stretch<Kept>(table: RecordTable<Kept>, from: number): readonly Kept[] {
  return Array.from({ length: Math.min(STRETCH, table.count - from) }, (_, offset) => table.at(from + offset));
}

function inRows<Kept>(records: readonly Kept[]): readonly (readonly Kept[])[] {
  return Array.from({ length: Math.ceil(records.length / NEIGHBOURS) }, (_, row) =>
    records.slice(row * NEIGHBOURS, (row + 1) * NEIGHBOURS),
  );
}

function isWhole(progress: Progress | undefined, edition: string): boolean {
  return progress?.edition === edition && progress.whole;
}

/** A database that another, older page of the extension holds on to never opens: then the packaged file serves. */
function withinASecond<Opened extends { close(): void }>(opening: Promise<Opened>): Promise<Opened> {
  return new Promise((resolve, reject) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      reject(new Error('The database did not open within a second.'));
    }, 1000);
    opening.then(
      (opened) => {
        clearTimeout(timer);
        if (late) opened.close();
        else resolve(opened);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
