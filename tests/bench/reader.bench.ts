import { readFileSync } from 'node:fs';
import { openNames } from '../../src/core/names.ts';
import { createReader } from '../../src/core/reading.ts';
import { openSections } from '../../src/core/sections.ts';
import { wordsOf } from '../../src/core/text.ts';
import { EVERYDAY, filled, type Lesson, lessonsIn } from '../../src/data/train/lessons.ts';
import { randomFrom, shuffle } from '../../src/data/train/random.ts';

// How long does a post of 280 characters take, from its words and names to its readings? CPU time, medians of rounds.
// A post is an invented trap, made up to that length with lessons: of two posts in three with some that tell of nothing, of the
// third with such as tell. Each lesson is in one post alone, and each round has a reader that has read nothing, because a
// reader remembers words. A post that is marked takes longer: the words that carried the mark are searched for.

const ROUNDS = 15;
const LENGTH = 280;
const BUDGET = 400;

const namesIn = openNames(openSections(new Uint8Array(readFileSync('src/data/generated/index.bin'))));
const bytes = new Uint8Array(readFileSync('src/data/generated/reader.bin'));

const traps = readFileSync('tests/core/traps.tsv', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t')[1] as string);
const random = randomFrom(1);
shuffle(traps, random);
const lessons = [...lessonsIn('src/data/train/lessons.txt')];
shuffle(lessons, random);
const isTelling = ({ patient, carer, claim }: Lesson) => patient || carer || claim;
const telling = lessons.filter(isTelling);
const other = lessons.filter((lesson) => !isTelling(lesson));
const posts: string[] = [];
for (const [at, trap] of traps.entries()) if (other.length > 0) posts.push(madeUp(trap, at % 3 === 0 ? telling : other));
const prepared = posts.map((text) => {
  const words = wordsOf(text);
  return { text, words, ...namesIn(words) };
});

const opening = performance.now();
const first = createReader(bytes);
const opened = performance.now() - opening;

const isMarked = prepared.map((post) => {
  const { experience, claim } = first(post);
  return experience !== null || claim !== null;
});

const all: number[] = [];
const marked: number[] = [];
const unmarked: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const read = createReader(bytes);
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

/** A text with lessons behind it, which are then gone, until it is long enough. */
function madeUp(text: string, from: Lesson[]): string {
  let post = text;
  while (post.length < LENGTH && from.length > 0) post += `. ${filled((from.pop() as Lesson).text, EVERYDAY, random)}`;
  return post.slice(0, LENGTH);
}

function shareOf(times: readonly number[], share: number): number {
  return times[Math.floor(times.length * share)] as number;
}
