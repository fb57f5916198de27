/**
 * Several named byte arrays in one, opened without parsing or copying.
 *
 *     'LVCT' · format version u32 · section count u32 · per section: tag (4 ASCII letters), offset u32, length u32 · the sections, each aligned to 8
 *
 * All numbers little-endian.
 */
export interface Sections {
  /** The bytes of a section, as a view. Throws when there is none. */
  get(tag: string): Uint8Array;
}

/** Rises with every change of what the sections hold: a file of another format is refused, never misread. */
export const FORMAT_VERSION = 1;

const MAGIC = 0x5443564c;
const HEAD = 12;
const ROW = 12;

/** One byte array from sections; the same sections give the same bytes. Tags are four ASCII characters. */
export function encodeSections(sections: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const tags = Object.keys(sections).sort();
  let offset = aligned(HEAD + ROW * tags.length);
  const total = tags.reduce((sum, tag) => aligned(sum + (sections[tag] as Uint8Array).length), offset);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, FORMAT_VERSION, true);
  view.setUint32(8, tags.length, true);
  for (const [row, tag] of tags.entries()) {
    if (!/^[ -~]{4}$/.test(tag)) throw new Error(`A section's tag is four ASCII characters, not "${tag}".`);
    const section = sections[tag] as Uint8Array;
    const at = HEAD + ROW * row;
    for (let index = 0; index < 4; index += 1) bytes[at + index] = tag.charCodeAt(index);
    view.setUint32(at + 4, offset, true);
    view.setUint32(at + 8, section.length, true);
    bytes.set(section, offset);
    offset = aligned(offset + section.length);
  }
  return bytes;
}

/**
 * Throws an error that says what is wrong, and with what, when the bytes are no sections of this format version.
 * The bytes must start at a multiple of 8 in their buffer, so that typed arrays can be laid over a section.
 */
export function openSections(bytes: Uint8Array, what = "The list's index"): Sections {
  if (bytes.length < HEAD) throw new Error(`${what} is damaged: ${bytes.length} bytes are too few.`);
  if (bytes.byteOffset % 8 !== 0) return openSections(new Uint8Array(bytes), what);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint32(0, true) !== MAGIC) throw new Error(`${what} is damaged: it does not begin as one.`);
  const version = view.getUint32(4, true);
  if (version !== FORMAT_VERSION) {
    throw new Error(`${what} has format ${version}; this version of the extension reads format ${FORMAT_VERSION}.`);
  }
  const found = new Map<string, Uint8Array>();
  const count = view.getUint32(8, true);
  if (HEAD + ROW * count > bytes.length) throw new Error(`${what} is damaged: its table of contents is cut off.`);
  for (let row = 0; row < count; row += 1) {
    const at = HEAD + ROW * row;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    const offset = view.getUint32(at + 4, true);
    const length = view.getUint32(at + 8, true);
    if (offset + length > bytes.length) throw new Error(`${what} is damaged: its part "${tag}" is cut off.`);
    found.set(tag, bytes.subarray(offset, offset + length));
  }
  return {
    get(tag) {
      const section = found.get(tag);
      if (!section) throw new Error(`${what} is damaged: its part "${tag}" is missing.`);
      return section;
    },
  };
}

function aligned(offset: number): number {
  return (offset + 7) & ~7;
}
