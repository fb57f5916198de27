import { expect, test } from 'vitest';
import type { Tab } from '../../src/cli/browsers/browser.ts';
import { labelOfBadge } from '../../src/cli/label-of-badge.ts';
import { badgeOf, closePanel } from './panels.ts';
import { marksOn, X_MARKS } from './posts.ts';
import { inEachBrowser, picture, textsIn, until, X } from './stage.ts';

inEachBrowser('the panel', (stage, browser) => {
  async function openFeed(): Promise<Tab> {
    const tab = await stage.browser.open(X);
    await until(
      () => marksOn(tab),
      (marks) => Object.keys(marks).length === Object.keys(X_MARKS).length,
    );
    return tab;
  }

  test('opens with a click, says why, closes on Esc and gives the focus back to its badge', async () => {
    const tab = await openFeed();
    const badge = await badgeOf(tab, 'patient-experience');
    await tab.click(badge.x, badge.y);
    const [panel] = await until(
      () => panelsOn(tab),
      ([now]) => now?.isInWindow === true && now.holdsFocus,
    );
    expect(panel?.name).toBe('Patient experience');
    expect(panel?.text).toContain('diagnosed with lupus');
    expect(panel?.text).toContain('Why this mark');
    expect(panel?.isInWindow).toBe(true);
    expect(panel?.holdsFocus).toBe(true);
    await until(
      () => panelsOn(tab),
      ([now]) => now?.text.includes('ORPHA') ?? false,
    );
    await picture(tab, `panel-${browser}`);
    await closePanel(tab);
    expect(await focused(tab, badge.name)).toBe(badge.name);
    await tab.close();
  });

  test('opens from the keyboard alone', async () => {
    const tab = await openFeed();
    // As a reader does it: Tab from the top of the page until a badge has the focus.
    await tab.evaluate(() => document.querySelector('article')?.focus());
    let badge = await focusedBadge(tab);
    for (let presses = 0; badge === null && presses < 15; presses++) {
      await tab.press('Tab');
      badge = await focusedBadge(tab);
    }
    expect(badge).toBe('Patient experience');
    for (const key of ['Enter', 'Space']) {
      await tab.press(key);
      expect((await openPanels(tab)).map(({ name }) => name)).toEqual(['Patient experience']);
      await closePanel(tab);
      expect(await focused(tab, badge)).toBe(badge);
    }
    await tab.close();
  });

  test('lists the cited source with its kind and its evidence, and its links tell nothing about the reader', async () => {
    const tab = await openFeed();
    const badge = await badgeOf(tab, 'medical-source');
    await tab.click(badge.x, badge.y);
    await openPanels(tab);
    const [panel] = await until(
      () => panelsOn(tab),
      ([now]) => now?.text.includes('Medical reference work') ?? false,
    );
    expect(panel?.text).toContain('Medical reference work');
    expect(panel?.text).toContain('Why it is on our list');
    expect(panel?.links.map(({ href }) => new URL(href).hostname)).toContain('www.nhs.uk');
    for (const link of panel?.links ?? []) {
      expect(link).toEqual({ href: expect.stringMatching(/^https:/), target: '_blank', rel: 'noopener noreferrer' });
    }
    await picture(tab, `panel-source-${browser}`);
    await tab.close();
  });

  test('is open for one post at a time', async () => {
    const tab = await openFeed();
    // In a high window, from below upwards: a panel stands under its badge and would cover the next one.
    await tab.resize(1280, 1400);
    for (const label of ['carer-experience', 'medical-source'] as const) {
      const badge = await badgeOf(tab, label);
      await tab.click(badge.x, badge.y);
      const panels = await until(
        () => panelsOn(tab),
        (now) => now.length === 1 && labelOfBadge(now[0]?.name ?? '') === label,
      );
      expect(panels.map(({ name }) => labelOfBadge(name))).toEqual([label]);
    }
    await tab.close();
  });

  test('closes when the reader clicks outside of it', async () => {
    const tab = await openFeed();
    const badge = await badgeOf(tab, 'patient-experience');
    await tab.click(badge.x, badge.y);
    await openPanels(tab);
    await tab.click(100, 700);
    expect(await until(() => panelsOn(tab), isEmpty)).toEqual([]);
    await tab.close();
  });

  test('opens and closes with a finger', async () => {
    const tab = await openFeed();
    const badge = await badgeOf(tab, 'patient-experience');
    if (tab.tap) {
      await tab.tap(badge.x, badge.y);
      expect((await openPanels(tab)).map(({ name }) => name)).toEqual(['Patient experience']);
      await tab.tap(100, 700);
      expect(await until(() => panelsOn(tab), isEmpty)).toEqual([]);
    }
    await tab.close();
  });

  test('stays with its post while the page is scrolled, and in the window', async () => {
    const tab = await openFeed();
    const before = await badgeOf(tab, 'medical-source');
    await tab.click(before.x, before.y);
    const [opened] = await openPanels(tab);
    await tab.scroll(100, 600, 120);
    const distance = (opened?.top ?? 0) - before.y;
    // A wheel turns in several frames: the two are looked at one after the other.
    const after = await until(
      async () => ({ top: (await panelsOn(tab))[0]?.top ?? 0, y: (await badgeOf(tab, 'medical-source')).y }),
      ({ top, y }) => y < before.y && top - y === distance,
    );
    expect(after.y).toBeLessThan(before.y);
    expect(after.top - after.y).toBe(distance);
    // Until its badge is above the window; further away the site takes the post itself out of its page.
    await tab.scroll(100, 600, 300);
    const [moved] = await until(
      () => panelsOn(tab),
      ([now]) => now?.top !== after.top && now?.isInWindow === true,
    );
    expect(moved?.top).not.toBe(after.top);
    expect(moved?.isInWindow).toBe(true);
    await tab.close();
  });

  test('cannot be opened by the page, and the page hears nothing of what the reader does in it', async () => {
    const tab = await openFeed();
    await tab.evaluate(() => {
      // What the site has not put there is all that a page can tell of us.
      for (const host of document.querySelectorAll<HTMLElement>('article > :not(div:has(*))')) {
        host.click();
        host.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      }
    });
    await tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect(await panelsOn(tab)).toEqual([]);
    await tab.evaluate(() => {
      document.documentElement.dataset['heard'] = '';
      for (const type of ['click', 'mousedown', 'pointerdown', 'keydown']) {
        document.addEventListener(type, () => {
          document.documentElement.dataset['heard'] += `${type} `;
        });
      }
    });
    const badge = await badgeOf(tab, 'patient-experience');
    await tab.click(badge.x, badge.y);
    await openPanels(tab);
    await tab.press('Tab');
    expect(await tab.evaluate(() => document.documentElement.dataset['heard'])).toBe('');
    await tab.close();
  });
});

interface SeenPanel {
  readonly name: string;
  readonly text: string;
  readonly top: number;
  readonly isInWindow: boolean;
  readonly holdsFocus: boolean;
  readonly links: readonly { readonly href: string; readonly target: string; readonly rel: string }[];
}

async function panelsOn(tab: Tab): Promise<readonly SeenPanel[]> {
  const texts = await textsIn(tab, '[role="dialog"]');
  const panels = await tab.inClosedRoots((root) => {
    const panel = root.querySelector<HTMLElement>('[role="dialog"]');
    if (!panel) return null;
    const { left, top, right, bottom } = panel.getBoundingClientRect();
    return {
      labelledBy: panel.getAttribute('aria-labelledby'),
      top,
      isInWindow: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && bottom > top,
      holdsFocus: panel.contains(root.activeElement),
      links: [...panel.querySelectorAll('a')].map(({ href, target, rel }) => ({ href, target, rel })),
    };
  });
  const seen = panels.map(async (panel, index) => {
    if (!panel) return [];
    const { labelledBy, ...rest } = panel;
    return [{ name: (await textsIn(tab, `#${labelledBy}`))[index] ?? '', text: texts[index] ?? '', ...rest }];
  });
  return (await Promise.all(seen)).flat();
}

function openPanels(tab: Tab): Promise<readonly SeenPanel[]> {
  return until(
    () => panelsOn(tab),
    (panels) => panels.length > 0 && panels.every(({ text }) => text !== ''),
  );
}

function isEmpty(list: readonly unknown[]): boolean {
  return list.length === 0;
}

/** The name of the badge that has the focus, once it is that one. */
function focused(tab: Tab, name: string | null): Promise<string | null> {
  return until(
    () => focusedBadge(tab),
    (now) => now === name,
  );
}

/** The name of the badge that has the focus; `null` when none has. */
async function focusedBadge(tab: Tab): Promise<string | null> {
  const names = await tab.inClosedRoots((root) => root.activeElement?.closest('button')?.getAttribute('aria-label') ?? null);
  return names.find((name) => name !== null) ?? null;
}
