import { appendToken, CONDITION, FAINT_CONDITION, inputBuffer, PIECES, type ReaderInput } from '../../core/reader-input.ts';
import type { Random } from './random.ts';

/** A text with other conditions in place of its own: what is said of one illness is said the same way of another. */
export type Swap = (input: ReaderInput, random: Random) => ReaderInput;

/** How many of a text's conditions are swapped. */
const SHARE = 0.7;
/** How many of those are left without a name at all: all that is known is that an illness stands there. */
const NAMELESS = 0.3;
/** How many of the others get one of the names that everybody knows. */
const KNOWN = 0.5;

/** `known` are the illnesses that everybody talks about, `all` those of the list. */
export function swapOf(known: readonly ReaderInput[], all: readonly ReaderInput[]): Swap {
  return (input, random) => {
    if (!hasCondition(input)) return input;
    swapped.count = 0;
    for (let token = 0; token < input.count; ) {
      const kind = input.kind[token] as number;
      let end = token + 1;
      if (isCondition(kind)) while (end < input.count && input.kind[end] === kind) end += 1;
      if (isCondition(kind) && random() < SHARE) {
        const other = random() < NAMELESS ? nameless : pick(random() < KNOWN ? known : all, random);
        for (let word = 0; word < other.count; word += 1) appendToken(swapped, other, word, kind);
      } else for (let kept = token; kept < end; kept += 1) appendToken(swapped, input, kept);
      token = end;
    }
    return swapped;
  };
}

function hasCondition({ kind, count }: ReaderInput): boolean {
  for (let token = 0; token < count; token += 1) if (isCondition(kind[token] as number)) return true;
  return false;
}

function isCondition(kind: number): boolean {
  return kind === CONDITION || kind === FAINT_CONDITION;
}

function pick(conditions: readonly ReaderInput[], random: Random): ReaderInput {
  return conditions[Math.floor(random() * conditions.length)] as ReaderInput;
}

const swapped = inputBuffer();

/** One token of which nothing is known. */
const nameless: ReaderInput = {
  count: 1,
  start: new Uint32Array(1),
  end: new Uint32Array(1),
  hash: new Uint32Array(1),
  pieces: new Uint32Array(PIECES),
  kind: new Uint8Array(1),
};
