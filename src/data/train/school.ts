import { type Entries, openEntries } from '../../core/entries.ts';
import { gramsOf } from '../../core/grams.ts';
import { type Names, openNames } from '../../core/names.ts';
import type { Sections } from '../../core/sections.ts';
import type { LabelledPost, TaughtPost } from '../corpus.ts';
import type { Example, FitOptions } from './fit.ts';
import { EVERYDAY, filled, type Lesson } from './lessons.ts';
import { randomFrom } from './random.ts';
import { swapOf } from './swap.ts';
import { conditionInputs, type Texts, textsOf } from './texts.ts';

/** What there is to learn from, as it was read from the files. */
export interface Corpora {
  readonly train: readonly LabelledPost[];
  readonly dev: readonly LabelledPost[];
  readonly taught: readonly TaughtPost[];
  readonly lessons: readonly Lesson[];
}

/** A word or phrase that fewer texts have is no feature: nobody's own words are in the weights. */
const LEAST_TEXTS = 5;
/** Labels by people count twice beside a teacher's scores; less where a second reader could differ. */
const BY_PEOPLE = 2;
const UNSURE = 0.6;
/** Whose experience it is is told of few posts: it weighs more there. */
const VOICE = 5;
/** How often each lesson is filled in anew. */
const FILLINGS = 10;

/** The lessons are filled in the same way each time. */
const LESSON_SEED = 20261124;

/** All texts as the reader reads them, in the order of the corpora. */
export interface School {
  readonly train: Texts;
  readonly taught: Texts;
  readonly dev: Texts;
  readonly lessons: readonly Example[];
  readonly swap: FitOptions['swap'];
}

export function schoolOf(corpora: Corpora, index: Sections): School {
  const names = openNames(index);
  const conditions = conditionsIn(openEntries(index.get('ENTR')));
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
    swap: swapOf(conditionInputs(EVERYDAY), conditionInputs(conditions)),
  };
}

/** The names of the list's conditions. */
function conditionsIn(entries: Entries): readonly string[] {
  return [...Array(entries.count).keys()]
    .filter((entry) => entries.kindOf(entry) === 'condition')
    .map((entry) => entries.nameOf(entry));
}

function lessonExamples(lessons: readonly Lesson[], names: Names, conditions: readonly string[]): readonly Example[] {
  const random = randomFrom(LESSON_SEED);
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

/** Examples from the posts that `isKept`. A teacher says whose an experience is only of what it takes for one. */
export function examplesOf(
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
      ? [
          {
            input: school.taught.inputOf(index),
            targets: [post.experience, post.claim, post.health, post.carer ?? 0],
            weights: [1, 1, 1, post.carer === null ? 0 : post.experience],
          },
        ]
      : [],
  );
  return [...labelled, ...taught];
}

/** The words and the phrases that enough different texts have, sorted. */
export function keysOf(examples: readonly Example[]): Pick<FitOptions, 'wordKeys' | 'gramKeys'> {
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
