import { openHashIndex } from './hash-index.ts';
import type { Model, Rows } from './model.ts';
import { ANSWERS, DENSE_SHAPE, type Dense } from './network-shape.ts';
import { encodeSections, openSections } from './sections.ts';

/**
 * The reader as a file: one byte a weight.
 *
 *     WKEY GKEY      u32        the tables of words and phrases, by their hashes: see hash-index.ts
 *     WROW PROW KROW GROW  i8   their rows in the tables' order, those of pieces and those of kinds; each part with one scale
 *     DENS           i8         the network's matrices, in the order of `DENSE_SHAPE`
 *     SCAL           f32        the four tables' scales, then one a row of the matrices
 *     DECI           f64        how logits become scores, and from where on they count: see `Decisions`
 */
export interface ReaderFile {
  readonly model: Model;
  readonly decisions: Decisions;
}

/** For each answer, in the order of the network's outputs. */
export interface Decisions {
  /** A score is `logistic(slope × logit + offset)`: calibrated, so that 0.8 is right eight times of ten. */
  readonly slope: readonly number[];
  readonly offset: readonly number[];
  /** Logits from which an answer counts: seldom wrong, or as good as can be on both sides. */
  readonly careful: readonly number[];
  readonly balanced: readonly number[];
}

/** As errors name it. */
const WHAT = "The reader's file";

const TABLES = ['wordRows', 'pieceRows', 'kindRows', 'gramRows'] as const;
const TAGS = { wordRows: 'WROW', pieceRows: 'PROW', kindRows: 'KROW', gramRows: 'GROW' } as const;
const PARTS = Object.keys(DENSE_SHAPE) as (keyof Dense)[];

export function encodeReader({ model, decisions }: ReaderFile): Uint8Array {
  const scales: number[] = [];
  const sections: Record<string, Uint8Array> = { WKEY: bytesOf(model.words.slots), GKEY: bytesOf(model.grams.slots) };
  for (const table of TABLES) {
    const { values, scale } = model[table];
    const bytes = new Int8Array(values.length);
    scales.push(scale * quantise(values, 0, values.length, bytes));
    sections[TAGS[table]] = bytesOf(bytes);
  }
  const dense = new Int8Array(PARTS.reduce((sum, part) => sum + model.dense[part].length, 0));
  let at = 0;
  for (const part of PARTS) {
    const [rows, columns] = DENSE_SHAPE[part];
    for (let row = 0; row < rows; row += 1) {
      scales.push(quantise(model.dense[part], row * columns, columns, dense, at));
      at += columns;
    }
  }
  sections['DENS'] = bytesOf(dense);
  sections['SCAL'] = bytesOf(Float32Array.from(scales));
  sections['DECI'] = decisionBytes(decisions);
  return encodeSections(sections);
}

/** The same model with other decisions. */
export function withDecisions(bytes: Uint8Array, decisions: Decisions): Uint8Array {
  const sections = openSections(bytes, WHAT);
  const kept = ['WKEY', 'GKEY', ...Object.values(TAGS), 'DENS', 'SCAL'].map((tag) => [tag, sections.get(tag)] as const);
  return encodeSections({ ...Object.fromEntries(kept), DECI: decisionBytes(decisions) });
}

function decisionBytes({ slope, offset, careful, balanced }: Decisions): Uint8Array {
  return bytesOf(Float64Array.from([...slope, ...offset, ...careful, ...balanced]));
}

/** Opens what `encodeReader` made. The large tables are not copied. Throws when the bytes are damaged. */
export function openReader(bytes: Uint8Array): ReaderFile {
  const sections = openSections(bytes, WHAT);
  const scales = floatsOf(sections.get('SCAL'));
  const table = (name: (typeof TABLES)[number]): Rows => {
    const values = sections.get(TAGS[name]);
    return {
      values: new Int8Array(values.buffer, values.byteOffset, values.length),
      scale: scales[TABLES.indexOf(name)] as number,
    };
  };
  const decisions = sections.get('DECI');
  const numbers = [...new Float64Array(decisions.buffer, decisions.byteOffset, ANSWERS * 4)];
  return {
    model: {
      words: openHashIndex(keysOf(sections.get('WKEY'))),
      grams: openHashIndex(keysOf(sections.get('GKEY'))),
      wordRows: table('wordRows'),
      pieceRows: table('pieceRows'),
      kindRows: table('kindRows'),
      gramRows: table('gramRows'),
      dense: denseOf(sections.get('DENS'), scales.subarray(TABLES.length)),
    },
    decisions: {
      slope: numbers.slice(0, ANSWERS),
      offset: numbers.slice(ANSWERS, ANSWERS * 2),
      careful: numbers.slice(ANSWERS * 2, ANSWERS * 3),
      balanced: numbers.slice(ANSWERS * 3),
    },
  };
}

/** Writes numbers as whole ones from -127 to 127 and returns what one of those is worth. */
function quantise(values: ArrayLike<number>, from: number, count: number, bytes: Int8Array, to = from): number {
  let most = 0;
  for (let index = 0; index < count; index += 1) most = Math.max(most, Math.abs(values[from + index] as number));
  // What the file keeps is a float: the same one has to be divided by.
  const scale = Math.fround(most === 0 ? 1 : most / 127);
  for (let index = 0; index < count; index += 1) bytes[to + index] = Math.round((values[from + index] as number) / scale);
  return scale;
}

function denseOf(bytes: Uint8Array, scales: Float32Array): Dense {
  const values = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  let row = 0;
  const parts = PARTS.map((part) => {
    const [rows, columns] = DENSE_SHAPE[part];
    const matrix = new Float64Array(rows * columns);
    for (let to = 0; to < matrix.length; row += 1) {
      const scale = scales[row] as number;
      for (const end = to + columns; to < end; to += 1, at += 1) matrix[to] = Math.fround((values[at] as number) * scale);
    }
    return [part, matrix] as const;
  });
  if (at !== values.length || row !== scales.length) throw new Error(`${WHAT} is damaged: its network has another shape.`);
  return Object.fromEntries(parts) as unknown as Dense;
}

function bytesOf(array: Uint32Array | Int8Array | Float32Array | Float64Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function keysOf(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

function floatsOf(bytes: Uint8Array): Float32Array {
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}
