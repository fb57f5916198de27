import type { Tab } from '../../src/cli/browsers/browser.ts';
import { until } from './stage.ts';

/** Waits until nothing on the page and in its closed roots is on its way from one look to another, and throws when that never is. */
export async function untilStill(tab: Tab): Promise<void> {
  const count = async () =>
    (await tab.evaluate(moving, null)) + (await tab.inClosedRoots(moving)).reduce((sum, one) => sum + one, 0);
  const left = await until(count, (now) => now === 0);
  if (left > 0) throw new Error(`${left} things on the page never come to rest.`);
}

/** It runs in the page. One that waits for its beginning, as the lease of a mark does, has no progress. */
function moving(root: ShadowRoot | null): number {
  return (root ?? document).getAnimations().filter(({ playState, effect }) => {
    const progress = effect?.getComputedTiming().progress ?? null;
    return playState === 'running' && progress !== null && progress < 1;
  }).length;
}
