import type { Judged } from './decide.ts';

/** What an answer's logits are worth at every threshold, in a few numbers. */
export interface CurveFigures {
  readonly posts: number;
  readonly true: number;
  /** Mean of the precision at each true post: 1 when all true ones come first. */
  readonly averagePrecision: number;
  readonly bestF1: number;
  readonly recallAt95: number;
  readonly recallAt90: number;
}

export function curveFigures(judged: readonly Judged[]): CurveFigures {
  const sorted = [...judged].sort((a, b) => b.logit - a.logit);
  const all = sorted.filter(({ gold }) => gold).length;
  let right = 0;
  let sum = 0;
  let bestF1 = 0;
  let recallAt95 = 0;
  let recallAt90 = 0;
  for (const [index, { gold }] of sorted.entries()) {
    const marked = index + 1;
    if (gold) {
      right += 1;
      sum += right / marked;
    }
    bestF1 = Math.max(bestF1, (2 * right) / (marked + all));
    if (right / marked >= 0.95) recallAt95 = right / all;
    if (right / marked >= 0.9) recallAt90 = right / all;
  }
  const short = (value: number) => Math.round(value * 1000) / 1000;
  return {
    posts: sorted.length,
    true: all,
    averagePrecision: short(sum / all),
    bestF1: short(bestF1),
    recallAt95: short(recallAt95),
    recallAt90: short(recallAt90),
  };
}
