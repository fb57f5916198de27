import type { MentionKind } from './assessment.ts';
import type { SignKind } from './signs.ts';

/**
 * The table behind the lexicon: what each entry number stands for.
 * Kinds are read without decoding anything; an id and a name are decoded when somebody asks for them.
 *
 *     count u32 · kinds u8 × count · lengths u8 × count · (aligned to 4) the text's offset at every 64th entry u32 ·
 *     UTF-8 text "id\tname"
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

/** Entries between two offsets that are kept; the lengths tell the rest. */
const STEP = 64;

/** The table; entries keep their order. Throws when an id and a name are more than 255 bytes. */
export function encodeEntries(entries: readonly Entry[]): Uint8Array {
  const encoder = new TextEncoder();
  const texts = entries.map((entry) => encoder.encode(`${entry.id}\t${entry.name}`));
  const layout = layoutOf(entries.length);
  const bytes = new Uint8Array(layout.text + texts.reduce((sum, text) => sum + text.length, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, entries.length, true);
  let offset = 0;
  for (const [number, entry] of entries.entries()) {
    const text = texts[number] as Uint8Array;
    const code = KINDS.indexOf(entry.kind);
    if (code < 0) throw new Error(`Entry "${entry.id}" has the unknown kind "${entry.kind}".`);
    if (text.length > 255)
      throw new Error(`The id and name of entry "${entry.id}" are too long for the table: ${text.length} bytes.`);
    bytes[layout.kinds + number] = code;
    bytes[layout.lengths + number] = text.length;
    if (number % STEP === 0) view.setUint32(layout.offsets + 4 * (number / STEP), offset, true);
    bytes.set(text, layout.text + offset);
    offset += text.length;
  }
  return bytes;
}

/** Opens what `encodeEntries` made, without copying. Throws when its sizes do not fit. */
export function openEntries(bytes: Uint8Array): Entries {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = bytes.length < 4 ? 0 : view.getUint32(0, true);
  const layout = layoutOf(count);
  if (layout.text > bytes.length || endOf(count) !== bytes.length) {
    throw new Error('The table of entries is damaged: its sizes do not fit.');
  }
  const decoder = new TextDecoder();

  /** Where the text of an entry begins. */
  function startOf(entry: number): number {
    const step = Math.floor(entry / STEP);
    let at = layout.text + view.getUint32(layout.offsets + 4 * step, true);
    for (let before = step * STEP; before < entry; before += 1) at += bytes[layout.lengths + before] as number;
    return at;
  }

  function endOf(end: number): number {
    return end === 0 ? layout.text : startOf(end - 1) + (bytes[layout.lengths + end - 1] as number);
  }

  function textOf(entry: number): string {
    return decoder.decode(bytes.subarray(startOf(entry), endOf(entry + 1)));
  }

  return {
    count,
    kindOf: (entry) => KINDS[bytes[layout.kinds + entry] as number] as EntryKind,
    idOf: (entry) => textOf(entry).split('\t', 1)[0] as string,
    nameOf: (entry) => textOf(entry).slice(textOf(entry).indexOf('\t') + 1),
  };
}

interface Layout {
  readonly kinds: number;
  readonly lengths: number;
  readonly offsets: number;
  readonly text: number;
}

function layoutOf(count: number): Layout {
  const lengths = 4 + count;
  const offsets = (lengths + count + 3) & ~3;
  return { kinds: 4, lengths, offsets, text: offsets + 4 * Math.ceil(count / STEP) };
}
