import { gzipSync } from 'node:zlib';
import { encodeLexicon } from '../../src/core/lexicon.ts';
import { byHand, contenders, MAX_ENTRIES, type Matcher, openedLexicon } from './matching/contenders.ts';
import { medicalNames, shortPosts } from './matching/material.ts';

// How fast are names found, beside every other way to find them? Raw text in, names out; all ways in turns in one process,
// CPU time, medians. What each finds is compared with a search by hand.

const ROUNDS = 9;

const names = medicalNames();
const posts = shortPosts(names);
const characters = posts.reduce((sum, post) => sum + post.length, 0);
const oracle = byHand.build(names);
const wanted = posts.map((post) =>
  oracle
    .find(post)
    .map((number) => number % MAX_ENTRIES)
    .join(' '),
);

console.log(
  `${names.length} names, ${posts.length} posts, ${(characters / posts.length).toFixed(0)} characters at the mean, ${wanted.filter(Boolean).length} of them name something\n`,
);

const built = contenders.map((contender) => {
  const before = heap();
  const start = performance.now();
  const matcher = contender.build(names);
  matcher.find(posts[0] as string);
  const ready = performance.now() - start;
  const held = matcher.bytes ?? heap() - before;
  const wrong = posts.filter(
    (post, number) =>
      matcher
        .find(post)
        .map((one) => one % MAX_ENTRIES)
        .join(' ') !== wanted[number],
  ).length;
  return { contender, matcher, ready, held, wrong, rounds: [] as number[] };
});

for (let round = 0; round < ROUNDS; round += 1) {
  for (const one of built) one.rounds.push(microseconds(one.matcher));
}

// Ours ships its bytes: ready is opening them.
const bytes = encodeLexicon(names.map((text, entry) => ({ text, entry: entry % MAX_ENTRIES, flags: 0 })));
const opening = median(Array.from({ length: 50 }, () => timed(() => openedLexicon(bytes.slice()).find(posts[0] as string))));
const [first] = built;
const best = median(first?.rounds ?? []);

console.log(
  '                                      µs a post   ratio    MiB   ready ms   posts that differ from the search by hand',
);
for (const { contender, rounds, held, ready, wrong } of built) {
  const cost = median(rounds);
  const isOurs = contender === contenders[0];
  console.log(
    [
      contender.name.padEnd(38),
      cost.toFixed(2).padStart(8),
      (cost / best).toFixed(1).padStart(8),
      (held / 2 ** 20).toFixed(1).padStart(7),
      (isOurs ? opening : ready).toFixed(isOurs ? 2 : 0).padStart(10),
      `   ${wrong}${contender.exact ? '' : ' (makes no claim)'}`,
    ].join(''),
  );
}
console.log(
  `\nours: ${(bytes.length / 2 ** 20).toFixed(2)} MiB, ${(gzipSync(bytes, { level: 9 }).length / 2 ** 20).toFixed(2)} MiB compressed`,
);

function microseconds(matcher: Matcher): number {
  const before = process.cpuUsage();
  for (const post of posts) matcher.find(post);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / posts.length;
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}

function heap(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
