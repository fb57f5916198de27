import type { MentionKind } from './assessment.ts';
import type { DiseaseGroup, EntryRecord, ListVersion, PagePart, ReferencePage, SourceRecord } from './records.ts';
import { encodeSections, openSections } from './sections.ts';

/**
 * The panel's records in one file. Any record is read on its own, without unpacking the rest, so the panel works
 * where IndexedDB is denied; where it is not, the rows are copied into it one after another.
 *
 *     sections (sections.ts): HEAD JSON: the list's version, and the works whose pages are named
 *                             ENTR, SRCS tables: count u32 · offsets u32 × (count + 1) · UTF-8 rows "id\tJSON", ids ascending
 *
 * A page is a word: its work, how it was joined (`:` by a shared id, `~` by name) and its id there.
 *
 *     MONDO:0020066\t["Ehlers-Danlos syndrome","condition",1,"orphanet:98249 medlineplus~ehlersdanlossyndrome",["eds-society"],null]
 */
export interface RecordFile {
  readonly version: ListVersion;
  readonly entries: RecordTable<EntryRecord>;
  readonly sources: RecordTable<SourceRecord>;
}

export interface RecordTable<Kept> {
  readonly count: number;
  /** `row` from 0 to `count` exclusive, in the order of the ids. */
  at(row: number): Kept;
  find(id: string): Kept | null;
}

/** A part of a reference work whose pages share one form of address. */
export interface Work {
  readonly source: string;
  /** `{}` stands for the page's id. */
  readonly url: string;
  readonly language: string;
  readonly part?: PagePart;
}

/** An entry as it is packed: its pages are still words. */
export interface PackedEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: MentionKind;
  readonly rare: boolean | null;
  readonly pages: readonly string[];
  readonly organisations: readonly string[];
  /** The id of another entry. */
  readonly group: string | null;
}

/** `group` is the number of the group's row. */
type EntryRow = readonly [
  name: string,
  kind: MentionKind,
  rare: 0 | 1 | null,
  pages: string,
  organisations: readonly string[],
  group: number | null,
];

interface Head {
  readonly version: ListVersion;
  readonly works: Readonly<Record<string, Work>>;
}

export function encodeRecords(
  version: ListVersion,
  works: Readonly<Record<string, Work>>,
  entries: readonly PackedEntry[],
  sources: readonly SourceRecord[],
): Uint8Array {
  for (const entry of entries) for (const page of entry.pages) pageOf(page, works);
  const rows = new Map(inOrder(entries).map(({ id }, row) => [id, row]));
  return encodeSections({
    HEAD: new TextEncoder().encode(JSON.stringify({ version, works } satisfies Head)),
    ENTR: encodeTable(entries.map((entry) => ({ id: entry.id, row: rowOf(entry, rows) }))),
    SRCS: encodeTable(sources.map(({ id, ...row }) => ({ id, row }))),
  });
}

/** As errors name it. */
const WHAT = 'The file of records';

/** Throws an error that says what is wrong when the bytes are no such file. */
export function openRecords(bytes: Uint8Array): RecordFile {
  const sections = openSections(bytes, WHAT);
  const { version, works } = JSON.parse(new TextDecoder().decode(sections.get('HEAD'))) as Head;
  // A few hundred groups are those of thousands of entries.
  const groups = new Map<number, DiseaseGroup>();

  function groupAt(number: number, rowAt: (row: number) => Row<EntryRow>): DiseaseGroup {
    const group = groups.get(number) ?? groupOf(rowAt(number));
    groups.set(number, group);
    return group;
  }

  return {
    version,
    entries: openTable<EntryRow, EntryRecord>(sections.get('ENTR'), (row, rowAt) =>
      entryOf(row, works, (group) => groupAt(group, rowAt)),
    ),
    sources: openTable<Omit<SourceRecord, 'id'>, SourceRecord>(sections.get('SRCS'), ({ id, row }) => ({ id, ...row })),
  };
}

function rowOf(entry: PackedEntry, rows: ReadonlyMap<string, number>): EntryRow {
  const rare = entry.rare === null ? null : entry.rare ? 1 : 0;
  const group = entry.group === null ? null : rows.get(entry.group);
  if (group === undefined) throw new Error(`The group "${entry.group}" of "${entry.id}" is no entry.`);
  return [entry.name, entry.kind, rare, entry.pages.join(' '), entry.organisations, group];
}

function entryOf({ id, row }: Row<EntryRow>, works: Head['works'], groupAt: (row: number) => DiseaseGroup): EntryRecord {
  const [name, kind, rare, packed, organisations, group] = row;
  const words = packed === '' ? [] : packed.split(' ');
  const orpha = words.find((word) => word.startsWith('orphanet:'));
  return {
    id,
    name,
    kind,
    rare: rare === null ? null : rare === 1,
    orpha: orpha === undefined ? null : orpha.slice('orphanet:'.length),
    pages: words.map((word) => pageOf(word, works)),
    organisations,
    group: group === null ? null : groupAt(group),
  };
}

function groupOf({ id, row: [name, , , , organisations] }: Row<EntryRow>): DiseaseGroup {
  return { id, name, organisations };
}

function pageOf(word: string, works: Head['works']): ReferencePage {
  const [, name, sign, id] = /^([a-z-]+)([:~])(.+)$/.exec(word) ?? [];
  const work = name === undefined ? undefined : works[name];
  if (work === undefined || id === undefined) throw new Error(`"${word}" names no page of a known reference work.`);
  const { source, language, part = null } = work;
  return { source, url: work.url.replace('{}', id), language, part, how: sign === '~' ? 'name' : 'id' };
}

// ---- tables ----------------------------------------------------------------------------------------------------

interface Row<Packed> {
  readonly id: string;
  readonly row: Packed;
}

function inOrder<Identified extends { readonly id: string }>(rows: readonly Identified[]): readonly Identified[] {
  return [...rows].sort((one, other) => (one.id < other.id ? -1 : 1));
}

function encodeTable(rows: readonly Row<unknown>[]): Uint8Array {
  const encoder = new TextEncoder();
  const texts = inOrder(rows).map(({ id, row }) => encoder.encode(`${id}\t${JSON.stringify(row)}`));
  const textAt = 4 + 4 * (texts.length + 1);
  const bytes = new Uint8Array(textAt + texts.reduce((sum, text) => sum + text.length, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, texts.length, true);
  let offset = 0;
  for (const [number, text] of texts.entries()) {
    view.setUint32(4 + 4 * number, offset, true);
    bytes.set(text, textAt + offset);
    offset += text.length;
  }
  view.setUint32(textAt - 4, offset, true);
  return bytes;
}

/** `read` makes a record of what is packed in a row, and may look at other rows. */
function openTable<Packed, Kept>(
  bytes: Uint8Array,
  read: (row: Row<Packed>, rowAt: (row: number) => Row<Packed>) => Kept,
): RecordTable<Kept> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = bytes.length < 4 ? 0 : view.getUint32(0, true);
  const textAt = 4 + 4 * (count + 1);
  if (textAt > bytes.length || textAt + view.getUint32(textAt - 4, true) !== bytes.length) {
    throw new Error(`${WHAT} is damaged: its sizes do not fit.`);
  }
  const decoder = new TextDecoder();

  function textOf(row: number): readonly [id: string, json: string] {
    const from = textAt + view.getUint32(4 + 4 * row, true);
    const text = decoder.decode(bytes.subarray(from, textAt + view.getUint32(8 + 4 * row, true)));
    const tab = text.indexOf('\t');
    return [text.slice(0, tab), text.slice(tab + 1)];
  }

  function rowAt(row: number): Row<Packed> {
    const [id, json] = textOf(row);
    return { id, row: JSON.parse(json) };
  }

  return {
    count,
    at: (row) => read(rowAt(row), rowAt),
    find(id) {
      let from = 0;
      let to = count;
      while (from < to) {
        const middle = (from + to) >>> 1;
        const [here] = textOf(middle);
        if (here === id) return read(rowAt(middle), rowAt);
        if (here < id) from = middle + 1;
        else to = middle;
      }
      return null;
    },
  };
}
