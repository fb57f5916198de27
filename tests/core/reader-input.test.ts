import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gramsOf } from '../../src/core/grams.ts';
import {
  HANDLE,
  isOfSomebodyElse,
  LINK,
  LONGEST,
  NUMBER,
  PIECES,
  type ReaderInput,
  readerInputOf,
  YEAR,
} from '../../src/core/reader-input.ts';
import { wordsOf } from '../../src/core/text.ts';

test('words, punctuation, emoji, handles and links are read in their order', () => {
  const text = 'My mum’s MS… @ann took 3mg 😖 https://t.co/x';
  expect(slices(text)).toEqual(['My', 'mum’s', 'MS', '…', '@ann', 'took', '3mg', '😖', 'https://t.co/x']);
});

test.each([
  ['a link', 'see https://a.example/b', 1, LINK],
  ['a bare address', 'see a.example/b', 1, LINK],
  ['a handle', 'hi @some_one', 1, HANDLE],
  ['a number', 'took 40', 1, NUMBER],
  ['a year', 'since 2019', 1, YEAR],
])('%s is one token for all of its kind', (_, text, token, hash) => {
  expect(inputOf(text).hash[token]).toBe(hash);
});

test.each([
  ['case', 'Chemo', 'chemo'],
  ['the shape of an apostrophe', 'I’m', "I'm"],
  ['how many digits', '5mg', '250mg'],
  ['the tone of an emoji', '👍', '👍🏽'],
])('%s makes no other word', (_, one, other) => {
  expect([...inputOf(one).hash.subarray(0, 1)]).toEqual([...inputOf(other).hash.subarray(0, 1)]);
});

test('a hidden combining mark or a broken emoji does not stop the reading', () => {
  expect(slices('ill \ud83d now')).toHaveLength(3);
});

test('what follows the longest text is not read', () => {
  expect(inputOf('word, '.repeat(1000)).count).toBe(LONGEST);
});

test('phrases see the kind of a name, not the name', () => {
  const grams = (name: string) => {
    const text = `I have ${name} now`;
    const mention = { id: 'x', name, kind: 'condition', start: 7, end: 7 + name.length } as const;
    const found = gramsOf(copyOf(readerInputOf(text, wordsOf(text), { mentions: [mention], faint: [], signs: [] })));
    return [...found.hash.subarray(0, found.count)];
  };
  expect(grams('lupus')).toEqual(grams('multiple system atrophy'));
});

test('phrases see that somebody is close, not who', () => {
  const grams = (text: string) => {
    const found = gramsOf(inputOf(text));
    return [...found.hash.subarray(0, found.count)];
  };
  expect(grams('my mum is ill')).toEqual(grams('my brother is ill'));
  expect(grams('my mum is ill')).not.toEqual(grams('my boss is ill'));
});

test('the phrases of what is left are those of a text without the words taken', () => {
  const input = copyOf(inputOf('my mum was told she is ill'));
  const left = gramsOf(input, Uint8Array.from([0, 0, 1, 1, 0, 0, 0]));
  const hashes = [...left.hash.subarray(0, left.count)];
  const rest = gramsOf(inputOf('my mum she is ill'));
  expect(hashes).toEqual([...rest.hash.subarray(0, rest.count)]);
});

test('whatever the text, its tokens lie in it, one behind the other', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const { count, start, end } = inputOf(text);
      let before = 0;
      for (let token = 0; token < count; token += 1) {
        expect(start[token]).toBeGreaterThanOrEqual(before);
        expect(end[token]).toBeGreaterThan(start[token] as number);
        expect(end[token]).toBeLessThanOrEqual(text.length);
        before = end[token] as number;
      }
    }),
  );
});

test.each([
  ['She was diagnosed with lupus and sent home.', true],
  ['He announces that his cancer is gone.', true],
  ['She asked me about her lupus.', false],
  ['He’s my brother.', false],
  ['Her mum has lupus.', false],
  ['Lupus flare again. Everything hurts.', false],
])('%j is of somebody else, told by nobody: %s', (text, expected) => {
  expect(isOfSomebodyElse(inputOf(text))).toBe(expected);
});

function inputOf(text: string): ReaderInput {
  return readerInputOf(text, wordsOf(text), { mentions: [], faint: [], signs: [] });
}

function slices(text: string): readonly string[] {
  const { count, start, end } = inputOf(text);
  return Array.from({ length: count }, (_, token) => text.slice(start[token], end[token]));
}

function copyOf(input: ReaderInput): ReaderInput {
  return { ...input, hash: input.hash.slice(), kind: input.kind.slice(), pieces: input.pieces.slice(0, input.count * PIECES) };
}
