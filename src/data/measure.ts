/** How often a reader was right: `wrong` are marks that should not be, `missed` marks that should. */
export interface Counts {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  readonly none: number;
}

/** A share with its 95 % interval. */
export interface Share {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly of: number;
}

export function countsOf(answers: readonly { readonly gold: boolean | null; readonly said: boolean }[]): Counts {
  const count = (gold: boolean, said: boolean) => answers.filter((one) => one.gold === gold && one.said === said).length;
  return { right: count(true, true), wrong: count(false, true), missed: count(true, false), none: count(false, false) };
}

export function precisionOf({ right, wrong }: Counts): Share {
  return shareOf(right, right + wrong);
}

export function recallOf({ right, missed }: Counts): Share {
  return shareOf(right, right + missed);
}

export function f1Of({ right, wrong, missed }: Counts): number {
  return right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed);
}

/** A share with its Wilson score interval: honest for few posts and for shares near 0 and 1. */
export function shareOf(part: number, of: number): Share {
  if (of === 0) return { value: Number.NaN, low: 0, high: 1, of };
  const value = part / of;
  const z = 1.96;
  const spread = 1 + (z * z) / of;
  const middle = (value + (z * z) / (2 * of)) / spread;
  const half = (z * Math.sqrt((value * (1 - value)) / of + (z * z) / (4 * of * of))) / spread;
  return { value, low: Math.max(0, middle - half), high: Math.min(1, middle + half), of };
}
