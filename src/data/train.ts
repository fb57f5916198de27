import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Decisions, encodeReader, openReader, withDecisions } from '../core/model-file.ts';
import { openSections } from '../core/sections.ts';
import { type LabelledPost, labelledPosts, taughtPosts } from './corpus.ts';
import { decisionsFrom } from './train/decide.ts';
import { learnFrom } from './train/fit.ts';
import { GROUPS } from './train/groups.ts';
import { figuresOf, judgedOf } from './train/judge.ts';
import { lessonsIn } from './train/lessons.ts';
import { CORPORA, GENERATED, hasCorpora, hashesOf } from './train/materials.ts';
import { type Corpora, examplesOf, keysOf, type School, schoolOf } from './train/school.ts';
import { OPINIONS, withSecondOpinion } from './train/second-opinion.ts';
import type { Texts } from './train/texts.ts';

/**
 * `npm run train`: learns the reader from the corpora beside the project and writes `generated/reader.bin`, with the
 * figures and what it was trained on in `generated/reader.json`. Seeded: the same files give the same bytes.
 *
 * `npm run train -- --decide` keeps the weights and decides anew from when on they count, for when the list has changed.
 *
 * `npm run train -- --leave-out` learns once for each group of posts without that group, reads it, and writes nothing but
 * `generated/reader-left-out.json`: what to expect of illnesses, communities and outlets that were never seen.
 */

const LESSONS = 'src/data/train/lessons.txt';

const SEED = 20261124;
const EPOCHS = 4;
/** Leaving out is for comparing: half of the epochs show what all would. */
const LEFT_OUT_EPOCHS = 2;

type Log = (line: string) => void;

if (hasCorpora(`${GENERATED}/reader.bin`)) main(new Set(process.argv.slice(2)));

function main(options: ReadonlySet<string>): void {
  const started = performance.now();
  const log = (line: string) => console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}`);
  const taught = taughtPosts(CORPORA.taught);
  const opinions = withSecondOpinion(taught, CORPORA.taught, OPINIONS);
  const corpora: Corpora = {
    train: labelledPosts(CORPORA.train),
    dev: labelledPosts(CORPORA.dev),
    taught: opinions ?? taught,
    lessons: lessonsIn(LESSONS),
  };
  const school = schoolOf(corpora, openSections(new Uint8Array(readFileSync(`${GENERATED}/index.bin`))));
  log(
    `${corpora.train.length} labelled, ${corpora.taught.length} taught by ${opinions === null ? 'one' : 'two'}, ${corpora.lessons.length} lessons`,
  );
  if (options.has('--leave-out')) writeJson('reader-left-out.json', leftOut(corpora, school, log));
  else if (options.has('--decide')) decideAnew(corpora, school);
  else writeReader(corpora, school, log);
}

function writeReader(corpora: Corpora, school: School, log: Log): void {
  const examples = examplesOf(corpora, school, () => true);
  const keys = keysOf(examples);
  log(`${keys.wordKeys.length} words, ${keys.gramKeys.length} phrases`);
  const options = { seed: SEED, epochs: EPOCHS, ...keys, swap: school.swap, log };
  const baseline = learnFrom(examples, { ...options, phrasesOnly: true });
  const learned = learnFrom([...examples, ...school.lessons], options);
  const undecided = { slope: [1, 1, 1, 1], offset: [0, 0, 0, 0], careful: [0, 0, 0, 0], balanced: [0, 0, 0, 0] };
  const { bytes, ...decided } = decidedOf(encodeReader({ model: learned, decisions: undecided }), corpora, school);
  writeFileSync(`${GENERATED}/reader.bin`, bytes);
  writeJson('reader.json', {
    seed: SEED,
    bytes: bytes.length,
    hashes: hashesOf([...Object.values(CORPORA), `${GENERATED}/index.bin`, LESSONS, OPINIONS].filter(existsSync)),
    words: keys.wordKeys.length,
    phrases: keys.gramKeys.length,
    ...decided,
    devPhrasesOnly: figuresOf(judgedOf(baseline, corpora.dev, school.dev)),
  });
  log(`wrote ${GENERATED}/reader.bin, ${bytes.length} bytes`);
}

/** Decides on the posts for that, as the reader will be shipped: with a byte a weight. */
function decidedOf(undecided: Uint8Array, corpora: Corpora, school: School) {
  const judged = judgedOf(openReader(undecided).model, corpora.dev, school.dev);
  const decisions = decisionsFrom(judged);
  return { bytes: withDecisions(undecided, decisions), decisions: rounded(decisions), dev: figuresOf(judged) };
}

function decideAnew(corpora: Corpora, school: School): void {
  const { bytes, ...decided } = decidedOf(new Uint8Array(readFileSync(`${GENERATED}/reader.bin`)), corpora, school);
  writeFileSync(`${GENERATED}/reader.bin`, bytes);
  const before = JSON.parse(readFileSync(`${GENERATED}/reader.json`, 'utf8')) as object;
  writeJson('reader.json', { ...before, ...decided, decidedWith: hashesOf([`${GENERATED}/index.bin`]) });
}

function leftOut(corpora: Corpora, school: School, log: Log): unknown {
  return Object.fromEntries(
    Object.entries(GROUPS).map(([name, isIn]) => {
      log(`without ${name}`);
      const examples = examplesOf(corpora, school, (post) => !isIn(post));
      const model = learnFrom([...examples, ...school.lessons], {
        seed: SEED,
        epochs: LEFT_OUT_EPOCHS,
        ...keysOf(examples),
        swap: school.swap,
        log,
      });
      const of = (posts: readonly LabelledPost[], texts: Texts) => {
        const places = [...posts.keys()].filter((index) => isIn(posts[index] as LabelledPost));
        return judgedOf(
          model,
          places.map((index) => posts[index] as LabelledPost),
          {
            count: places.length,
            inputOf: (index) => texts.inputOf(places[index] as number),
            possibleOf: (index) => texts.possibleOf(places[index] as number),
          },
        );
      };
      const train = of(corpora.train, school.train);
      const dev = of(corpora.dev, school.dev);
      const figures = figuresOf(train.map((judged, which) => [...judged, ...(dev[which] ?? [])]));
      log(JSON.stringify(figures));
      return [name, figures];
    }),
  );
}

function rounded(decisions: Decisions): unknown {
  return Object.fromEntries(
    Object.entries(decisions).map(([name, numbers]) => [
      name,
      (numbers as readonly number[]).map((one) => Math.round(one * 1000) / 1000),
    ]),
  );
}

function writeJson(name: string, value: unknown): void {
  writeFileSync(`${GENERATED}/${name}`, `${JSON.stringify(value, null, 2)}\n`);
}
