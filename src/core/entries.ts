import type { MentionKind } from './assessment.ts';
import type { SignKind } from './signs.ts';

/**
 * The table behind the lexicon: what each entry number stands for.
 * Kinds are read without decoding anything; an id and a name are decoded when somebody asks for them.
 *
 *     count u32 · per entry: kind u8 · (aligned to 4) offsets u32 × (count + 1) into the text · UTF-8 text "id\tname"
 */
export interface Entries {
  readonly count: number;
  kindOf(entry: number): EntryKind;
  idOf(entry: number): string;
  nameOf(entry: number): string;
}

/**
 * What a name in the lexicon can stand for: something a post mentions, a source it names, a sign that words are meant
 * medically, or a decoy: a longer phrase that takes its words away from a name and means nothing itself
 * (`stroke of luck`, `MS Office`, `cold shoulder`, `rash decision`; kept in data/curated/decoys.yaml).
 */
export type EntryKind = MentionKind | 'source' | SignKind | 'decoy';

export interface Entry {
  readonly kind: EntryKind;
  readonly id: string;
  readonly name: string;
}

/** In the order of their codes in the index. */
const KINDS: readonly EntryKind[] = [
  'condition',
  'drug',
  'vaccine',
  'symptom',
  'topic',
  'source',
  'illness-sign',
  'health-word',
  'decoy',
];

export function encodeEntries(entries: readonly Entry[]): Uint8Array {
  const encoder = new TextEncoder();
  const texts = entries.map((entry) => encoder.encode(`${entry.id}\t${entry.name}`));
  const offsetsAt = offsetsStart(entries.length);
  const textAt = offsetsAt + 4 * (entries.length + 1);
  const bytes = new Uint8Array(textAt + texts.reduce((sum, text) => sum + text.length, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, entries.length, true);
  let offset = 0;
  for (const [number, entry] of entries.entries()) {
    const code = KINDS.indexOf(entry.kind);
    if (code < 0) throw new Error(`Entry "${entry.id}" has the unknown kind "${entry.kind}".`);
    bytes[4 + number] = code;
    view.setUint32(offsetsAt + 4 * number, offset, true);
    const text = texts[number] as Uint8Array;
    bytes.set(text, textAt + offset);
    offset += text.length;
  }
  view.setUint32(offsetsAt + 4 * entries.length, offset, true);
  return bytes;
}

/** Opens what `encodeEntries` made, without copying. Throws when its sizes do not fit. */
export function openEntries(bytes: Uint8Array): Entries {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = bytes.length < 4 ? 0 : view.getUint32(0, true);
  const offsetsAt = offsetsStart(count);
  const textAt = offsetsAt + 4 * (count + 1);
  if (textAt > bytes.length || textAt + view.getUint32(textAt - 4, true) !== bytes.length) {
    throw new Error('The table of entries is damaged: its sizes do not fit.');
  }
  const decoder = new TextDecoder();

  function textOf(entry: number): string {
    const from = view.getUint32(offsetsAt + 4 * entry, true);
    const to = view.getUint32(offsetsAt + 4 * entry + 4, true);
    return decoder.decode(bytes.subarray(textAt + from, textAt + to));
  }

  return {
    count,
    kindOf: (entry) => KINDS[bytes[4 + entry] as number] as EntryKind,
    idOf: (entry) => textOf(entry).split('\t', 1)[0] as string,
    nameOf: (entry) => textOf(entry).slice(textOf(entry).indexOf('\t') + 1),
  };
}

function offsetsStart(count: number): number {
  return (4 + count + 3) & ~3;
}
