import { logistic } from '../../core/exact-math.ts';
import { type Grams, gramsOf } from '../../core/grams.ts';
import { type HashIndex, hashIndexOf } from '../../core/hash-index.ts';
import { addGrams, embed, type Model, pieceRowOf } from '../../core/model.ts';
import { forward } from '../../core/network.ts';
import { ANSWERS, DENSE_SHAPE, type Dense, Passage, WIDTH } from '../../core/network-shape.ts';
import { backward } from '../../core/network-slopes.ts';
import { isRole, KINDS, LONGEST, PIECES, type ReaderInput } from '../../core/reader-input.ts';
import { type Adam, adamOf } from './adam.ts';
import { averageOf } from './average.ts';
import { fillNormal, type Random, randomFrom, shuffle } from './random.ts';
import type { Swap } from './swap.ts';

/** A text to learn from, and how sure its labels are. */
export interface Example {
  readonly input: ReaderInput;
  /** For each answer what it should be, 0 to 1, and how much that counts. */
  readonly targets: readonly number[];
  readonly weights: readonly number[];
}

export interface FitOptions {
  readonly seed: number;
  readonly epochs: number;
  readonly wordKeys: Uint32Array;
  readonly gramKeys: Uint32Array;
  readonly swap: Swap;
  /** Learns from phrases alone, without the network: what the network is measured against. */
  readonly phrasesOnly?: boolean;
  readonly log: (line: string) => void;
}

const PIECE_ROWS = 8192;
const BATCH = 128;
/** Texts of like length go into a batch, give or take this many places. */
const LENGTH_NOISE = 400;
const ROW_RATE = 2e-3;
const DENSE_RATE = 1e-3;
/** The last epoch walks slower, and its mean is what is kept. */
const LAST_RATE = 1 / 2;
const DROPPED = 0.2;
/** Now and then the kinds of names are hidden: the lexicon will not know every name either. */
const KINDS_HIDDEN = 0.2;
/** How often a text is read with other conditions in place of its own. */
const SWAPPED = 0.5;

/** Learns a model from examples. The same examples and seed give the same model. */
export function learnFrom(examples: readonly Example[], options: FitOptions): Model {
  const random = randomFrom(options.seed);
  const model = untrained(options, random);
  // Without an answer row the network adds nothing but the bias.
  if (options.phrasesOnly) model.dense.answer.fill(0);
  const optimiser = optimiserOf(model);
  const passage = new Passage();
  const sorted = [...examples].sort((a, b) => a.input.count - b.input.count);
  const average = averageOf(weightsOf(model));
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    const last = epoch === options.epochs - 1;
    let loss = 0;
    for (const batch of batchesOf(sorted, random)) {
      for (const example of batch) loss += learn(model, optimiser, example, batch.length, passage, options, random);
      optimiser.step(last ? LAST_RATE : 1);
      if (last) average.add();
    }
    options.log(`epoch ${epoch + 1}: loss ${(loss / examples.length).toFixed(4)}`);
  }
  average.use();
  return model;
}

function weightsOf({ wordRows, pieceRows, kindRows, gramRows, dense }: Trained): readonly Float32Array[] {
  return [...[wordRows, pieceRows, kindRows, gramRows].map(({ values }) => values), ...Object.values(dense)];
}

function untrained({ wordKeys, gramKeys }: FitOptions, random: Random): Trained {
  const words = hashIndexOf(wordKeys);
  const grams = hashIndexOf(gramKeys);
  const rows = (count: number, width: number, spread: number, scale: number) => {
    const values = new Float32Array(count * width);
    if (spread > 0) fillNormal(values, spread, random);
    return { values, scale };
  };
  const dense = denseOf((part, [outputs, inputs]) => {
    // As wide as the number of inputs allows, as is usual; a bias begins near nothing.
    const values = new Float32Array(outputs * inputs);
    const bound = part.endsWith('Bias') ? 0 : 1 / Math.sqrt(inputs);
    for (let index = 0; index < values.length; index += 1) values[index] = bound * (2 * random() - 1);
    return values;
  });
  return {
    words,
    grams,
    wordRows: rows(words.slots.length, WIDTH, 0.1, 1),
    pieceRows: rows(PIECE_ROWS, WIDTH, 0.05, 0.5),
    kindRows: rows(KINDS, WIDTH, 0.1, 1),
    gramRows: rows(grams.slots.length, ANSWERS, 0, 1),
    dense,
  };
}

interface Trained extends Model {
  readonly words: HashIndex;
  readonly wordRows: FloatRows;
  readonly pieceRows: FloatRows;
  readonly kindRows: FloatRows;
  readonly gramRows: FloatRows;
  readonly dense: Dense<Float32Array>;
}

interface FloatRows {
  readonly values: Float32Array;
  readonly scale: number;
}

function denseOf(make: (part: keyof Dense, shape: readonly [number, number]) => Float32Array): Dense<Float32Array> {
  const parts = Object.entries(DENSE_SHAPE) as [keyof Dense, readonly [number, number]][];
  return Object.fromEntries(parts.map(([part, shape]) => [part, make(part, shape)])) as unknown as Dense<Float32Array>;
}

interface Optimiser {
  readonly rows: Readonly<Record<'wordRows' | 'pieceRows' | 'kindRows' | 'gramRows', Adam>>;
  readonly gradients: Dense<Float32Array>;
  step(rate: number): void;
}

function optimiserOf(model: Trained): Optimiser {
  const rows = {
    wordRows: adamOf(model.wordRows.values),
    pieceRows: adamOf(model.pieceRows.values),
    kindRows: adamOf(model.kindRows.values),
    gramRows: adamOf(model.gramRows.values),
  };
  const dense = new Map((Object.keys(DENSE_SHAPE) as (keyof Dense)[]).map((part) => [part, adamOf(model.dense[part])]));
  return {
    rows,
    gradients: denseOf((part) => (dense.get(part) as Adam).gradient),
    step(rate) {
      for (const adam of Object.values(rows)) adam.step(rate * ROW_RATE);
      for (const adam of dense.values()) adam.step(rate * DENSE_RATE);
    },
  };
}

function batchesOf(sorted: readonly Example[], random: Random): readonly (readonly Example[])[] {
  const places = sorted.map((example, place) => ({ example, place: place + random() * LENGTH_NOISE }));
  places.sort((a, b) => a.place - b.place);
  const batches: Example[][] = [];
  for (let from = 0; from < places.length; from += BATCH) {
    batches.push(places.slice(from, from + BATCH).map(({ example }) => example));
  }
  shuffle(batches, random);
  return batches;
}

const POOLED = DENSE_SHAPE.join[1];
const keepWords = new Float32Array(new Passage().words.length);
const keepPooled = new Float32Array(POOLED);
const slopes = new Float64Array(ANSWERS);

/** One example's way through and back. Returns its loss. */
function learn(
  model: Trained,
  optimiser: Optimiser,
  example: Example,
  batch: number,
  passage: Passage,
  { swap, phrasesOnly = false }: FitOptions,
  random: Random,
): number {
  const swapped = random() < SWAPPED ? swap(example.input, random) : example.input;
  const input = random() < KINDS_HIDDEN ? withoutNames(swapped) : swapped;
  if (input.count === 0) return 0;
  if (phrasesOnly) passage.logits.set(model.dense.answerBias);
  else read(model, input, passage, random);
  const grams = gramsOf(input);
  addGrams(model, grams, passage.logits);
  let loss = 0;
  for (let answer = 0; answer < ANSWERS; answer += 1) {
    const score = logistic(passage.logits[answer] as number);
    const target = example.targets[answer] as number;
    const weight = example.weights[answer] as number;
    slopes[answer] = (weight * (score - target)) / batch;
    loss -= weight * (target * Math.log(score + 1e-12) + (1 - target) * Math.log(1 - score + 1e-12));
  }
  learnGrams(model, optimiser, grams);
  if (phrasesOnly)
    for (let answer = 0; answer < ANSWERS; answer += 1) addTo(optimiser.gradients.answerBias, answer, slopes[answer] as number);
  else learnNetwork(model, optimiser, input, passage);
  return loss;
}

/** The network's way, with some of its numbers dropped: what is learned must not hang on one of them. */
function read(model: Trained, input: ReaderInput, passage: Passage, random: Random): void {
  embed(model, input, passage);
  dropFrom(keepWords, Passage.rowOf(0), Passage.rowOf(input.count), random);
  dropFrom(keepPooled, 0, POOLED, random);
  multiply(passage.words, keepWords, Passage.rowOf(0), Passage.rowOf(input.count));
  forward(model.dense, passage, keepPooled);
}

function learnNetwork(model: Trained, optimiser: Optimiser, input: ReaderInput, passage: Passage): void {
  backward(model.dense, passage, slopes, optimiser.gradients, keepPooled);
  multiply(passage.wordSlopes, keepWords, Passage.rowOf(0), Passage.rowOf(input.count));
  learnRows(model, optimiser, input, passage);
}

/** The input as if the lexicon knew no name in it. */
function withoutNames(input: ReaderInput): ReaderInput {
  for (let token = 0; token < input.count; token += 1) {
    const kind = input.kind[token] as number;
    onlyRoles[token] = isRole(kind) ? kind : 0;
  }
  return { ...input, kind: onlyRoles };
}

const onlyRoles = new Uint8Array(LONGEST);

function addTo(numbers: Float32Array, at: number, by: number): void {
  numbers[at] = (numbers[at] as number) + by;
}

function dropFrom(keep: Float32Array, from: number, to: number, random: Random): void {
  for (let index = from; index < to; index += 1) keep[index] = random() < DROPPED ? 0 : 1 / (1 - DROPPED);
}

function multiply(numbers: Float32Array, by: Float32Array, from: number, to: number): void {
  for (let index = from; index < to; index += 1) numbers[index] = (numbers[index] as number) * (by[index] as number);
}

function learnRows(model: Trained, { rows }: Optimiser, input: ReaderInput, { wordSlopes }: Passage): void {
  for (let token = 0; token < input.count; token += 1) {
    const at = Passage.rowOf(token);
    const word = model.words.indexOf(input.hash[token] as number);
    if (word >= 0) addSlopes(rows.wordRows.gradient, word, wordSlopes, at, model.wordRows.scale);
    for (let piece = token * PIECES; piece < (token + 1) * PIECES; piece += 1) {
      const hash = input.pieces[piece] as number;
      if (hash === 0) break;
      addSlopes(rows.pieceRows.gradient, pieceRowOf(model.pieceRows, hash), wordSlopes, at, model.pieceRows.scale);
    }
    const kind = input.kind[token] as number;
    if (kind > 0) addSlopes(rows.kindRows.gradient, kind, wordSlopes, at, model.kindRows.scale);
  }
}

function addSlopes(gradient: Float32Array, row: number, from: Float32Array, at: number, scale: number): void {
  for (let index = 0; index < WIDTH; index += 1) {
    const to = row * WIDTH + index;
    gradient[to] = (gradient[to] as number) + scale * (from[at + index] as number);
  }
}

function learnGrams(model: Trained, { rows }: Optimiser, { hash, count }: Grams): void {
  const { gradient } = rows.gramRows;
  for (let gram = 0; gram < count; gram += 1) {
    const row = model.grams.indexOf(hash[gram] as number);
    if (row < 0) continue;
    for (let answer = 0; answer < ANSWERS; answer += 1) {
      const to = row * ANSWERS + answer;
      gradient[to] = (gradient[to] as number) + (slopes[answer] as number);
    }
  }
}
