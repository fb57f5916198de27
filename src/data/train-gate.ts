import { readFileSync, writeFileSync } from 'node:fs';
import { logistic } from '../core/exact-math.ts';
import { type Gate, openGate } from '../core/gate.ts';
import { answer, CLAIM, EXPERIENCE } from '../core/model.ts';
import { openReader } from '../core/model-file.ts';
import { type Names, openNames } from '../core/names.ts';
import { Passage } from '../core/network-shape.ts';
import { encodePrefilter, featuresOf, MOST_FEATURES } from '../core/prefilter.ts';
import { readerInputOf } from '../core/reader-input.ts';
import { possibleAnswers } from '../core/reading.ts';
import { openSections } from '../core/sections.ts';
import { wordsOf } from '../core/text.ts';
import type { Words } from '../core/words.ts';
import { type LabelledPost, labelledPosts, taughtPosts } from './corpus.ts';
import { type Fitted, fitPrefilter, type PrefilterExample } from './train/fit-prefilter.ts';
import { CORPORA, GENERATED, hasCorpora, hashesOf } from './train/materials.ts';

/**
 * `npm run train:gate`: learns the gate's prefilter (core/prefilter.ts) from the corpora beside the project and writes
 * `generated/prefilter.bin`, with its figures in `generated/prefilter.json`. Seeded: the same files give the same bytes. To be run
 * after the reader has been trained, which is its teacher; `npm run data` then puts the weights into the index.
 *
 * It learns from the texts that have a word of illness or health what the reader would mark where it marks more ("balanced"). How
 * much it may stop is chosen by what is lost of the posts that the reader marks rightly, each read by weights that had not seen it.
 */

/** Parts that the labelled posts are cut into, to read each by what was learned from the others. */
const FOLDS = 4;
/** Of the posts that are marked rightly, those that may be lost. */
const MAY_BE_LOST = { careful: 0.007, balanced: 0.02 } as const;
/** How steeply a reader's logits over its threshold become a target. */
const STEEPNESS = 1.5;
/** How much a post counts that must not be lost, as it is marked rightly, or should be stopped. Others count once. */
const COUNTS = { careful: 8, balanced: 3, offTopic: 3 } as const;

type Strictness = keyof typeof MAY_BE_LOST;

/** By how much the reader's logits for a text are over its thresholds. */
type Over = Readonly<Record<Strictness, { readonly experience: number; readonly claim: number }>>;

const NOT_POSSIBLE = { experience: -100, claim: -100 };
const NEVER: Over = { careful: NOT_POSSIBLE, balanced: NOT_POSSIBLE };

/** A post, what the reader makes of it, and what the prefilter sees of it. */
interface Case {
  readonly features: Uint32Array;
  /** Whether it comes to the prefilter at all. */
  readonly hasSign: boolean;
  /** Whether it passes by a link or another sign of a citation, whatever the prefilter says. */
  readonly passesAnyway: boolean;
  /** By how much the surest answer is over its threshold. */
  readonly over: Readonly<Record<Strictness, number>>;
  /** Whether it is marked, and people say the same. */
  readonly isRight: Readonly<Record<Strictness, boolean>>;
  readonly isOffTopic: boolean;
}

interface Scored {
  readonly one: Case;
  readonly score: number;
}

if (hasCorpora(`${GENERATED}/prefilter.bin`)) main();

function main(): void {
  const caseOf = caseReader();
  const ofLabelled = ({ text, links, gold }: LabelledPost) => caseOf(text, links, gold);
  const train = labelledPosts(CORPORA.train).map(ofLabelled);
  const dev = labelledPosts(CORPORA.dev).map(ofLabelled);
  const taught = taughtPosts(CORPORA.taught).map(({ text }) => caseOf(text, [], null));
  console.log(`${train.length} labelled, ${taught.length} taught`);

  const unseen = Array.from({ length: FOLDS }, (_, fold) => {
    const fitted = fitPrefilter(examplesOf([...train.filter((_, at) => at % FOLDS !== fold), ...taught]));
    return scored(
      fitted,
      train.filter((_, at) => at % FOLDS === fold),
    );
  }).flat();
  const least = leastOf(unseen);
  const fitted = fitPrefilter(examplesOf([...train, ...taught]));
  const bytes = encodePrefilter(fitted.shippedAt(least));
  const figures = { train: figuresOf(unseen, least), dev: figuresOf(scored(fitted, dev), least) };
  writeFileSync(`${GENERATED}/prefilter.bin`, bytes);
  const report = {
    hashes: hashesOf([...Object.values(CORPORA), `${GENERATED}/reader.bin`]),
    ...figures,
  };
  writeFileSync(`${GENERATED}/prefilter.json`, `${JSON.stringify(report, null, 2)}\n`);
  console.log(JSON.stringify(figures, null, 2));
  console.log(`Written: ${GENERATED}/prefilter.bin, ${bytes.length} bytes. Now run npm run data.`);
}

/** Reads posts as the engine and the gate do. */
function caseReader(): (text: string, links: readonly string[], gold: LabelledPost['gold'] | null) => Case {
  const index = openSections(new Uint8Array(readFileSync(`${GENERATED}/index.bin`)));
  const gate = openGate(index.get('GATE'));
  const overOf = thresholdReader(openNames(index));
  const buffer = new Uint32Array(MOST_FEATURES);

  return (text, links, gold) => {
    const words = wordsOf(text);
    const features = buffer.slice(0, featuresOf(words, buffer));
    const hasSign = gate.hasSign(words);
    const over = hasSign ? overOf(text, words) : NEVER;
    const isRight = (strictness: Strictness) =>
      (over[strictness].experience >= 0 && gold?.experience === true) || (over[strictness].claim >= 0 && gold?.claim === true);
    return {
      features,
      hasSign,
      passesAnyway: citesSomething(gate, text, links),
      over: {
        careful: Math.max(over.careful.experience, over.careful.claim),
        balanced: Math.max(over.balanced.experience, over.balanced.claim),
      },
      isRight: { careful: isRight('careful'), balanced: isRight('balanced') },
      isOffTopic: gold?.health === false,
    };
  };
}

function thresholdReader(namesIn: Names): (text: string, words: Words) => Over {
  const { model, decisions } = openReader(new Uint8Array(readFileSync(`${GENERATED}/reader.bin`)));
  const passage = new Passage();
  return (text, words) => {
    const named = namesIn(words);
    const input = readerInputOf(text, words, named);
    if (possibleAnswers(input, named)[EXPERIENCE] !== true) return NEVER;
    answer(model, input, passage);
    const [experience, claim] = [passage.logits[EXPERIENCE] as number, passage.logits[CLAIM] as number];
    const over = (least: readonly number[]) => ({
      experience: experience - (least[EXPERIENCE] as number),
      claim: claim - (least[CLAIM] as number),
    });
    return { careful: over(decisions.careful), balanced: over(decisions.balanced) };
  };
}

/** Whether the gate lets it through for something else than what its text tells: in another language, that is not read. */
function citesSomething(gate: Gate, text: string, links: readonly string[]): boolean {
  const shown = links.map((href) => ({ href, place: 'text' as const }));
  const post = { id: '', site: null, kind: 'post', text, links: shown, promoted: false, truncated: false, author: null } as const;
  return gate.couldBeLabelled({ ...post, language: 'fr' });
}

/** What does not come to the prefilter teaches it nothing. */
function examplesOf(cases: readonly Case[]): readonly PrefilterExample[] {
  return cases
    .filter(({ hasSign }) => hasSign)
    .map((one) => ({ features: one.features, target: logistic(STEEPNESS * one.over.balanced), weight: weightOf(one) }));
}

function weightOf({ isRight, isOffTopic, over }: Case): number {
  if (isRight.careful) return COUNTS.careful;
  if (isRight.balanced) return COUNTS.balanced;
  return isOffTopic && over.balanced < 0 ? COUNTS.offTopic : 1;
}

function scored(fitted: Fitted, cases: readonly Case[]): readonly Scored[] {
  return cases.map((one) => ({ one, score: fitted.scoreOf(one.features) }));
}

/** The score below which a text is stopped. */
function leastOf(unseen: readonly Scored[]): number {
  const least = (strictness: Strictness) => {
    const scores = unseen.filter(({ one }) => one.isRight[strictness]).map(({ score }) => score);
    scores.sort((a, b) => a - b);
    return scores[Math.floor(scores.length * MAY_BE_LOST[strictness])] as number;
  };
  return Math.min(least('careful'), least('balanced'));
}

function figuresOf(posts: readonly Scored[], least: number): unknown {
  const stopped = ({ one, score }: Scored) => !one.hasSign || score < least;
  const lost = (strictness: Strictness) => {
    const right = posts.filter(({ one }) => one.isRight[strictness]);
    return { right: right.length, lost: right.filter(stopped).length };
  };
  const offTopic = posts.filter(({ one }) => one.isOffTopic);
  const through = (passes: (one: Scored) => boolean) => offTopic.filter((one) => one.one.passesAnyway || passes(one)).length;
  return {
    offTopic: offTopic.length,
    withSign: through(({ one }) => one.hasSign),
    letThrough: through((one) => !stopped(one)),
    careful: lost('careful'),
    balanced: lost('balanced'),
  };
}
