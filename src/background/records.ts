import { findSources, type SourceLine } from '../core/find-sources.ts';
import { openRecords, type RecordFile, type RecordTable } from '../core/record-file.ts';
import type { EntryRecord, ListedEntry, SourceRecord } from '../core/records.ts';
import recordsAddress from '../data/generated/records.bin?url';
import type { RecordIds, Records } from '../messages.ts';
import { once, packagedBytes } from './packaged.ts';
import { openStore, type Store } from './store.ts';

/** Where one record is looked up by its id; `null` when there is none. */
export interface Lookup {
  entry(id: string): Promise<ListedEntry> | ListedEntry | null;
  source(id: string): Promise<SourceRecord> | SourceRecord | null;
}

/** No panel needs more; a page that asks for more must not cost more. */
const MAX_RECORDS = 200;

/**
 * The records behind an assessment, and the sources that these lead to: whose the reference pages are, and which patient
 * organisations there are, also for the group of a disease. Ids that the list does not have are left out.
 */
export async function recordsFrom(lookup: Lookup, wanted: RecordIds): Promise<Records> {
  const listed = await present(wanted.entries, (id) => lookup.entry(id));
  const entries = await Promise.all(listed.map((entry) => withGroup(entry, lookup)));
  const led = entries.flatMap((entry) => [
    ...entry.pages.map((page) => page.source),
    ...entry.organisations,
    ...(entry.group?.organisations ?? []),
  ]);
  return { entries, sources: await present([...wanted.sources, ...led], (id) => lookup.source(id)) };
}

async function withGroup(entry: ListedEntry, lookup: Lookup): Promise<EntryRecord> {
  const group = entry.group === null ? null : await lookup.entry(entry.group);
  return { ...entry, group: group && { id: group.id, name: group.name, organisations: group.organisations } };
}

/**
 * From the database when this edition of the list is whole in it; else from the packaged file, and the database is
 * filled meanwhile. A database that is blocked, full, damaged or denied costs nothing but memory.
 */
export async function recordsFor(wanted: RecordIds): Promise<Records> {
  try {
    const store = await openedStore();
    if (await store.isWhole(EDITION)) return await recordsFrom(store, wanted);
  } catch {
    // Denied, closed under our hands, or a row is missing or damaged: the file has them all, and the database is made anew.
    await forgetStore();
  }
  void prepareRecords();
  return recordsFrom(lookupIn(await packagedRecords()), wanted);
}

/** The sources of the list that a reader may mean by a text. From the packaged file: the database has no order of names. */
export async function foundSources(text: string): Promise<readonly SourceLine[]> {
  return findSources(text, recordsOf((await packagedRecords()).sources), MOST_FOUND);
}

const MOST_FOUND = 20;

function* recordsOf<Kept>(table: RecordTable<Kept>): Iterable<Kept> {
  for (let row = 0; row < table.count; row += 1) yield table.at(row);
}

let filling: Promise<void> | null = null;

/** Fills the database when it does not have this edition whole. Never rejects: the panel works without it. */
export function prepareRecords(): Promise<void> {
  filling ??= fill()
    // Blocked, full or denied. The next question tries again.
    .catch(forgetStore)
    .finally(() => {
      filling = null;
    });
  return filling;
}

async function fill(): Promise<void> {
  const store = await openedStore();
  if (!(await store.isWhole(EDITION))) await store.unpack(EDITION, await packagedRecords());
}

/** The packaged file's name has the hash of its contents in it. */
const EDITION = recordsAddress;

const packagedRecords = once(async () => openRecords(await packagedBytes(recordsAddress)));

let opening: Promise<Store> | null = null;

function openedStore(): Promise<Store> {
  opening ??= openStore();
  return opening;
}

/** Lets go of a database that failed, and of what it says it has. */
async function forgetStore(): Promise<void> {
  const failed = opening;
  opening = null;
  try {
    const store = await failed;
    await store?.forget();
    store?.close();
  } catch {
    // It never opened, or is closed already.
  }
}

function lookupIn(file: RecordFile): Lookup {
  return { entry: (id) => file.entries.find(id), source: (id) => file.sources.find(id) };
}

async function present<Kept>(
  ids: readonly string[],
  find: (id: string) => Promise<Kept> | Kept | null,
): Promise<readonly Kept[]> {
  const unique = [...new Set(ids)].slice(0, MAX_RECORDS);
  const found = await Promise.all(unique.map(find));
  return found.filter((record) => record !== null);
}
