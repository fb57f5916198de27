import { slotIn } from '../../core/avalanche.ts';
import { logistic } from '../../core/exact-math.ts';
import type { Weights } from '../../core/prefilter.ts';
import { randomFrom, shuffle } from './random.ts';

/** A text as the prefilter sees it, and what it should say. */
export interface PrefilterExample {
  /** See `featuresOf` in core/prefilter.ts. */
  readonly features: Uint32Array;
  /** From 0, the reader never marks it, to 1. */
  readonly target: number;
  readonly weight: number;
}

export interface Fitted {
  /** How surely a text is one to read: a logit. */
  scoreOf(features: Uint32Array): number;
  /** The same as it is shipped, stopping what scores less than `least`. */
  shippedAt(least: number): Weights;
}

/** Half a byte each: as many as there is room for beside the gate's keys. */
const SLOTS = 40_960;
const MOST = 7;

/** A word or pair that fewer texts have teaches nothing: nobody's own words are in the weights. */
const LEAST_TEXTS = 5;

const SEED = 20261124;
const EPOCHS = 10;
const RATE = 0.3;
/** Of the weights, those that are cut off at `MOST`: a few large ones would leave no steps for the others. */
const CUT_OFF = 0.005;

/** Learns from examples, by logistic regression (Adagrad); the same examples give the same weights. */
export function fitPrefilter(examples: readonly PrefilterExample[]): Fitted {
  const random = randomFrom(SEED);
  const known = knownFeatures(examples);
  const weights = new Float64Array(SLOTS);
  const squares = new Float64Array(SLOTS).fill(1e-2);
  let bias = 0;
  const order = [...examples];
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, random);
    for (const { features, target, weight } of order) {
      const share = 1 / Math.sqrt(features.length);
      let sum = 0;
      for (const feature of features) sum += weights[slotIn(feature, SLOTS)] as number;
      const error = (logistic(bias + share * sum) - target) * weight;
      bias -= BIAS_RATE * error;
      const slope = error * share;
      for (const feature of features) {
        if (!known.has(feature)) continue;
        const slot = slotIn(feature, SLOTS);
        squares[slot] = (squares[slot] as number) + slope * slope;
        weights[slot] = (weights[slot] as number) - (RATE * slope) / Math.sqrt(squares[slot] as number);
      }
    }
  }

  const sizes = Float64Array.from(weights, Math.abs).sort();
  // Of a few texts hardly any weight is learned: then none is cut off.
  const scale = ((sizes[Math.floor(SLOTS * (1 - CUT_OFF))] || sizes.at(-1)) as number) / MOST;
  const whole = Int8Array.from(weights, (weight) => Math.max(-MOST, Math.min(MOST, Math.round(weight / scale))));
  return {
    scoreOf(features) {
      let sum = 0;
      for (const feature of features) sum += whole[slotIn(feature, SLOTS)] as number;
      return bias + (scale * sum) / Math.sqrt(features.length);
    },
    shippedAt: (least) => ({ least: (least - bias) / scale, weights: whole }),
  };
}

const BIAS_RATE = 0.002;

function knownFeatures(examples: readonly PrefilterExample[]): ReadonlySet<number> {
  const texts = new Map<number, number>();
  for (const { features } of examples) for (const feature of new Set(features)) texts.set(feature, (texts.get(feature) ?? 0) + 1);
  return new Set([...texts].filter(([, count]) => count >= LEAST_TEXTS).map(([feature]) => feature));
}
