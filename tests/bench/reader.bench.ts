import { readFileSync } from 'node:fs';
import { openNames } from '../../src/core/names.ts';
import { createReader } from '../../src/core/reading.ts';
import { openSections } from '../../src/core/sections.ts';
import { wordsOf } from '../../src/core/text.ts';

// How long does a post of 280 characters take, from its words and names to its readings? CPU time, medians of rounds.
// A post is an invented trap, made up to that length with other traps or with talk of nothing. A post that is marked takes
// longer: the words that carried the mark are searched for.

const ROUNDS = 15;
const LENGTH = 280;
const BUDGET = 400;
const TALK =
  'and then we walked along the river to the bakery, where the bread was still warm, and sat on the wall with our coats open, ' +
  'talking about the new neighbours and their three bicycles until the bus came, and nobody wanted to be the first to get up ' +
  'because the light on the water was so good and Monday was still far away from all of us';

const namesIn = openNames(openSections(new Uint8Array(readFileSync('src/data/generated/index.bin'))));
const bytes = new Uint8Array(readFileSync('src/data/generated/reader.bin'));

const texts = readFileSync('tests/core/traps.tsv', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t')[1] as string);
const posts = texts.map((text, at) => [text, ...(at % 2 === 0 ? [TALK] : texts.slice(at + 1)), TALK].join('. ').slice(0, LENGTH));
const prepared = posts.map((text) => {
  const words = wordsOf(text);
  return { text, words, ...namesIn(words) };
});

const opening = performance.now();
const read = createReader(bytes);
const opened = performance.now() - opening;

const isMarked = prepared.map((post) => {
  const { experience, claim } = read(post);
  return experience !== null || claim !== null;
});

const all: number[] = [];
const marked: number[] = [];
const unmarked: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [index, post] of prepared.entries()) {
    const start = process.cpuUsage();
    read(post);
    const { user, system } = process.cpuUsage(start);
    all.push(user + system);
    (isMarked[index] ? marked : unmarked).push(user + system);
  }
}

console.log(`ready in ${opened.toFixed(1)} ms; ${bytes.length} bytes`);
for (const [name, times] of Object.entries({ all, unmarked, marked })) {
  times.sort((a, b) => a - b);
  console.log(
    `${name.padEnd(9)} ${times.length / ROUNDS} posts: median ${shareOf(times, 0.5)} µs, nine of ten below ${shareOf(times, 0.9)} µs`,
  );
}
if (shareOf(all, 0.5) > BUDGET) {
  console.error(`The median is over the budget of ${BUDGET} µs.`);
  process.exitCode = 1;
}

function shareOf(times: readonly number[], share: number): number {
  return times[Math.floor(times.length * share)] as number;
}
