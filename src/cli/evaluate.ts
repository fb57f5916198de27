import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Reading, Span } from '../core/assessment.ts';
import { openNames } from '../core/names.ts';
import { createReader, type Readings, type Strictness } from '../core/reading.ts';
import { openSections } from '../core/sections.ts';
import { wordsOf } from '../core/text.ts';
import { type LabelledPost, labelledPosts } from '../data/corpus.ts';
import { type Counts, countsOf, f1Of, precisionOf, recallOf, type Share, shareOf } from '../data/measure.ts';
import { generated } from './shipped-engine.ts';

/**
 * `npm run evaluate [-- FILE] [-- --balanced]`: how well the readings of a text agree with readers, on labelled posts in
 * the format of `npm run label` with `gold`. It prints and keeps nothing; the posts are real people's, so do not commit
 * what it prints.
 */
const DEFAULT_FILE = '../shared/corpora/dev.jsonl';

const ANSWERS = ['experience', 'claim', 'health'] as const;
type Answer = (typeof ANSWERS)[number];

/** The answers that a post is marked for. */
const MARKS = ['experience', 'claim'] as const;
type Mark = (typeof MARKS)[number];

interface Read {
  readonly post: LabelledPost;
  readonly readings: Readings;
}

const { values, positionals } = parseArgs({ options: { balanced: { type: 'boolean', default: false } }, allowPositionals: true });
const file = positionals[0] ?? DEFAULT_FILE;
const read = readWith(values.balanced ? 'balanced' : 'careful');

if (existsSync(file)) evaluate(labelledPosts(file));
else {
  console.error(`There is no ${file}. Give a file of labelled posts: npm run evaluate -- FILE`);
  process.exitCode = 1;
}

function evaluate(posts: readonly LabelledPost[]): void {
  const reads = posts.map((post) => ({ post, readings: read(post.text) }));
  console.log(`${file}: ${posts.length} posts, ${values.balanced ? 'balanced' : 'careful'}\n`);
  const tables = [answers(reads), bySet(reads), [...voices(reads), ...offTopic(reads)], calibration(reads), reasons(reads)];
  for (const table of tables) console.log(`${table.join('\n')}\n`);
  for (const answer of MARKS) console.log(`${mistakes(reads, answer).join('\n')}\n`);
}

/** Reads a text as the engine does. */
function readWith(strictness: Strictness): (text: string) => Readings {
  const namesIn = openNames(openSections(generated('index.bin')));
  const reader = createReader(generated('reader.bin'), strictness);
  return (text) => {
    const words = wordsOf(text);
    return reader({ text, words, ...namesIn(words) });
  };
}

function said(readings: Readings, answer: Answer): boolean {
  return answer === 'health' ? readings.health : readings[answer] !== null;
}

function countsIn(reads: readonly Read[], answer: Answer): Counts {
  return countsOf(reads.map(({ post, readings }) => ({ gold: post.gold[answer], said: said(readings, answer) })));
}

function answers(reads: readonly Read[]): readonly string[] {
  return [
    row('', 'precision', 'recall', 'F1', 'posts'),
    ...ANSWERS.map((answer) => {
      const counts = countsIn(reads, answer);
      return row(
        answer,
        share(precisionOf(counts)),
        share(recallOf(counts)),
        f1Of(counts).toFixed(3),
        `${counts.right + counts.missed}`,
      );
    }),
  ];
}

function bySet(reads: readonly Read[]): readonly string[] {
  const sets = [...new Set(reads.map(({ post }) => post.set))].sort();
  return ANSWERS.flatMap((answer) => [
    row(`${answer}, by set`, 'right', 'wrong', 'missed', 'none'),
    ...sets.map((set) => {
      const { right, wrong, missed, none } = countsIn(
        reads.filter(({ post }) => post.set === set),
        answer,
      );
      return row(`  ${set}`, `${right}`, `${wrong}`, `${missed}`, `${none}`);
    }),
  ]);
}

/** Of the experiences found, whose they are. */
function voices(reads: readonly Read[]): readonly string[] {
  const found = reads.filter(({ post, readings }) => post.gold.voice !== null && readings.experience !== null);
  const counts = countsOf(
    found.map(({ post, readings }) => ({ gold: post.gold.voice === 'carer', said: readings.experience?.voice === 'carer' })),
  );
  const right = shareOf(counts.right + counts.none, found.length);
  return [
    row('voice, of the found', 'precision', 'recall', 'accuracy', 'posts'),
    row('  carer', share(precisionOf(counts)), share(recallOf(counts)), share(right), `${counts.right + counts.missed}`),
  ];
}

function offTopic(reads: readonly Read[]): readonly string[] {
  const off = reads.filter(({ post }) => post.gold.health === false);
  const marked = off.filter(({ readings }) => readings.experience !== null || readings.claim !== null);
  const { value, low, high } = shareOf(marked.length, off.length);
  return [
    `off-topic posts marked: ${marked.length} of ${off.length}, ${thousandths(value)} in 1,000 (${thousandths(low)}–${thousandths(high)})`,
  ];
}

/** Whether a score of 0.8 is right eight times of ten. */
function calibration(reads: readonly Read[]): readonly string[] {
  const lines = [row('score', ...ANSWERS.map((answer) => `${answer}: true`))];
  for (let from = 0; from < 10; from += 1) {
    const cells = ANSWERS.map((answer) => {
      const within = reads.filter(
        ({ post, readings }) => post.gold[answer] !== null && Math.min(9, Math.floor(readings.scores[answer] * 10)) === from,
      );
      const yes = within.filter(({ post }) => post.gold[answer] === true).length;
      return within.length === 0 ? '–' : `${(yes / within.length).toFixed(2)} of ${within.length}`;
    });
    lines.push(row(`  0.${from}–${from === 9 ? '1.0' : `0.${from + 1}`}`, ...cells));
  }
  return lines;
}

/** Whether the words given as the reason are one: without them the mark must go. */
function reasons(reads: readonly Read[]): readonly string[] {
  return [
    row('without its reason', 'mark goes', 'words', 'marked'),
    ...MARKS.map((answer) => {
      const marked = reads.filter(({ readings }) => readings[answer] !== null);
      const reasonOf = ({ readings }: Read) => (readings[answer] as Reading).because;
      const gone = marked.filter((one) => read(without(one.post.text, reasonOf(one)))[answer] === null);
      const words = marked.map((one) => reasonOf(one).flatMap((span) => sliceOf(one.post.text, span).split(' ')).length);
      const middle = [...words].sort((a, b) => a - b)[words.length >> 1] ?? 0;
      return row(`  ${answer}`, share(shareOf(gone.length, marked.length)), `${middle} at the median`, `${marked.length}`);
    }),
  ];
}

function without(text: string, spans: readonly Span[]): string {
  let rest = text;
  for (const { start, end } of [...spans].sort((a, b) => b.start - a.start)) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return rest;
}

function mistakes(reads: readonly Read[], answer: Mark): readonly string[] {
  const differing = reads.filter(
    ({ post, readings }) => post.gold[answer] !== null && post.gold[answer] !== said(readings, answer),
  );
  const score = ({ readings }: Read) => readings.scores[answer];
  const wrong = differing.filter(({ readings }) => said(readings, answer)).sort((a, b) => score(b) - score(a));
  const missed = differing.filter(({ readings }) => !said(readings, answer)).sort((a, b) => score(a) - score(b));
  return [
    `${answer}, wrongly marked (${wrong.length}):`,
    ...wrong.map((one) => mistake(one, answer)),
    `${answer}, missed (${missed.length}):`,
    ...missed.map((one) => mistake(one, answer)),
  ];
}

function mistake({ post, readings }: Read, answer: Mark): string {
  const because = (readings[answer]?.because ?? []).map((span) => `“${sliceOf(post.text, span)}”`).join(' ');
  return `  ${readings.scores[answer].toFixed(2)} ${post.id} ${post.set}  ${sliceOf(post.text, { start: 0, end: 220 })}  ${because}`;
}

function sliceOf(text: string, { start, end }: Span): string {
  return text.slice(start, end).replaceAll(/\s+/g, ' ');
}

function share({ value, low, high }: Share): string {
  return Number.isNaN(value) ? '–' : `${value.toFixed(3)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}

function thousandths(value: number): string {
  return (value * 1000).toFixed(1);
}

function row(name: string, ...cells: readonly string[]): string {
  return name.padEnd(24) + cells.map((cell) => cell.padEnd(22)).join('');
}
