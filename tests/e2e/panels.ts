import type { Tab } from '../../src/cli/browsers/browser.ts';
import type { Label } from '../../src/core/assessment.ts';
import { badgesOn, type SeenBadge, textsIn, until } from './stage.ts';

// What tests do with a panel, as a reader does it: with the mouse.

/** The first badge of a label, once it stands where it stood a moment ago: as long as posts come in, it is moved. */
export async function badgeOf(tab: Tab, label: Label): Promise<SeenBadge> {
  let before: SeenBadge | undefined;
  const badge = await until(
    async () => (await badgesOn(tab)).find((each) => each.label === label),
    (now) => {
      const stands = now !== undefined && now.x === before?.x && now.y === before.y;
      before = now;
      return stands;
    },
  );
  if (!badge) throw new Error(`There is no badge ${label} on the page.`);
  return badge;
}

/** Opens the first panel of a label and waits until the list's records are in it. Returns what is read in it. */
export async function openPanel(tab: Tab, label: Label): Promise<string> {
  const badge = await badgeOf(tab, label);
  await tab.click(badge.x, badge.y);
  const read = await until(
    () => panelText(tab),
    (text) => text.includes('Our list: version') && !text.includes('Reading our list'),
  );
  if (read === '') throw new Error(`The badge ${label} opened no panel.`);
  return read;
}

/** Closes the open panel and waits until it is gone. */
export async function closePanel(tab: Tab): Promise<void> {
  await tab.press('Escape');
  const left = await until(
    () => panelText(tab),
    (text) => text === '',
  );
  if (left !== '') throw new Error(`A panel stays open after Escape: ${left.slice(0, 80)}`);
}

/** What is read in the open panel; empty when none is. */
export async function panelText(tab: Tab): Promise<string> {
  return (await textsIn(tab, '[role="dialog"]')).join('');
}

/** Waits until the panel says these words of what was done, and returns all that it says of it. */
export function saysOfIt(tab: Tab, words: string): Promise<string> {
  return until(
    async () => (await textsIn(tab, '[role="status"]')).join(''),
    (said) => said.includes(words),
  );
}

/** Presses a button of the open panel, which is scrolled to where it is seen. */
export async function press(tab: Tab, words: string): Promise<void> {
  const button = await until(
    async () => {
      await tab.inClosedRoots((root, wanted) => {
        const texts = [...root.querySelectorAll<HTMLElement>('[role="dialog"] button [data-said]')];
        texts.find(({ dataset }) => dataset['said'] === wanted)?.scrollIntoView({ block: 'center' });
      }, words);
      return (await tab.closedButtons()).find(({ name }) => name === words);
    },
    (found) => found !== undefined,
  );
  if (!button) throw new Error(`The panel has no button "${words}".`);
  await tab.click(button.box.x + button.box.width / 2, button.box.y + button.box.height / 2);
}
