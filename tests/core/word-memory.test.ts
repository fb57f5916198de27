import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answer } from '../../src/core/model.ts';
import { openReader } from '../../src/core/model-file.ts';
import { openNames } from '../../src/core/names.ts';
import { Passage } from '../../src/core/network-shape.ts';
import { type NamedInText, readerInputOf } from '../../src/core/reader-input.ts';
import { openSections } from '../../src/core/sections.ts';
import { wordsOf } from '../../src/core/text.ts';
import { WordMemory } from '../../src/core/word-memory.ts';

const namesIn = openNames(openSections(new Uint8Array(readFileSync('src/data/generated/index.bin'))));
const { model } = openReader(new Uint8Array(readFileSync('src/data/generated/reader.bin')));
const texts = readFileSync('tests/core/traps.tsv', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t')[1] as string);

const UNNAMED: NamedInText = { mentions: [], faint: [], signs: [] };

test('whatever was read before, a text has the answer that it has alone, to the last bit', () => {
  const memory = new WordMemory(model);
  // Long ones too, which have more words than find a place of their own; and each word as a name and as none.
  const pages = [texts.join(' '), texts.toReversed().join(' '), ...texts];
  for (const text of pages.flatMap((page) => [page, page])) {
    for (const named of [namesIn(wordsOf(text)), UNNAMED]) {
      expect(logitsOf(text, named, memory), text).toEqual(logitsOf(text, named, null));
    }
  }
});

test('of two words that share their hash, neither is taken for the other', () => {
  const memory = new WordMemory(model);
  const input = readerInputOf('ache', wordsOf('ache'), UNNAMED);
  const other = { ...input, pieces: input.pieces.map((piece) => piece + 1) };
  for (const one of [input, other, input]) {
    const passage = new Passage();
    answer(model, one, passage, memory);
    const alone = new Passage();
    answer(model, one, alone);
    expect([...passage.logits]).toEqual([...alone.logits]);
  }
});

function logitsOf(text: string, named: NamedInText, memory: WordMemory | null): readonly number[] {
  const passage = new Passage();
  answer(model, readerInputOf(text, wordsOf(text), named), passage, memory);
  return [...passage.logits];
}
