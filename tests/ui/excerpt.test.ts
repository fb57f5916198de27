import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Excerpt, excerptsOf } from '../../src/ui/excerpt.ts';

const shown = (excerpts: readonly Excerpt[]) =>
  excerpts.map((excerpt) => excerpt.map(({ text, spoke }) => (spoke ? `[${text}]` : text)).join(''));

const spanOf = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

const LONE_SURROGATE = /\p{Surrogate}/u;

describe('excerptsOf', () => {
  test('shows words in their context', () => {
    const text = 'After years, I was diagnosed with lupus.';
    expect(shown(excerptsOf(text, [spanOf(text, 'I was diagnosed')]))).toEqual(['After years, [I was diagnosed] with lupus.']);
  });

  test('cuts the context between words and says so', () => {
    const text = `${'before '.repeat(20)}it hurts${' after'.repeat(20)}`;
    expect(shown(excerptsOf(text, [spanOf(text, 'it hurts')]))).toEqual([
      `…${'before '.repeat(6)}[it hurts]${' after'.repeat(7)}…`,
    ]);
  });

  test('joins neighbours and keeps strangers apart, in the order of the text', () => {
    const text = `it hurts, it burns. ${'Nothing here. '.repeat(20)}I cried.`;
    const spans = ['I cried', 'it burns', 'it hurts'].map((words) => spanOf(text, words));
    const [first, second, ...more] = shown(excerptsOf(text, spans));
    expect(first).toMatch(/^\[it hurts\], \[it burns\]\. Nothing here\./);
    expect(second).toMatch(/Nothing here\. \[I cried\]\.$/);
    expect(more).toEqual([]);
  });

  test('shows words that two spans share once', () => {
    expect(
      shown(
        excerptsOf('it hurts a lot', [
          { start: 0, end: 8 },
          { start: 3, end: 10 },
        ]),
      ),
    ).toEqual(['[it hurts a] lot']);
  });

  test('shows the beginning of a span without end', () => {
    const [excerpt] = excerptsOf('a'.repeat(100_000), [{ start: 0, end: 100_000 }]);
    expect(excerpt?.map(({ text }) => text.length)).toEqual([241]);
  });

  test.each([
    [{ start: 0, end: 2 }, '[a💙]b'],
    [{ start: 2, end: 4 }, 'a[💙b]'],
  ])('widens a span that ends inside of a character: %j', (span, excerpt) => {
    expect(shown(excerptsOf('a💙b', [span]))).toEqual([excerpt]);
  });

  test('takes broken characters as they are', () => {
    expect(shown(excerptsOf('\udc00\ud83d!', [{ start: 1, end: 2 }]))).toEqual(['\udc00[\ud83d]!']);
  });

  test('cuts the context before or behind a character', () => {
    const hearts = '💙'.repeat(60);
    const [excerpt] = excerptsOf(`${hearts}!${hearts}`, [{ start: 120, end: 121 }]);
    expect(excerpt?.map(({ text }) => text).join('')).toBe(`…${'💙'.repeat(24)}!${'💙'.repeat(24)}…`);
    const [shifted] = excerptsOf(`x${hearts}!!${hearts}`, [{ start: 122, end: 123 }]);
    expect(shifted?.map(({ text }) => text).join('')).not.toMatch(LONE_SURROGATE);
  });

  test('never shows much, never tears a character, never makes up a word', () => {
    const texts = fc.array(fc.constantFrom('pain ', '💙', 'e\u0301', '\n', 'x'.repeat(60), ' ')).map((pieces) => pieces.join(''));
    const places = fc.oneof(fc.integer({ min: -10, max: 400 }), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 0.5));
    const spans = fc.array(fc.record({ start: places, end: places }), { maxLength: 12 });
    fc.assert(
      fc.property(texts, spans, (text, because) => {
        const excerpts = excerptsOf(text, because);
        expect(excerpts.length).toBeLessThanOrEqual(6);
        for (const part of excerpts.flat()) {
          expect(text).toContain(part.text.replaceAll('…', ''));
          if (!LONE_SURROGATE.test(text)) expect(part.text).not.toMatch(LONE_SURROGATE);
        }
      }),
    );
  });
});
