import { appendToken, inputBuffer, type ReaderInput } from '../../core/reader-input.ts';
import type { Random } from './random.ts';

/** A text with other conditions in place of its own: what is said of one illness is said the same way of another. */
export type Swap = (input: ReaderInput, random: Random) => ReaderInput;

const CONDITION = 1;
/** How many of a text's conditions are swapped. */
const SHARE = 0.7;

export function swapOf(conditions: readonly ReaderInput[]): Swap {
  return (input, random) => {
    if (!input.kind.subarray(0, input.count).includes(CONDITION)) return input;
    swapped.count = 0;
    for (let token = 0; token < input.count; ) {
      let end = token;
      while (end < input.count && input.kind[end] === CONDITION) end += 1;
      if (end > token && random() < SHARE) {
        const other = conditions[Math.floor(random() * conditions.length)] as ReaderInput;
        for (let word = 0; word < other.count; word += 1) appendToken(swapped, other, word, CONDITION);
        token = end;
      } else {
        const to = Math.max(end, token + 1);
        for (; token < to; token += 1) appendToken(swapped, input, token);
      }
    }
    return swapped;
  };
}

const swapped = inputBuffer();
