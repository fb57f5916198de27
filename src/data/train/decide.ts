import { logistic } from '../../core/exact-math.ts';
import { CLAIM, EXPERIENCE, HEALTH } from '../../core/model.ts';
import type { Decisions } from '../../core/model-file.ts';

/** An answer's logit on a labelled post, and what readers said. */
export interface Judged {
  readonly logit: number;
  readonly gold: boolean;
}

/** The logit of an answer that a text cannot have, whatever it sounds like. */
export const NEVER = -1e6;

/**
 * How precise a careful reader has to be on the posts that it is decided on, answer by answer. It will be a little less
 * elsewhere, so a little more is asked of experience and of claims than is wanted (0.95; 0.9, and of claims there are few).
 * Whose experience it is has to be said one way or the other: the careful reader weighs a wrong carer twice a missed one.
 */
const PRECISION: Readonly<Record<number, number>> = { [EXPERIENCE]: 0.955, [CLAIM]: 0.92, [HEALTH]: 0.95 };
const CAREFUL_VOICE = 0.5;

/** Calibration and thresholds from judged posts, for each answer in the order of the network's outputs. */
export function decisionsFrom(answers: readonly (readonly Judged[])[]): Decisions {
  const calibrated = answers.map(calibrationOf);
  return {
    slope: calibrated.map(({ slope }) => slope),
    offset: calibrated.map(({ offset }) => offset),
    careful: answers.map((judged, which) => {
      const precision = PRECISION[which];
      return precision === undefined ? balancedThreshold(judged, CAREFUL_VOICE) : carefulThreshold(judged, precision);
    }),
    balanced: answers.map((judged) => balancedThreshold(judged, 1)),
  };
}

/**
 * Platt's calibration: the logistic curve over the logits that fits best, by Newton's method with short steps. The targets stay
 * a little away from 0 and 1, so that there is a best one also where all that is true lies above all that is not.
 */
function calibrationOf(answers: readonly Judged[]): { readonly slope: number; readonly offset: number } {
  const judged = answers.filter(({ logit }) => logit !== NEVER);
  const all = judged.filter(({ gold }) => gold).length;
  const high = (all + 1) / (all + 2);
  const low = 1 / (judged.length - all + 2);
  let slope = 1;
  let offset = 0;
  for (let round = 0; round < 100; round += 1) {
    let [a, b, aa, ab, bb] = [0, 0, 1e-6, 0, 1e-6];
    for (const { logit, gold } of judged) {
      const score = logistic(slope * logit + offset);
      const error = score - (gold ? high : low);
      const weight = score * (1 - score);
      a += error * logit;
      b += error;
      aa += weight * logit * logit;
      ab += weight * logit;
      bb += weight;
    }
    const determinant = aa * bb - ab * ab;
    slope -= within(MOST_OF_SLOPE, (bb * a - ab * b) / determinant);
    offset -= within(MOST_OF_OFFSET, (aa * b - ab * a) / determinant);
  }
  return { slope, offset };
}

/** A step of the calibration at the most: from far away Newton's method leaps over the best one and is lost. */
const MOST_OF_SLOPE = 0.1;
const MOST_OF_OFFSET = 0.5;

function within(most: number, step: number): number {
  return Math.min(most, Math.max(-most, step));
}

/** The lowest threshold at which the marked are as precise as wanted. */
function carefulThreshold(judged: readonly Judged[], precision: number): number {
  let best: number | null = null;
  for (const { threshold, right, marked } of curveOf(judged)) if (right / marked >= precision) best = threshold;
  return best ?? (curveOf(judged)[0]?.threshold ?? 0) + 1;
}

/** The threshold with the best F-score: with `beta` 1 a wrong mark weighs as much as a missing one, with less, more. */
function balancedThreshold(judged: readonly Judged[], beta: number): number {
  const all = judged.filter(({ gold }) => gold).length;
  let best = { threshold: 0, score: -1 };
  for (const { threshold, right, marked } of curveOf(judged)) {
    const score = ((1 + beta * beta) * right) / (marked + beta * beta * all);
    if (score > best.score) best = { threshold, score };
  }
  return best.threshold;
}

/** What is marked, and rightly, from each threshold on: half way between one post's logit and the next. */
function curveOf(judged: readonly Judged[]): readonly { threshold: number; right: number; marked: number }[] {
  const sorted = [...judged].sort((a, b) => b.logit - a.logit);
  let right = 0;
  return sorted.map(({ logit, gold }, index) => {
    if (gold) right += 1;
    const next = sorted[index + 1]?.logit ?? logit - 1;
    return { threshold: (logit + next) / 2, right, marked: index + 1 };
  });
}
