import { OTHER_KINDS, RECOGNISED_KINDS, type SourceKind } from './source.ts';

/**
 * The compact index of sources: whose is this host, this path, this account, this DOI?
 *
 * Every rule is one exact key. Keys are kept as text and compared as text, so no made-up address can collide with one.
 *
 *     host:who.int                  this host; `www.` is dropped before looking up
 *     under:nhs.uk                  this host and every host below it
 *     path:ncbi.nlm.nih.gov/books   this host and a path that begins with these whole segments
 *     x:who  facebook:who  youtube:@who      an account, in lower case
 *     isbn:978924                   a book whose ISBN-13 begins so: the numbers of one publisher
 *     doi:10.1056                   a DOI that begins so, up to a `/`, `.`, `-` or `(`
 *
 * A rule can also name nobody: the student newspaper below a listed university.
 *
 *     head: sources, keys, slots (u32 each), text length u32
 *     slots u16 × slots: hash table of key number + 1; 0 is empty
 *     key rows: offset u32, source u16 (0xffff = nobody), length u16
 *     source rows: offset u32, length u16, kind u16
 *     text: keys, then "id\tname" of each source, UTF-8
 */
export interface SourceIndex {
  readonly count: number;
  /** The source a rule names; `NOBODY` when the rule excludes; `undefined` when there is no such rule. */
  find(key: string): number | undefined;
  /** The source with this id; `undefined` when there is none. */
  numberOf(id: string): number | undefined;
  idOf(source: number): string;
  nameOf(source: number): string;
  kindOf(source: number): SourceKind;
}

export const NOBODY = -1;

export interface IndexedSource {
  readonly id: string;
  readonly name: string;
  readonly kind: SourceKind;
  /** Keys as in the picture above. */
  readonly keys: readonly string[];
}

const KINDS: readonly SourceKind[] = [...RECOGNISED_KINDS, ...OTHER_KINDS];
const HEAD = 16;
const ROW = 8;
const EXCLUDED = 0xffff;

/**
 * The index; the same for the same sources in any order. `nobody` are the keys of rules that exclude.
 * Throws when two sources claim one key.
 */
export function encodeSourceIndex(unsorted: readonly IndexedSource[], nobody: readonly string[] = []): Uint8Array {
  const sources = [...unsorted].sort((one, other) => (one.id < other.id ? -1 : 1));
  const encoder = new TextEncoder();
  const owners = new Map<string, number>(nobody.map((key) => [key, EXCLUDED]));
  for (const [number, source] of sources.entries()) {
    for (const key of source.keys) {
      if (!/^[!-~]+$/.test(key))
        throw new Error(`"${key}" of "${source.id}" is not plain ASCII: write hosts in punycode and paths percent-encoded.`);
      const owner = owners.get(key);
      if (owner !== undefined && owner !== number) {
        throw new Error(
          `"${key}" belongs to both "${sources[owner]?.id ?? 'nobody'}" and "${source.id}". Give it to one of them.`,
        );
      }
      owners.set(key, number);
    }
  }
  const keys = [...owners.keys()].sort();
  if (keys.length >= EXCLUDED) throw new Error(`The index holds fewer than ${EXCLUDED} rules; there are ${keys.length}.`);
  const slots = slotsFor(keys.length);
  const texts = [...keys, ...sources.map((source) => `${source.id}\t${source.name}`)].map((text) => encoder.encode(text));
  const textLength = texts.reduce((sum, text) => sum + text.length, 0);
  const layout = layoutOf(sources.length, keys.length, slots);
  const bytes = new Uint8Array(layout.text + textLength);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of [sources.length, keys.length, slots, textLength].entries()) view.setUint32(4 * index, value, true);
  let offset = 0;
  for (const [number, text] of texts.entries()) {
    const key = keys[number];
    const at = layout.keys + ROW * number;
    bytes.set(text, layout.text + offset);
    view.setUint32(at, offset, true);
    if (key === undefined) {
      view.setUint16(at + 4, text.length, true);
      view.setUint16(at + 6, KINDS.indexOf((sources[number - keys.length] as IndexedSource).kind), true);
    } else {
      view.setUint16(at + 4, owners.get(key) as number, true);
      view.setUint16(at + 6, text.length, true);
      let slot = hashOf(key) & (slots - 1);
      while (view.getUint16(HEAD + 2 * slot, true) !== 0) slot = (slot + 1) & (slots - 1);
      view.setUint16(HEAD + 2 * slot, number + 1, true);
    }
    offset += text.length;
  }
  return bytes;
}

/** Opens what `encodeSourceIndex` made, without copying. Throws when its sizes do not fit. */
export function openSourceIndex(bytes: Uint8Array): SourceIndex {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < HEAD) throw new Error('The index of sources is damaged: it is too short.');
  const count = view.getUint32(0, true);
  const keys = view.getUint32(4, true);
  const slots = view.getUint32(8, true);
  const layout = layoutOf(count, keys, slots);
  if (slots !== slotsFor(keys) || layout.text + view.getUint32(12, true) !== bytes.length) {
    throw new Error('The index of sources is damaged: its sizes do not fit.');
  }
  const decoder = new TextDecoder();

  function isKey(number: number, key: string): boolean {
    const at = layout.keys + ROW * number;
    if (view.getUint16(at + 6, true) !== key.length) return false;
    const from = layout.text + view.getUint32(at, true);
    for (let index = 0; index < key.length; index += 1) {
      if (bytes[from + index] !== key.charCodeAt(index)) return false;
    }
    return true;
  }

  function textOf(source: number): string {
    const at = layout.keys + ROW * (keys + source);
    const from = layout.text + view.getUint32(at, true);
    return decoder.decode(bytes.subarray(from, from + view.getUint16(at + 4, true)));
  }

  function idOf(source: number): string {
    return textOf(source).split('\t', 1)[0] as string;
  }

  return {
    count,
    find(key) {
      for (let slot = hashOf(key) & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
        const number = view.getUint16(HEAD + 2 * slot, true) - 1;
        if (number < 0) return undefined;
        if (!isKey(number, key)) continue;
        const source = view.getUint16(layout.keys + ROW * number + 4, true);
        return source === EXCLUDED ? NOBODY : source;
      }
    },
    numberOf(id) {
      let from = 0;
      let to = count;
      while (from < to) {
        const middle = (from + to) >>> 1;
        const here = idOf(middle);
        if (here === id) return middle;
        if (here < id) from = middle + 1;
        else to = middle;
      }
      return undefined;
    },
    idOf,
    nameOf: (source) => textOf(source).split('\t')[1] as string,
    kindOf: (source) => KINDS[view.getUint16(layout.keys + ROW * (keys + source) + 6, true)] as SourceKind,
  };
}

interface Layout {
  readonly keys: number;
  readonly text: number;
}

function layoutOf(sources: number, keys: number, slots: number): Layout {
  const keysAt = HEAD + 2 * slots + (slots % 2 === 0 ? 0 : 2);
  return { keys: keysAt, text: keysAt + ROW * (keys + sources) };
}

/** A power of two, at most half full, so that a look-up ends soon and always. */
function slotsFor(keys: number): number {
  let slots = 2;
  while (slots < 2 * (keys + 1)) slots *= 2;
  return slots;
}

/** FNV-1a over UTF-16 units. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
