import { avalanche } from './avalanche.ts';

/**
 * What happened to a paper after it was published, by its DOI.
 *
 * No DOI is kept, only 48 bits of its hash: of a million papers that were never retracted, all but about 0.0002 are
 * told so. Natures are a set, because a paper can have several: an expression of concern first, a retraction later.
 *
 *     count u32 · as of u32 (202508 is 2025-08) · 257 starts u32, by the hash's highest byte
 *     rows: the hash's other 40 bits, 5 bytes each, highest first, ascending within a start
 *     natures: 4 bits a row, the first row in the low half
 */
export interface Retractions {
  readonly count: number;
  /** The month the facts are of, as YYYY-MM. What happened later is not known. */
  readonly asOf: string;
  /** In the order of `RETRACTION_NATURES`; empty when nothing is known of this DOI. */
  naturesOf(doi: string): readonly RetractionNature[];
}

export const RETRACTION_NATURES = ['retraction', 'expression-of-concern', 'correction', 'reinstatement'] as const;
export type RetractionNature = (typeof RETRACTION_NATURES)[number];

export interface RetractedPaper {
  readonly doi: string;
  readonly natures: readonly RetractionNature[];
}

const HEAD = 8;
const STARTS = 257;
const ROWS_AT = HEAD + 4 * STARTS;
const ROW = 5;

/** The same papers in any order give the same bytes. Throws when two DOIs have one hash. */
export function encodeRetractions(papers: readonly RetractedPaper[], asOf: string): Uint8Array {
  const rows = papers
    .map((paper) => ({ ...hashOf(paper.doi), paper }))
    .sort((one, other) => one.high - other.high || one.low - other.low);
  const bytes = new Uint8Array(ROWS_AT + ROW * rows.length + Math.ceil(rows.length / 2));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, rows.length, true);
  view.setUint32(4, Number(asOf.replace('-', '')), true);
  const counts = new Uint32Array(STARTS);
  for (const [number, { high, low, paper }] of rows.entries()) {
    const next = rows[number + 1];
    if (next?.high === high && next.low === low) {
      throw new Error(`The DOIs "${paper.doi}" and "${next.paper.doi}" have one hash: leave out one of them.`);
    }
    const at = ROWS_AT + ROW * number;
    bytes[at] = high & 0xff;
    view.setUint32(at + 1, low, false);
    counts[(high >>> 8) + 1] = (counts[(high >>> 8) + 1] as number) + 1;
    const half = ROWS_AT + ROW * rows.length + (number >> 1);
    bytes[half] = (bytes[half] as number) | (bitsOf(paper.natures) << (4 * (number & 1)));
  }
  let start = 0;
  for (const [index, count] of counts.entries()) {
    start += count;
    view.setUint32(HEAD + 4 * index, start, true);
  }
  return bytes;
}

/** Opens what `encodeRetractions` made, without copying. Throws when its sizes do not fit. */
export function openRetractions(bytes: Uint8Array): Retractions {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = bytes.length < ROWS_AT ? 0 : view.getUint32(0, true);
  const naturesAt = ROWS_AT + ROW * count;
  if (bytes.length !== naturesAt + Math.ceil(count / 2) || view.getUint32(ROWS_AT - 4, true) !== count) {
    throw new Error('The table of retractions is damaged: its sizes do not fit.');
  }
  const month = String(view.getUint32(4, true));
  return {
    count,
    asOf: `${month.slice(0, 4)}-${month.slice(4)}`,
    naturesOf(doi) {
      const { high, low } = hashOf(doi);
      let from = view.getUint32(HEAD + 4 * (high >>> 8), true);
      let to = view.getUint32(HEAD + 4 * (high >>> 8) + 4, true);
      while (from < to) {
        const middle = (from + to) >>> 1;
        const at = ROWS_AT + ROW * middle;
        const difference = (bytes[at] as number) - (high & 0xff) || view.getUint32(at + 1, false) - low;
        if (difference === 0) return naturesFrom(((bytes[naturesAt + (middle >> 1)] as number) >>> (4 * (middle & 1))) & 15);
        if (difference < 0) from = middle + 1;
        else to = middle;
      }
      return [];
    },
  };
}

function bitsOf(natures: readonly RetractionNature[]): number {
  return natures.reduce((bits, nature) => bits | (1 << RETRACTION_NATURES.indexOf(nature)), 0);
}

function naturesFrom(bits: number): readonly RetractionNature[] {
  return RETRACTION_NATURES.filter((_, index) => (bits & (1 << index)) !== 0);
}

/** 48 bits of a DOI without regard to case: 16 in `high`, 32 in `low`. */
function hashOf(doi: string): { readonly high: number; readonly low: number } {
  const text = doi.toLowerCase();
  let a = 0x811c9dc5;
  let b = 0x2f0b4a27;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995);
    b ^= b >>> 15;
  }
  return { high: avalanche(b) >>> 16, low: avalanche(a ^ Math.imul(b, 0x9e3779b1)) };
}
