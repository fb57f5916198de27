import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openNames } from '../../src/core/names.ts';
import { createReader } from '../../src/core/reading.ts';
import { openSections } from '../../src/core/sections.ts';
import { wordsOf } from '../../src/core/text.ts';

/** One invented post of `traps.tsv`, and what it is marked as. */
interface Trap {
  readonly trap: string;
  readonly gold: readonly string[];
  readonly text: string;
  readonly said: readonly string[];
}

const traps = readTraps();

test('there are at least 300 posts, a handful for each trap', () => {
  expect(traps.length).toBeGreaterThanOrEqual(300);
  for (const name of new Set(traps.map(({ trap }) => trap))) {
    expect(traps.filter(({ trap }) => trap === name).length, name).toBeGreaterThanOrEqual(5);
  }
});

test('no lesson that the reader learned from is among the traps', () => {
  const lessons = new Set(readFileSync('src/data/train/lessons.txt', 'utf8').split('\n'));
  for (const { text } of traps) expect(lessons.has(text), text).toBe(false);
});

/** What holds today; a better reader raises these, and none may fall. */
const FLOORS = { experience: { precision: 0.93, recall: 0.38 }, claim: { precision: 0.9, recall: 0.6 } } as const;

test.each(['experience', 'claim'] as const)('%s: as precise and as complete on the traps as it was', (mark) => {
  const isGold = ({ gold }: Trap) => gold.some((one) => kindOf(one) === mark);
  const isSaid = ({ said }: Trap) => said.some((one) => kindOf(one) === mark);
  const marked = traps.filter(isSaid);
  const precision = marked.filter(isGold).length / marked.length;
  const recall = marked.filter(isGold).length / traps.filter(isGold).length;
  const wrong = marked.filter((one) => !isGold(one)).map(({ trap, text }) => `${trap}: ${text}`);
  expect(precision, `wrongly marked:\n${wrong.join('\n')}`).toBeGreaterThanOrEqual(FLOORS[mark].precision);
  expect(recall).toBeGreaterThanOrEqual(FLOORS[mark].recall);
});

function kindOf(mark: string): 'experience' | 'claim' {
  return mark === 'claim' ? 'claim' : 'experience';
}

function readTraps(): readonly Trap[] {
  const namesIn = openNames(openSections(new Uint8Array(readFileSync('src/data/generated/index.bin'))));
  const read = createReader(new Uint8Array(readFileSync('src/data/generated/reader.bin')));
  let trap = '';
  return readFileSync('tests/core/traps.tsv', 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('## ')) trap = line.slice(3);
      if (line.startsWith('#') || line === '') return [];
      const [gold = '', text = ''] = line.split('\t');
      const words = wordsOf(text);
      const { experience, claim } = read({ text, words, ...namesIn(words) });
      const said = [experience?.voice, claim === null ? undefined : 'claim'].filter((one) => one !== undefined);
      return [{ trap, gold: gold === 'nothing' ? [] : gold.split('+'), text, said }];
    });
}
