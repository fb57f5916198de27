import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Entries, openEntries } from '../core/entries.ts';
import { gramsOf } from '../core/grams.ts';
import { answer, type Model } from '../core/model.ts';
import { type Decisions, encodeReader, openReader } from '../core/model-file.ts';
import { type Names, openNames } from '../core/names.ts';
import { ANSWERS, Passage } from '../core/network.ts';
import { openSections } from '../core/sections.ts';
import { type LabelledPost, labelledPosts, type TaughtPost, taughtPosts } from './corpus.ts';
import { type CurveFigures, curveFigures } from './train/curve.ts';
import { decisionsFrom, type Judged } from './train/decide.ts';
import { type Example, type FitOptions, learnFrom } from './train/fit.ts';
import { GROUPS } from './train/groups.ts';
import { filled, type Lesson, lessonsIn } from './train/lessons.ts';
import { randomFrom } from './train/random.ts';
import { swapOf } from './train/swap.ts';
import { conditionInputs, type Texts, textsOf } from './train/texts.ts';

/**
 * `npm run train`: learns the reader from the corpora beside the project and writes `generated/reader.bin`, with the
 * figures and what it was trained on in `generated/reader.json`. Seeded: the same files give the same bytes.
 *
 * `npm run train -- --leave-out` learns once for each group of posts without that group, reads it, and writes nothing but
 * `generated/reader-left-out.json`: what to expect of illnesses, communities and outlets that were never seen.
 */
const CORPORA = '../shared/corpora';
const FILES = { train: 'train.jsonl', dev: 'dev.jsonl', taught: 'distilled.jsonl.gz' } as const;
const GENERATED = 'src/data/generated';
const LESSONS = 'src/data/train/lessons.txt';

const SEED = 20261124;
const EPOCHS = 4;
/** Leaving out is for comparing: half of the epochs show what all would. */
const LEFT_OUT_EPOCHS = 2;
/** A word or phrase that fewer texts have is no feature: nobody's own words are in the weights. */
const LEAST_TEXTS = 5;
/** Labels by people count twice beside a teacher's scores; less where a second reader could differ. */
const BY_PEOPLE = 2;
const UNSURE = 0.6;
/** Whose experience it is is told of few posts: it weighs more there. */
const VOICE = 5;
/** How often each lesson is filled in anew. */
const FILLINGS = 8;

const ANSWER_NAMES = ['experience', 'claim', 'health', 'carer'] as const;

interface Corpora {
  readonly train: readonly LabelledPost[];
  readonly dev: readonly LabelledPost[];
  readonly taught: readonly TaughtPost[];
  readonly lessons: readonly Lesson[];
}

const missing = Object.values(FILES).filter((file) => !existsSync(`${CORPORA}/${file}`));
if (missing.length > 0) {
  console.error(`There is no ${missing.map((file) => `${CORPORA}/${file}`).join(', ')}: nothing to learn from.`);
  process.exitCode = 1;
} else main(process.argv.includes('--leave-out'));

function main(leaveOut: boolean): void {
  const started = performance.now();
  const log = (line: string) => console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}`);
  const corpora: Corpora = {
    train: labelledPosts(`${CORPORA}/${FILES.train}`),
    dev: labelledPosts(`${CORPORA}/${FILES.dev}`),
    taught: taughtPosts(`${CORPORA}/${FILES.taught}`),
    lessons: lessonsIn(LESSONS),
  };
  const sections = openSections(new Uint8Array(readFileSync(`${GENERATED}/index.bin`)));
  const school = schoolOf(corpora, openNames(sections), conditionsIn(openEntries(sections.get('ENTR'))));
  log(`${corpora.train.length} labelled, ${corpora.taught.length} taught, ${corpora.lessons.length} lessons`);
  if (leaveOut) writeJson('reader-left-out.json', leftOut(corpora, school, log));
  else writeReader(corpora, school, log);
}

type Log = (line: string) => void;

// ---- what is learned from -----------------------------------------------------------------------------------------

/** All texts as the reader reads them, in the order of the corpora. */
interface School {
  readonly train: Texts;
  readonly taught: Texts;
  readonly dev: Texts;
  readonly lessons: readonly Example[];
  readonly swap: FitOptions['swap'];
}

function schoolOf(corpora: Corpora, names: Names, conditions: readonly string[]): School {
  const texts = (posts: readonly { readonly text: string }[]) =>
    textsOf(
      posts.map(({ text }) => text),
      names,
    );
  return {
    train: texts(corpora.train),
    taught: texts(corpora.taught),
    dev: texts(corpora.dev),
    lessons: lessonExamples(corpora.lessons, names, conditions),
    swap: swapOf(conditionInputs(conditions)),
  };
}

/** The names of the list's conditions. */
function conditionsIn(entries: Entries): readonly string[] {
  return [...Array(entries.count).keys()]
    .filter((entry) => entries.kindOf(entry) === 'condition')
    .map((entry) => entries.nameOf(entry));
}

function lessonExamples(lessons: readonly Lesson[], names: Names, conditions: readonly string[]): readonly Example[] {
  const random = randomFrom(SEED);
  const short = conditions.filter((name) => name.length < 24);
  const chosen = lessons.flatMap((lesson) => Array<Lesson>(lesson.text.includes('{') ? FILLINGS : FILLINGS / 2).fill(lesson));
  const texts = textsOf(
    chosen.map(({ text }) => filled(text, short, random)),
    names,
  );
  return chosen.map((lesson, index) => {
    const told = lesson.patient || lesson.carer;
    return {
      input: texts.inputOf(index),
      targets: [told, lesson.claim, lesson.health, lesson.carer].map(Number),
      weights: [1, 1, 1, told ? VOICE : 0],
    };
  });
}

/** Examples from the posts that `isKept`; a teacher's scores are of experience, claim and health only. */
function examplesOf(
  corpora: Corpora,
  school: School,
  isKept: (post: { set: string; text: string }) => boolean,
): readonly Example[] {
  const labelled = corpora.train.flatMap((post, index) => {
    if (!isKept(post)) return [];
    const { experience, claim, health, voice } = post.gold;
    const weight = post.sure ? 1 : UNSURE;
    return Array<Example>(BY_PEOPLE).fill({
      input: school.train.inputOf(index),
      targets: [experience, claim, health, voice === 'carer'].map(Number),
      weights: [...[experience, claim, health].map((gold) => (gold === null ? 0 : weight)), voice === null ? 0 : weight * VOICE],
    });
  });
  const taught = corpora.taught.flatMap((post, index) =>
    isKept(post)
      ? [{ input: school.taught.inputOf(index), targets: [post.experience, post.claim, post.health, 0], weights: [1, 1, 1, 0] }]
      : [],
  );
  return [...labelled, ...taught];
}

/** The words and the phrases that enough different texts have, sorted. */
function keysOf(examples: readonly Example[]): Pick<FitOptions, 'wordKeys' | 'gramKeys'> {
  const words = new Map<number, number>();
  const grams = new Map<number, number>();
  const count = (counts: Map<number, number>, hashes: Uint32Array) => {
    for (const hash of new Set(hashes)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  };
  for (const input of new Set(examples.map((example) => example.input))) {
    count(words, input.hash.subarray(0, input.count));
    const found = gramsOf(input);
    count(grams, found.hash.subarray(0, found.count));
  }
  const often = (counts: Map<number, number>) =>
    Uint32Array.from([...counts].filter(([, texts]) => texts >= LEAST_TEXTS).map(([hash]) => hash)).sort();
  return { wordKeys: often(words), gramKeys: often(grams) };
}

// ---- the reader ------------------------------------------------------------------------------------------------

function writeReader(corpora: Corpora, school: School, log: Log): void {
  const examples = examplesOf(corpora, school, () => true);
  const keys = keysOf(examples);
  log(`${keys.wordKeys.length} words, ${keys.gramKeys.length} phrases`);
  const options = { seed: SEED, epochs: EPOCHS, ...keys, swap: school.swap, log };
  const baseline = learnFrom(examples, { ...options, phrasesOnly: true });
  const learned = learnFrom([...examples, ...school.lessons], options);
  const undecided = { slope: [1, 1, 1, 1], offset: [0, 0, 0, 0], careful: [0, 0, 0, 0], balanced: [0, 0, 0, 0] };
  // Judged as it will be shipped: a byte a weight.
  const quantised = openReader(encodeReader({ model: learned, decisions: undecided })).model;
  const judged = judgedOf(quantised, corpora.dev, school.dev);
  const decisions = decisionsFrom(judged);
  const bytes = encodeReader({ model: learned, decisions });
  writeFileSync(`${GENERATED}/reader.bin`, bytes);
  writeJson('reader.json', {
    seed: SEED,
    bytes: bytes.length,
    hashes: hashesOf([...Object.values(FILES).map((file) => `${CORPORA}/${file}`), `${GENERATED}/index.bin`, LESSONS]),
    words: keys.wordKeys.length,
    phrases: keys.gramKeys.length,
    decisions: rounded(decisions),
    dev: figuresOf(judged),
    devPhrasesOnly: figuresOf(judgedOf(baseline, corpora.dev, school.dev)),
  });
  log(`wrote ${GENERATED}/reader.bin, ${bytes.length} bytes`);
}

/** For each answer the logits of the posts on which readers agreed; of experiences only, whose they are. */
function judgedOf(model: Model, posts: readonly LabelledPost[], texts: Texts): readonly (readonly Judged[])[] {
  const passage = new Passage();
  const judged = Array.from({ length: ANSWERS }, (): Judged[] => []);
  for (const [index, { gold }] of posts.entries()) {
    answer(model, texts.inputOf(index), passage);
    const golds = [gold.experience, gold.claim, gold.health, gold.voice === null ? null : gold.voice === 'carer'];
    for (const [which, said] of golds.entries()) {
      if (said !== null) judged[which]?.push({ logit: passage.logits[which] as number, gold: said });
    }
  }
  return judged;
}

function figuresOf(judged: readonly (readonly Judged[])[]): Readonly<Record<string, CurveFigures>> {
  return Object.fromEntries(ANSWER_NAMES.map((name, which) => [name, curveFigures(judged[which] ?? [])]));
}

// ---- leaving out ----------------------------------------------------------------------------------------------------

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
          { count: places.length, inputOf: (index) => texts.inputOf(places[index] as number) },
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

// ---- files -----------------------------------------------------------------------------------------------------

function hashesOf(files: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    files.map((file) => [file.slice(file.lastIndexOf('/') + 1), createHash('sha256').update(readFileSync(file)).digest('hex')]),
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
