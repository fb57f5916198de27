import type { Names } from '../../core/names.ts';
import { type NamedInText, PIECES, type ReaderInput, readerInputOf } from '../../core/reader-input.ts';
import { possibleAnswers } from '../../core/reading.ts';
import { wordsOf } from '../../core/text.ts';

/** Texts as the reader reads them, one after the other in a few arrays. */
export interface Texts {
  readonly count: number;
  inputOf(text: number): ReaderInput;
  /** Which answers it can have: see core/reading.ts. */
  possibleOf(text: number): readonly boolean[];
}

/** Reads texts, with the names in them found as the engine does it. */
export function textsOf(texts: readonly string[], namesIn: Names): Texts {
  const kept = texts.map((text) => {
    const words = wordsOf(text);
    const named = namesIn(words);
    const input = copyOf(readerInputOf(text, words, named));
    return { input, possible: possibleAnswers(input, named) };
  });
  const of = (text: number) => kept[text] as { readonly input: ReaderInput; readonly possible: readonly boolean[] };
  return { count: kept.length, inputOf: (text) => of(text).input, possibleOf: (text) => of(text).possible };
}

const NOTHING_NAMED: NamedInText = { mentions: [], faint: [], signs: [] };

/** Names of conditions, to try a text with another illness. Only short ones: people write short ones. */
export function conditionInputs(names: readonly string[]): readonly ReaderInput[] {
  return names
    .map((name) => copyOf(readerInputOf(name, wordsOf(name), NOTHING_NAMED)))
    .filter(({ count }) => count > 0 && count <= 3);
}

/** An input of its own: the reader writes the next text over this one. */
export function copyOf({ count, start, end, hash, pieces, kind }: ReaderInput): ReaderInput {
  return {
    count,
    start: start.slice(0, count),
    end: end.slice(0, count),
    hash: hash.slice(0, count),
    pieces: pieces.slice(0, count * PIECES),
    kind: kind.slice(0, count),
  };
}
