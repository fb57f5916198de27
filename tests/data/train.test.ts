import { describe, expect, test } from 'vitest';
import { gramsOf } from '../../src/core/grams.ts';
import { answer, EXPERIENCE } from '../../src/core/model.ts';
import { encodeReader, openReader, withDecisions } from '../../src/core/model-file.ts';
import { Passage } from '../../src/core/network-shape.ts';
import { type ReaderInput, readerInputOf } from '../../src/core/reader-input.ts';
import { wordsOf } from '../../src/core/text.ts';
import { decisionsFrom, NEVER } from '../../src/data/train/decide.ts';
import { type Example, learnFrom } from '../../src/data/train/fit.ts';
import { filled, lessonsIn } from '../../src/data/train/lessons.ts';
import { randomFrom } from '../../src/data/train/random.ts';
import { swapOf } from '../../src/data/train/swap.ts';
import { copyOf } from '../../src/data/train/texts.ts';

const lessons = lessonsIn('src/data/train/lessons.txt');
const random = randomFrom(1);
const examples: readonly Example[] = lessons.map((lesson) => ({
  input: inputOf(filled(lesson.text, ['lupus', 'gout'], random)),
  targets: [lesson.patient || lesson.carer, lesson.claim, lesson.health, lesson.carer].map(Number),
  weights: [1, 1, 1, 1],
}));
const keys = {
  wordKeys: Uint32Array.from(new Set(examples.flatMap(({ input }) => [...input.hash]))).sort(),
  gramKeys: Uint32Array.from(new Set(examples.flatMap(({ input }) => [...gramsOf(input).hash.subarray(0, 9)]))).sort(),
};
const undecided = { slope: [1, 1, 1, 1], offset: [0, 0, 0, 0], careful: [0, 0, 0, 0], balanced: [0, 0, 0, 0] };

describe('learning', () => {
  const learned = learn(30);

  test('a reader tells what it was taught from what it was not', () => {
    const mean = (told: boolean) => {
      const logits = examples
        .filter(({ targets }) => (targets[0] === 1) === told)
        .map(({ input }) => experienceOf(learned, input));
      return logits.reduce((sum, logit) => sum + logit, 0) / logits.length;
    };
    expect(mean(true) - mean(false)).toBeGreaterThan(1);
  });

  test('the same examples and seed give the same bytes', { timeout: 60_000 }, () => {
    const first = encoded(learn(1));
    expect(encoded(learn(1))).toEqual(first);
    expect(encoded(learn(1, 2))).not.toEqual(first);
  });

  test('a byte a weight changes an answer by little', () => {
    const opened = openReader(encoded(learned)).model;
    for (const { input } of examples.slice(0, 50)) {
      expect(experienceOf(opened, input)).toBeCloseTo(experienceOf(learned, input), 0);
    }
  });

  test('decisions are stored as they were made', () => {
    const decisions = { slope: [1, 2, 3, 4], offset: [5, 6, 7, 8], careful: [9, 10, 11, 12], balanced: [0.5, -1, -2, 1e-9] };
    expect(openReader(encodeReader({ model: learned, decisions })).decisions).toEqual(decisions);
    // Deciding anew changes nothing else.
    expect(withDecisions(encoded(learned), decisions)).toEqual(encodeReader({ model: learned, decisions }));
  });
});

describe('thresholds', () => {
  const judged = [
    [5, true],
    [4, true],
    [3, false],
    [2, true],
    [1, false],
    [0, false],
  ] as const;
  const decisions = decisionsFrom(Array(4).fill(judged.map(([logit, gold]) => ({ logit, gold }))));

  test('careful lies below the last post until which hardly any mark is wrong', () => {
    expect(decisions.careful[EXPERIENCE]).toBe(3.5);
  });

  test('balanced lies where both kinds of mistake weigh least together', () => {
    expect(decisions.balanced[EXPERIENCE]).toBe(1.5);
  });

  test('a higher logit is a higher score', () => {
    for (const slope of decisions.slope) expect(slope).toBeGreaterThan(0);
  });

  test('an answer that a text cannot have is missed, and says nothing of how sure a score is', () => {
    const never = decisionsFrom(Array(4).fill([...judged, [NEVER, true] as const].map(([logit, gold]) => ({ logit, gold }))));
    expect(never.careful[EXPERIENCE]).toBe(3.5);
    expect(never.slope).toEqual(decisions.slope);
  });

  test('scores are calibrated also where all that is true lies above all that is not', () => {
    const apart = Array.from({ length: 60 }, (_, index) => ({ logit: index < 30 ? 8 + index : -8 - index, gold: index < 30 }));
    const { slope, offset } = decisionsFrom(Array(4).fill(apart));
    expect(slope[0]).toBeGreaterThan(0);
    expect(slope[0]).toBeLessThan(2);
    expect(Math.abs(offset[0] as number)).toBeLessThan(2);
  });
});

test('a swapped text names another condition and keeps the rest', () => {
  const text = 'I have lupus now';
  const mention = { id: 'x', name: 'Lupus', kind: 'condition', start: 7, end: 12 } as const;
  const input = copyOf(readerInputOf(text, wordsOf(text), { mentions: [mention], faint: [], signs: [] }));
  const fibrosis = [inputOf('cystic fibrosis')];
  const swap = swapOf(fibrosis, fibrosis);
  const swapped = [...Array(20).keys()].map(() => copyOf(swap(input, random))).find(({ count }) => count === 5);
  expect(swapped && [...swapped.hash]).toEqual([...inputOf('I have cystic fibrosis now').hash]);
  expect(swapped && [...swapped.kind]).toEqual([0, 0, 1, 1, 0]);
});

test('a lesson with an unknown blank is refused', () => {
  expect(() => filled('my {nose} hurts', [], random)).toThrow('{nose}');
});

test('every lesson can be filled in', () => {
  for (const { text } of lessons) expect(filled(text, ['gout'], random)).not.toMatch(/[{}]/);
});

function learn(epochs: number, seed = 1) {
  return learnFrom(examples, { seed, epochs, ...keys, swap: (input) => input, log: () => {} });
}

function encoded(model: ReturnType<typeof learn>): Uint8Array {
  return encodeReader({ model, decisions: undecided });
}

function experienceOf(model: ReturnType<typeof learn>, input: ReaderInput): number {
  const passage = new Passage();
  answer(model, input, passage);
  return passage.logits[EXPERIENCE] as number;
}

function inputOf(text: string): ReaderInput {
  return copyOf(readerInputOf(text, wordsOf(text), { mentions: [], faint: [], signs: [] }));
}
