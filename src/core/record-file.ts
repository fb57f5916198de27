import type { MentionKind } from './assessment.ts';
import type { ListedEntry, ListVersion, PagePart, ReferencePage, SourceRecord } from './records.ts';
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
  readonly entries: RecordTable<ListedEntry>;
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

type EntryRow = readonly [
  name: string,
  kind: MentionKind,
  rare: 0 | 1 | null,
  pages: string,
  organisations: readonly string[],
  group: string | null,
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
  const ids = new Set(entries.map(({ id }) => id));
  for (const { id, pages, group } of entries) {
    for (const page of pages) pageOf(page, works);
    if (group !== null && !ids.has(group)) throw new Error(`The group "${group}" of "${id}" is no entry.`);
  }
  return encodeSections({
    HEAD: new TextEncoder().encode(JSON.stringify({ version, works } satisfies Head)),
    ENTR: encodeTable(entries.map((entry) => [entry.id, rowOf(entry)])),
    SRCS: encodeTable(sources.map(({ id, ...rest }) => [id, rest])),
  });
}

/** As errors name it. */
const WHAT = 'The file of records';

/** Throws an error that says what is wrong when the bytes are no such file. */
export function openRecords(bytes: Uint8Array): RecordFile {
  const sections = openSections(bytes, WHAT);
  const { version, works } = JSON.parse(new TextDecoder().decode(sections.get('HEAD'))) as Head;
  return {
    version,
    entries: openTable(sections.get('ENTR'), (id, row) => entryOf(id, row as EntryRow, works)),
    sources: openTable(sections.get('SRCS'), (id, row) => ({ id, ...(row as Omit<SourceRecord, 'id'>) })),
  };
}

function rowOf(entry: PackedEntry): EntryRow {
  const rare = entry.rare === null ? null : entry.rare ? 1 : 0;
  return [entry.name, entry.kind, rare, entry.pages.join(' '), entry.organisations, entry.group];
}

function entryOf(id: string, row: EntryRow, works: Head['works']): ListedEntry {
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
    group,
  };
}

function pageOf(word: string, works: Head['works']): ReferencePage {
  const [, name, sign, id] = /^([a-z-]+)([:~])(.+)$/.exec(word) ?? [];
  const work = name === undefined ? undefined : works[name];
  if (work === undefined || id === undefined) throw new Error(`"${word}" names no page of a known reference work.`);
  const { source, language, part = null } = work;
  return { source, url: work.url.replace('{}', id), language, part, how: sign === '~' ? 'name' : 'id' };
}

// ---- tables ----------------------------------------------------------------------------------------------------

function encodeTable(rows: readonly (readonly [id: string, row: unknown])[]): Uint8Array {
  const encoder = new TextEncoder();
  const sorted = [...rows].sort(([one], [other]) => (one < other ? -1 : 1));
  const texts = sorted.map(([id, row]) => encoder.encode(`${id}\t${JSON.stringify(row)}`));
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

function openTable<Kept>(bytes: Uint8Array, read: (id: string, row: unknown) => Kept): RecordTable<Kept> {
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

  function recordOf([id, json]: readonly [string, string]): Kept {
    return read(id, JSON.parse(json));
  }

  return {
    count,
    at: (row) => recordOf(textOf(row)),
    find(id) {
      let from = 0;
      let to = count;
      while (from < to) {
        const middle = (from + to) >>> 1;
        const row = textOf(middle);
        if (row[0] === id) return recordOf(row);
        if (row[0] < id) from = middle + 1;
        else to = middle;
      }
      return null;
    },
  };
}
