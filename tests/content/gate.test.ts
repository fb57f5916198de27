import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shippedEngine } from '../../src/cli/shipped-engine.ts';
import { couldBeLabelled } from '../../src/content/gate.ts';
import type { Post } from '../../src/core/post.ts';

test.each([
  ['words', 'My flare', true],
  ['words of any script', '今日は痛い', true],
  ['a word among emoji', '🎉🎉 flare 🎉', true],
  ['an identifier of digits alone', '9780306406157', true],
  ['a letter with a broken surrogate beside it', '\ud83ca', true],
  ['emoji', '🎉🤒💉', false],
  ['signs', '… — !!', false],
  ['nothing', '', false],
])('of posts with %s, %j: %s', (_, text, passes) => {
  expect(couldBeLabelled(post(text))).toBe(passes);
});

test('a link is enough', () => {
  expect(couldBeLabelled({ ...post('👇'), links: [{ href: 'https://www.orpha.net/', place: 'card' }] })).toBe(true);
});

test('no letter is hidden by what is around it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('a', 'é', 'я', '痛', '7'),
      fc.string({ unit: 'binary' }),
      (before, letter, after) => {
        expect(couldBeLabelled(post(before + letter + after))).toBe(true);
      },
    ),
  );
});

test('the engine labels nothing that is stopped', () => {
  const engine = shippedEngine();
  const pieces = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3 }),
    fc.constantFrom('🤒', '💉', 'ⓛⓤⓟⓤⓢ', '🅰', '℞', '…', '\u0301', '\ud83c', ' '),
  );
  const texts = fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join('').replaceAll(/[\p{L}\p{N}]/gu, ''));
  fc.assert(
    fc.property(texts, fc.constantFrom(null, 'en'), fc.constantFrom(null, 'who', 'nhsuk'), (text, language, author) => {
      const stopped = { ...post(text), language, author };
      expect(couldBeLabelled(stopped)).toBe(false);
      expect(engine(stopped).labels).toEqual([]);
    }),
  );
});

function post(text: string): Post {
  return { id: 'x:1', site: 'x', kind: 'post', text, links: [], language: null, promoted: false, truncated: false, author: null };
}
