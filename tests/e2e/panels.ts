import type { Tab } from '../../src/cli/browsers/browser.ts';
import type { Label } from '../../src/core/assessment.ts';
import { badgesOn, type SeenBadge, textsIn, until } from './stage.ts';

// What tests do with a panel, as a reader does it: with the mouse.

/** The first badge of a label. */
export async function badgeOf(tab: Tab, label: Label): Promise<SeenBadge> {
  const badges = await until(
    () => badgesOn(tab),
    (now) => now.some((each) => each.label === label),
  );
  const badge = badges.find((each) => each.label === label);
  if (!badge) throw new Error(`There is no badge ${label} on the page.`);
  return badge;
}

/** Opens the first panel of a label and waits until the list's records are in it. */
export async function openPanel(tab: Tab, label: Label): Promise<void> {
  const badge = await badgeOf(tab, label);
  await tab.click(badge.x, badge.y);
  const read = await until(
    () => panelText(tab),
    (text) => text.includes('Our list: version') && !text.includes('Reading our list'),
  );
  if (read === '') throw new Error(`The badge ${label} opened no panel.`);
}

/** What is read in the open panel; empty when none is. */
export async function panelText(tab: Tab): Promise<string> {
  return (await textsIn(tab, '[role="dialog"]')).join('');
}

/** What the panel says of what was done. */
export async function statusIn(tab: Tab): Promise<string> {
  return (await textsIn(tab, '[role="status"]')).join('');
}

/** Presses a button of the open panel, which is scrolled to where it is seen. */
export async function press(tab: Tab, words: string): Promise<void> {
  await tab.inClosedRoots((root, wanted) => {
    const texts = [...root.querySelectorAll<HTMLElement>('[role="dialog"] button [data-said]')];
    texts.find(({ dataset }) => dataset['said'] === wanted)?.scrollIntoView({ block: 'center' });
  }, words);
  const button = (await tab.closedButtons()).find(({ name }) => name === words);
  if (!button) throw new Error(`The panel has no button "${words}".`);
  await tab.click(button.box.x + button.box.width / 2, button.box.y + button.box.height / 2);
}
