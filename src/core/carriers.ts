import type { Span } from './assessment.ts';
import type { Grams } from './grams.ts';
import { answerWithout, type Model } from './model.ts';
import { ANSWERS, type Passage } from './network-shape.ts';
import { leanings } from './network-slopes.ts';
import { LONGEST, PIECES, type ReaderInput } from './reader-input.ts';

/**
 * The words that carried an answer, the weightiest first: as few as it takes so that without them it would not count.
 *
 * A word's weight is how much the answer's logit leans on it: the slope at its numbers times the numbers, and its share
 * of the phrases it stands in. Words are then taken away by weight until what is left, read anew, falls below `least`.
 * Words side by side are one span. The passage must be as `answer` left it.
 */
export function carriersOf(
  model: Model,
  input: ReaderInput,
  grams: Grams,
  passage: Passage,
  which: number,
  least: number,
): readonly Span[] {
  const weights = weightsOf(model, grams, passage, which);
  const order = [...weights.keys()]
    .filter((token) => (weights[token] as number) > 0 && isWord(input, token))
    .sort((a, b) => (weights[b] as number) - (weights[a] as number));
  taken.fill(0);
  const enough = least - MARGIN;
  let logit = passage.logits[which] as number;
  let count = 0;
  while (logit >= enough && count < order.length) {
    // As many as should do by their weights; when reading anew says that they do not, more.
    let expected = logit;
    for (const few = count + 1; count < order.length && (count < few || expected >= enough); count += 1) {
      const token = order[count] as number;
      taken[token] = 1;
      expected -= weights[token] as number;
    }
    answerWithout(model, input, taken, passage);
    logit = passage.logits[which] as number;
  }
  return spansOf(input, weights);
}

/** Below the threshold by this much: with the words gone from the text, names and phrases around them change a little too. */
const MARGIN = 0.5;

const taken = new Uint8Array(LONGEST);
const slopes = new Float64Array(ANSWERS);

function weightsOf({ grams: known, gramRows, dense }: Model, grams: Grams, passage: Passage, which: number): Float64Array {
  slopes.fill(0);
  slopes[which] = 1;
  const weights = leanings(dense, passage, slopes);
  for (let gram = 0; gram < grams.count; gram += 1) {
    const row = known.indexOf(grams.hash[gram] as number);
    if (row < 0) continue;
    const from = grams.from[gram] as number;
    const to = grams.to[gram] as number;
    const share = (gramRows.scale * (gramRows.values[row * ANSWERS + which] as number)) / (to - from);
    for (let token = from; token < to; token += 1) weights[token] = (weights[token] as number) + share;
  }
  return weights;
}

/** Whether a token is more than punctuation: nobody is told that a comma carried an answer. */
function isWord(input: ReaderInput, token: number): boolean {
  return (input.pieces[token * PIECES] as number) !== 0;
}

function spansOf(input: ReaderInput, weights: Float64Array): readonly Span[] {
  const spans: { span: { start: number; end: number }; weight: number }[] = [];
  for (let token = 0; token < input.count; token += 1) {
    if (taken[token] === 0) continue;
    const before = spans.at(-1);
    if (before !== undefined && token > 0 && taken[token - 1] === 1) {
      before.span.end = input.end[token] as number;
      before.weight += weights[token] as number;
    } else
      spans.push({
        span: { start: input.start[token] as number, end: input.end[token] as number },
        weight: weights[token] as number,
      });
  }
  return spans.sort((a, b) => b.weight - a.weight).map(({ span }) => span);
}
