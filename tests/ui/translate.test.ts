import { expect, test } from 'vitest';
import { english, translateBy } from './english.ts';

const POLISH = translateBy({
  language: { message: 'pl' },
  list_sources_one: counting('$COUNT$ źródło'),
  list_sources_few: counting('$COUNT$ źródła'),
  list_sources_many: counting('$COUNT$ źródeł'),
  list_sources_other: counting('$COUNT$ źródła'),
});

test.each([
  [0, '0 sources'],
  [1, '1 source'],
  [2, '2 sources'],
  [12_345, '12,345 sources'],
])('%d is counted in English: %s', (number, text) => {
  expect(english.count('list_sources', number)).toBe(text);
});

test.each([
  [1, '1 źródło'],
  [2, '2 źródła'],
  [5, '5 źródeł'],
  [12, '12 źródeł'],
  [22, '22 źródła'],
  [12_345, '12\u00a0345 źródeł'],
])('%d has the form and the figures of the language of the texts: %s', (number, text) => {
  expect(POLISH.count('list_sources', number)).toBe(text);
});

test('a language that lacks a form uses its general one', () => {
  const t = translateBy({ language: { message: 'ar' }, list_sources_other: counting('$COUNT$ مصدر') });
  expect(t.count('list_sources', 2)).toBe('2 مصدر');
});

test('what is no text that counts cannot be counted, and a form cannot be asked for by itself', () => {
  // @ts-expect-error: has no forms
  english.count('close', 1);
  // @ts-expect-error: is one of the forms of list_sources
  english('list_sources_one');
});

function counting(message: string) {
  return { message, placeholders: { count: { content: '$1' } } };
}
