import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forward, forwardWithout } from '../../src/core/network.ts';
import { ANSWERS, DENSE_SHAPE, type Dense, Passage, WIDTH } from '../../src/core/network-shape.ts';
import { backward, leanings } from '../../src/core/network-slopes.ts';
import { LONGEST } from '../../src/core/reader-input.ts';

const dense = denseOf((index) => wave(index) * 0.2);

test('a slope says how an answer changes with a number of a word', () => {
  const passage = passageOf(7);
  for (let which = 0; which < ANSWERS; which += 1) {
    read(passage);
    backward(dense, passage, oneHot(which));
    const slopes = passage.wordSlopes.slice();
    for (const [word, column] of [
      [0, 0],
      [3, 17],
      [6, 31],
    ] as const) {
      const at = Passage.rowOf(word) + column;
      expect(slopes[at]).toBeCloseTo(numeric(passage, passage.words, at, which), 2);
    }
  }
});

test('a gradient says how an answer changes with a weight', () => {
  const passage = passageOf(5);
  for (const part of Object.keys(DENSE_SHAPE) as (keyof Dense)[]) {
    const gradients = denseOf(() => 0);
    read(passage);
    backward(dense, passage, oneHot(1), gradients);
    // The weight that matters most: most others stand behind a unit that is off.
    const at = gradients[part].reduce(
      (most, slope, index, all) => (Math.abs(slope) > Math.abs(all[most] ?? 0) ? index : most),
      0,
    );
    expect(gradients[part][at], part).not.toBe(0);
    expect(gradients[part][at], part).toBeCloseTo(numeric(passage, dense[part], at, 1), 2);
  }
});

test('a text does not depend on the one read before it', () => {
  const passage = passageOf(9);
  read(passage);
  const first = [...passage.logits];
  const other = passageOf(LONGEST);
  passage.count = LONGEST;
  passage.words.set(other.words);
  read(passage);
  expect([...passage.logits]).not.toEqual(first);
  passage.count = 9;
  passage.words.set(passageOf(9).words.subarray(0, Passage.rowOf(9)));
  read(passage);
  expect([...passage.logits]).toEqual(first);
});

test('an answer is the same to the last bit wherever it is computed', () => {
  const passage = passageOf(11);
  read(passage);
  // Written down once. Another engine, or another order of the same sums, gives other last digits.
  expect([...passage.logits]).toMatchInlineSnapshot(`
    [
      -0.2874993878107774,
      0.12745645830933663,
      -0.09442377752972875,
      0.37932701018751397,
    ]
  `);
});

test('what is left when words are taken is read, to the last bit, as a text of its own', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(5), { maxLength: 20 }),
      fc.infiniteStream(fc.boolean()),
      fc.infiniteStream(fc.boolean()),
      (kinds, ...takes) => {
        const passage = passageOf(0);
        passage.count = kinds.length;
        for (const [word, kind] of kinds.entries()) setWord(passage, word, kind);
        read(passage);
        // Twice: the second time starts from what the first has left.
        for (const take of takes) {
          const taken = Uint8Array.from({ length: LONGEST }, (_, word) => (word < kinds.length && take.next().value ? 1 : 0));
          forwardWithout(dense, passage, taken);
          const rest = passageOf(0);
          for (const [word, kind] of kinds.entries()) if (taken[word] === 0) setWord(rest, rest.count++, kind);
          read(rest);
          expect([...passage.logits]).toEqual([...rest.logits]);
        }
      },
    ),
  );
});

test('an answer leans on a word by the slopes at its numbers times the numbers', () => {
  const passage = passageOf(8);
  read(passage);
  backward(dense, passage, oneHot(2));
  const leaning = leanings(dense, passage, oneHot(2));
  for (let word = 0; word < 8; word += 1) {
    let sum = 0;
    for (let at = Passage.rowOf(word); at < Passage.rowOf(word + 1); at += 1)
      sum += (passage.words[at] as number) * (passage.wordSlopes[at] as number);
    expect(leaning[word]).toBeCloseTo(sum, 6);
    expect(Math.abs(sum)).toBeGreaterThan(1e-4);
  }
});

test('a text without words has an answer', () => {
  const passage = passageOf(0);
  read(passage);
  for (const logit of passage.logits) expect(Number.isFinite(logit)).toBe(true);
});

function read(passage: Passage): void {
  forward(dense, passage);
}

function numeric(passage: Passage, numbers: Float32Array, at: number, which: number): number {
  const step = 0.01;
  const before = numbers[at] as number;
  numbers[at] = before + step;
  read(passage);
  const above = passage.logits[which] as number;
  numbers[at] = before - step;
  read(passage);
  const below = passage.logits[which] as number;
  numbers[at] = before;
  return (above - below) / (2 * step);
}

function setWord(passage: Passage, word: number, kind: number): void {
  for (let column = 0; column < WIDTH; column += 1) passage.words[Passage.rowOf(word) + column] = wave(kind * 100 + column);
}

function oneHot(which: number): readonly number[] {
  return Array.from({ length: ANSWERS }, (_, index) => (index === which ? 1 : 0));
}

function passageOf(count: number): Passage {
  const passage = new Passage();
  passage.count = count;
  for (let at = 0; at < count * WIDTH; at += 1) passage.words[Passage.rowOf(0) + at] = wave(at * 3 + 1);
  return passage;
}

function denseOf(numberAt: (index: number) => number): Dense<Float32Array> {
  let index = 0;
  const parts = Object.entries(DENSE_SHAPE).map(([part, [rows, columns]]) => [
    part,
    Float32Array.from({ length: rows * columns }, () => numberAt(index++)),
  ]);
  return Object.fromEntries(parts) as unknown as Dense<Float32Array>;
}

/** Numbers from -1 to 1 that look like no pattern, from whole numbers alone. */
function wave(index: number): number {
  return (Math.imul(index + 1, 0x9e3779b1) >> 16) / 32768;
}
