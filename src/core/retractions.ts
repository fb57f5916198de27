import type { CitationFlag } from './assessment.ts';

/**
 * Notices on papers, by DOI: the newest of each.
 * A sorted table of 48-bit hashes; two DOIs of the 57,000 share one with a chance of 1 in 170,000.
 *
 *     count u32, 4 bytes spare · hashes u32 × count (high bits, sorted) · u16 × count (low bits) · notice u8 × count
 */
export interface Retractions {
  readonly count: number;
  /** The newest notice on the paper; `null` when the list has none. The DOI may be in any case. */
  noticeFor(doi: string): Notice | null;
}

export type Notice = Extract<CitationFlag, 'retracted' | 'expression-of-concern' | 'corrected' | 'reinstated'>;

const NOTICES: readonly Notice[] = ['retracted', 'expression-of-concern', 'corrected', 'reinstated'];
const HEAD = 8;

/** The table; the same for the same notices in any order. Throws when two DOIs share a hash. */
export function encodeRetractions(notices: ReadonlyMap<string, Notice>): Uint8Array {
  const rows = Array.from(notices, ([doi, notice]) => ({ doi, notice, ...hashOf(doi) })).sort(
    (one, other) => one.high - other.high || one.low - other.low,
  );
  const { low, code } = layoutOf(rows.length);
  const bytes = new Uint8Array(code + rows.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, rows.length, true);
  for (const [number, row] of rows.entries()) {
    const next = rows[number + 1];
    if (next && next.high === row.high && next.low === row.low)
      throw new Error(`The DOIs ${row.doi} and ${next.doi} share a hash: change the hash's seed.`);
    view.setUint32(HEAD + 4 * number, row.high, true);
    view.setUint16(low + 2 * number, row.low, true);
    bytes[code + number] = NOTICES.indexOf(row.notice);
  }
  return bytes;
}

/** Opens what `encodeRetractions` made, without copying. Throws when its sizes do not fit. */
export function openRetractions(bytes: Uint8Array): Retractions {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = bytes.length < HEAD ? 0 : view.getUint32(0, true);
  const { low, code } = layoutOf(count);
  if (bytes.length !== code + count) throw new Error('The table of retractions is damaged: its sizes do not fit.');
  return {
    count,
    noticeFor(doi) {
      const wanted = hashOf(doi);
      let from = 0;
      let to = count;
      while (from < to) {
        const middle = (from + to) >>> 1;
        const high = view.getUint32(HEAD + 4 * middle, true);
        if (high < wanted.high || (high === wanted.high && view.getUint16(low + 2 * middle, true) < wanted.low))
          from = middle + 1;
        else to = middle;
      }
      const found =
        from < count &&
        view.getUint32(HEAD + 4 * from, true) === wanted.high &&
        view.getUint16(low + 2 * from, true) === wanted.low;
      return found ? (NOTICES[bytes[code + from] as number] ?? null) : null;
    },
  };
}

function layoutOf(count: number): { readonly low: number; readonly code: number } {
  const low = HEAD + 4 * count;
  return { low, code: low + 2 * count };
}

/** Two FNV-like hashes of the DOI in lower case, each finished as MurmurHash3 (public domain) does. */
function hashOf(doi: string): { readonly high: number; readonly low: number } {
  let a = 0x811c9dc5;
  let b = 0x2f0b4c47;
  for (const character of doi.toLowerCase()) {
    const code = character.codePointAt(0) as number;
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995);
    b ^= b >>> 13;
  }
  return { high: finished(a), low: finished(b) & 0xffff };
}

function finished(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
