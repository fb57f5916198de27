import { readFileSync } from 'node:fs';
import { openNames } from '../../src/core/names.ts';
import { createReader } from '../../src/core/reading.ts';
import { openSections } from '../../src/core/sections.ts';
import { wordsOf } from '../../src/core/text.ts';

// How long does a post of 280 characters take, from its words and names to its readings? CPU time, medians of rounds.
// Posts are made of the invented traps, put together to that length.

const ROUNDS = 15;
const LENGTH = 280;
const BUDGET = 400;

const namesIn = openNames(openSections(new Uint8Array(readFileSync('src/data/generated/index.bin'))));
const bytes = new Uint8Array(readFileSync('src/data/generated/reader.bin'));

const texts = readFileSync('tests/core/traps.tsv', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t')[1] as string);
const posts = texts.map((_, first) => [...texts.slice(first), ...texts].join('. ').slice(0, LENGTH));
const prepared = posts.map((text) => {
  const words = wordsOf(text);
  return { text, words, ...namesIn(words) };
});

const opening = performance.now();
const read = createReader(bytes);
const opened = performance.now() - opening;

let marked = 0;
for (const post of prepared) {
  const { experience, claim } = read(post);
  if (experience !== null || claim !== null) marked += 1;
}

const perPost: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  for (const post of prepared) {
    const start = process.cpuUsage();
    read(post);
    const { user, system } = process.cpuUsage(start);
    perPost.push(user + system);
  }
}
perPost.sort((a, b) => a - b);
const share = (part: number) => perPost[Math.floor(perPost.length * part)] as number;
console.log(
  `${posts.length} posts of ${LENGTH} characters, ${marked} of them marked (a mark's reason is searched for: that takes longer)`,
);
console.log(`ready in ${opened.toFixed(1)} ms; ${bytes.length} bytes`);
console.log(`µs a post: median ${share(0.5)}, nine of ten below ${share(0.9)}, ninety-nine of a hundred below ${share(0.99)}`);
if (share(0.5) > BUDGET) {
  console.error(`The median is over the budget of ${BUDGET} µs.`);
  process.exitCode = 1;
}
