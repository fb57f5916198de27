import type { Experience, Reading } from './assessment.ts';
import { carriersOf } from './carriers.ts';
import { logistic } from './exact-math.ts';
import { gramsOf } from './grams.ts';
import { isGrounded } from './mentions.ts';
import { answer, answerWithout, CARER, CLAIM, EXPERIENCE, HEALTH } from './model.ts';
import { openReader } from './model-file.ts';
import { Passage } from './network-shape.ts';
import { isOfSomebodyElse, isRole, LONGEST, type NamedInText, type ReaderInput, readerInputOf } from './reader-input.ts';
import { WordMemory } from './word-memory.ts';
import type { Words } from './words.ts';

/** A text in a language that the reader knows, and what was found in it before. */
export interface ReadText extends NamedInText {
  readonly text: string;
  readonly words: Words;
}

/** What the reading of a text came to. A reading below its threshold is `null`; its score is kept all the same. */
export interface Readings {
  readonly health: boolean;
  readonly experience: Experience | null;
  readonly claim: Reading | null;
  readonly scores: Scores;
}

/** 0 to 1 each, calibrated: of posts with 0.8, eight in ten are so. `carer` is meant of an experience. */
export interface Scores {
  readonly health: number;
  readonly experience: number;
  readonly claim: number;
  readonly carer: number;
}

/**
 * When a score counts: `careful` marks little and is seldom wrong; `balanced` misses less and is wrong more often.
 * The thresholds of both are stored with the weights.
 */
export type Strictness = 'careful' | 'balanced';

export type Reader = (text: ReadText) => Readings;

/**
 * A reader over the bytes of `data/generated/reader.bin`: is a text about health, does it tell of lived experience
 * (the literature calls that a *personal health mention*), whose, does it state something checkable?
 * The same bytes and text give the same answer in every engine. Throws when the bytes are damaged.
 */
export function createReader(bytes: Uint8Array, strictness: Strictness = 'careful'): Reader {
  const { model, decisions } = openReader(bytes);
  const least = decisions[strictness];
  const passage = new Passage();
  const memory = new WordMemory(model);

  return ({ text, words, ...named }) => {
    if (words.count === 0) return NOT_READ;
    const input = readerInputOf(text, words, named);
    answer(model, input, passage, memory);
    const logits = [...passage.logits];
    const possible = possibleAnswers(input, named);
    const counts = logits.map((logit, which) => possible[which] === true && logit >= (least[which] as number));
    const scoreOf = (which: number) =>
      possible[which] === true
        ? logistic((decisions.slope[which] as number) * (logits[which] as number) + (decisions.offset[which] as number))
        : 0;

    function reading(which: number): Reading | null {
      if (!counts[which]) return null;
      const because = carriersOf(model, input, gramsOf(input), passage, which, least[which] as number);
      return { score: scoreOf(which), because };
    }

    const experience = reading(EXPERIENCE);
    // The search for an experience's reasons has left words out on the way.
    if (experience !== null && counts[CLAIM]) answerWithout(model, input, NO_TOKEN, passage);
    const claim = reading(CLAIM);
    return {
      // Every experience and every claim is about health.
      health: experience !== null || claim !== null || counts[HEALTH] === true,
      experience: experience && { ...experience, voice: counts[CARER] ? 'carer' : 'patient' },
      claim,
      scores: { health: scoreOf(HEALTH), experience: scoreOf(EXPERIENCE), claim: scoreOf(CLAIM), carer: scoreOf(CARER) },
    };
  };
}

/**
 * Which answers a text can have at all, in the order of the network's outputs, however it sounds: without a word of illness or
 * health nothing is told of either, and without somebody close, or somebody named before, nobody is cared for. What is told of
 * somebody else by nobody in particular is no experience but news, though now and then it is a carer's who does not say so.
 */
export function possibleAnswers(input: ReaderInput, named: NamedInText): readonly boolean[] {
  const grounded = isGrounded(named);
  return [grounded && !isOfSomebodyElse(input), grounded, true, namesSomebody(input)];
}

const NO_TOKEN = new Uint8Array(LONGEST);

/** Of a text without a word nothing can be said: not assessed. */
const NOT_READ: Readings = {
  health: false,
  experience: null,
  claim: null,
  scores: { health: 0, experience: 0, claim: 0, carer: 0 },
};

function namesSomebody({ count, kind }: ReaderInput): boolean {
  for (let token = 0; token < count; token += 1) if (isRole(kind[token] as number)) return true;
  return false;
}
