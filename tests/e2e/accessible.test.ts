import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import type { AccessibleNode, Tab } from '../../src/cli/browsers/browser.ts';
import { labelOfBadge } from '../../src/cli/label-of-badge.ts';
import { findingsOn } from './axe.ts';
import { badgeOf, closePanel, openPanel, press } from './panels.ts';
import { FACEBOOK_MARKS, marked, X_MARKS } from './posts.ts';
import { FACEBOOK, inEachBrowser, picture, until, X } from './stage.ts';
import { untilStill } from './still.ts';

const THEMES = ['light', 'dark'] as const;

/** Those that open by themselves; the others are opened from a mark. */
const FROM_A_MARK = ['doctor', 'report'];
const PAGES = readdirSync(join(import.meta.dirname, '../../src'), { recursive: true, encoding: 'utf8' })
  .flatMap((path) => /^(\w+).index\.html$/.exec(path)?.[1] ?? [])
  .filter((page) => !FROM_A_MARK.includes(page));

/** It has two labels. */
const BOTH = {
  id: '9601',
  name: 'Ola Berg',
  handle: 'olaberg',
  text: ['I was diagnosed with lupus in 2019. My joints still hurt. It helped to read ', { link: 'nhs.uk/conditions/lupus/' }],
};

const table: string[] = [];
afterAll(() =>
  console.log(['surface, browser, theme: violations, rules that found something, lowest contrast', ...table].join('\n')),
);

inEachBrowser('axe', (stage, browser) => {
  async function expectClean(tab: Tab, surface: string, theme: string, of: 'page' | 'marks' = 'page'): Promise<void> {
    const { violations, rules, contrast: measured } = await findingsOn(tab, of);
    // It does not measure the contrast of what is in a closed root.
    const contrast = of === 'page' ? measured : lowest((await tab.inClosedRoots(contrastsIn)).flat());
    table.push(`${surface}, ${browser}, ${theme}: ${violations.length}, ${rules}, ${contrast?.toFixed(1) ?? 'none measured'}`);
    expect(violations).toEqual([]);
    expect(rules).toBeGreaterThan(5);
    expect(contrast ?? 0).toBeGreaterThanOrEqual(4.5);
  }

  test.each(PAGES)('finds nothing on the page %s, in both themes', async (page) => {
    const tab = await stage.browser.openExtensionPage(`src/${page}/index.html`);
    await until(
      () => tab.evaluate(() => document.body.innerText.length),
      (length) => length > 100,
    );
    for (const theme of THEMES) {
      await wear(tab, theme);
      await expectClean(tab, page, theme);
    }
    await tab.close();
  });

  test('finds nothing in the badges and in a panel, in both themes', async () => {
    const tab = await stage.browser.openExtensionPage('src/demo/index.html');
    for (const theme of THEMES) {
      await wear(tab, theme);
      const badge = await badgeOf(tab, 'medical-source');
      await tab.click(badge.x, badge.y);
      await until(
        () => tab.inClosedRoots((root) => root.querySelector('[role="dialog"] .card h5') !== null),
        (shown) => shown.includes(true),
      );
      // The panel appears within a moment, and is paler until then.
      await untilStill(tab);
      await expectClean(tab, 'badges and panel', theme, 'marks');
      await closePanel(tab);
    }
    await tab.close();
  });

  test.each([
    ['doctor', 'For my doctor'],
    ['report', 'Report a wrong mark'],
  ])('finds nothing on the page %s, in both themes', async (page, words) => {
    const feed = await stage.browser.open(X);
    await openPanel(feed, 'patient-experience');
    await press(feed, words);
    const tab = await stage.browser.openedExtensionPage(`src/${page}/index.html`);
    await until(
      () => tab.evaluate(() => document.querySelectorAll('input').length),
      (count) => count > 0,
    );
    for (const theme of THEMES) {
      await wear(tab, theme);
      await expectClean(tab, page, theme);
    }
    await tab.close();
    await feed.close();
  });
});

inEachBrowser('what is drawn into a site', (stage, browser) => {
  const SITES = [
    ['X', X, X_MARKS],
    ['Facebook', FACEBOOK, FACEBOOK_MARKS],
  ] as const;

  describe.each(SITES)('%s', (site, address, marks) => {
    test.each(THEMES)('has a contrast of 4.5 and more on its %s ground', async (theme) => {
      const tab = await stage.browser.open(address);
      await tab.evaluate((dark) => {
        // As X and as Facebook.
        document.body.classList.toggle('dark', dark);
        document.documentElement.classList.toggle('__fb-dark-mode', dark);
      }, theme === 'dark');
      await marked(tab, marks);
      const themes = await until(
        () => tab.inClosedRoots((root) => root.querySelector<HTMLElement>('.mark')?.dataset['theme']),
        (worn) => worn.every((each) => each === theme),
      );
      expect(new Set(themes)).toEqual(new Set([theme]));
      await openPanel(tab, 'patient-experience');
      await untilStill(tab);
      // What the browser draws by itself, scroll bars among it, is of that theme too.
      const schemes = await tab.inClosedRoots((root) => {
        const panel = root.querySelector('.panel .body');
        return panel && getComputedStyle(panel).colorScheme;
      });
      expect(schemes.filter(Boolean)).toEqual([theme]);
      const contrasts = (await tab.inClosedRoots(contrastsIn)).flat();
      const measured = `${contrasts.length} texts and icons, ${lowest(contrasts).toFixed(1)}`;
      table.push(`badges and panel on ${site}, ${browser}, ${theme}: ${measured}`);
      expect(contrasts.length).toBeGreaterThan(30);
      expect(contrasts.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
      await tab.close();
    });
  });

  test('every badge has the same box, weight and colours, whatever its label, in each room', async () => {
    const tab = await stage.browser.open(X);
    await tab.bringToFront();
    await marked(tab, X_MARKS);
    await tab.evaluate((post) => feed.prepend(post), BOTH);
    await until(
      () => tab.inClosedRoots((root) => root.querySelectorAll('.badge').length),
      (badges) => badges.includes(2),
    );
    const drawn: ReturnType<typeof looksIn>[number][] = [];
    for (let width = 900; width > 320; width -= 20) {
      await tab.evaluate((px) => document.querySelector('main')?.style.setProperty('width', `${px}px`), width);
      await pause(100);
      drawn.push(...(await tab.inClosedRoots(looksIn)).flat());
    }
    expect(new Set(drawn.map(({ label }) => label)).size).toBe(4);
    // Two in one box share it: they are narrower than one alone, and equals.
    for (const fit of ['pair', 'whole', 'words', 'word', 'icons']) {
      const alone = drawn.filter(({ row }) => row === `${fit} 1`);
      const beside = drawn.filter(({ row }) => row === `${fit} 2`);
      expect.soft(new Set(alone.map(({ label }) => label)).size, fit).toBeGreaterThan(1);
      for (const badges of [alone, beside, ...(fit === 'pair' ? [[...alone, ...beside]] : [])]) {
        expect([...new Set(badges.map(({ look }) => look))].slice(1), fit).toEqual([]);
      }
    }
    expect(drawn.filter(({ row }) => row.endsWith(' 2')).length).toBeGreaterThan(1);
    await tab.close();
  });

  test('in a column of 320 px a badge is 24 px and more in both directions, and over nothing that can be pressed', async () => {
    const tab = await stage.browser.open(X);
    await tab.bringToFront();
    await marked(tab, X_MARKS);
    await tab.evaluate(() => document.querySelector('main')?.style.setProperty('width', '320px'));
    await pause(500);
    const badges = (await tab.closedButtons()).filter(({ name }) => labelOfBadge(name));
    expect(badges.length).toBeGreaterThanOrEqual(Object.keys(X_MARKS).length);
    expect(Math.min(...badges.flatMap(({ box }) => [box.width, box.height]))).toBeGreaterThanOrEqual(24);
    const pressed = await tab.evaluate(() =>
      [...document.querySelectorAll('article a, article button')].flatMap((each) =>
        [...each.getClientRects()].map(({ left, top, right, bottom }) => ({ left, top, right, bottom })),
      ),
    );
    // Letters do not fill their line, by more than that.
    const over = 3;
    const covered = badges.filter(({ box }) =>
      pressed.some(
        (each) =>
          each.left < box.x + box.width &&
          each.right > box.x &&
          each.top + over < box.y + box.height &&
          each.bottom - over > box.y,
      ),
    );
    expect(covered).toEqual([]);
    await tab.close();
  });

  test('nothing moves for a reader who wants less motion', async () => {
    const tab = await stage.browser.open(X);
    const animation = () =>
      tab.inClosedRoots((root) => {
        const panel = root.querySelector('.panel');
        return panel && getComputedStyle(panel).animationName;
      });
    for (const [wish, name] of [
      ['no-preference', 'appear'],
      ['reduce', 'none'],
    ] as const) {
      await tab.prefer('prefers-reduced-motion', wish);
      await openPanel(tab, 'patient-experience');
      expect((await animation()).filter(Boolean)).toEqual([name]);
      await closePanel(tab);
    }
    await tab.prefer('prefers-reduced-motion', 'no-preference');
    await tab.close();
  });

  test('in forced colours a badge and a panel keep their edges, and an open badge is told from a closed one', async () => {
    const tab = await stage.browser.open(X);
    await tab.prefer('forced-colors', 'active');
    await marked(tab, X_MARKS);
    await openPanel(tab, 'patient-experience');
    const edges = (
      await tab.inClosedRoots((root) =>
        [...root.querySelectorAll('.pill, .panel')].map((element) => {
          const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(element);
          const isOpen = element.parentElement?.getAttribute('aria-expanded') === 'true';
          return { isOpen, width: borderTopWidth, style: borderTopStyle, colour: borderTopColor };
        }),
      )
    ).flat();
    await picture(tab, `forced-colours-${browser}`);
    expect(new Set(edges.map(({ width, style }) => `${width} ${style}`))).toEqual(new Set(['1px solid']));
    const colours = (open: boolean) => new Set(edges.filter(({ isOpen }) => isOpen === open).map(({ colour }) => colour));
    expect([...colours(true)].filter((colour) => colours(false).has(colour))).toEqual([]);
    await tab.prefer('forced-colors', 'none');
    await tab.close();
  });

  test('assistive technology is told of each badge and of the whole panel', async () => {
    const tab = await stage.browser.open(X);
    await openPanel(tab, 'medical-source');
    const nodes = await tab.accessibleNodes();
    // Firefox has no words for it; there each button is found by its role and name (`closedButtons`).
    if (!nodes) return tab.close();
    const named = (role: string) => nodes.filter((node) => node.role === role).map(({ name }) => name);
    const badge = nodes.find(({ name, role }) => role === 'button' && /^Medical source cited\b.*: NHS$/.test(name));
    expect(badge?.properties).toMatchObject({ hasPopup: 'dialog', expanded: true });
    expect(named('dialog')).toEqual(['Medical source cited']);
    expect(named('heading')).toEqual(
      expect.arrayContaining(['Medical source cited', 'Patient experience', 'Why this mark', 'Cited sources', 'What you can do']),
    );
    expect(named('button')).toEqual(expect.arrayContaining(['Close', 'Copy sources', 'For my doctor', 'Report a wrong mark']));
    expect(named('link')).toContain('Its own site (opens in a new tab)');
    const ours = nodes.slice(nodes.findIndex(({ role }) => role === 'dialog'));
    expect(ours.filter(isNameless)).toEqual([]);
    expect(nodes.filter(({ role }) => role === 'status')).toHaveLength(1);
    await tab.close();
  });
});

function isNameless({ role, name, properties }: AccessibleNode): boolean {
  return ['button', 'link', 'heading', 'checkbox'].includes(role) && name === '' && properties['focusable'] === true;
}

function lowest(contrasts: readonly { readonly ratio: number }[]): number {
  return Math.min(...contrasts.map(({ ratio }) => ratio));
}

/** Has a page of ours, or the demo's feeds, believe that its reader prefers a theme. */
async function wear(tab: Tab, theme: 'light' | 'dark'): Promise<void> {
  // A tab that nobody sees does not change its looks.
  await tab.bringToFront();
  await tab.prefer('prefers-color-scheme', theme);
  const worn = await until(
    () => tab.evaluate(() => document.documentElement.dataset['theme']),
    (now) => now === theme,
  );
  expect(worn).toBe(theme);
  // Colours fade from one theme to the other.
  await untilStill(tab);
}

/** It runs in the page. The contrast of each text and icon in a closed root with what is painted behind it. */
function contrastsIn(root: ShadowRoot): readonly { readonly what: string; readonly ratio: number }[] {
  function channels(colour: string): readonly number[] {
    return (/\(([^)]+)\)/.exec(colour)?.[1] ?? '').split(/[,/ ]+/).map(Number);
  }
  function luminance(colour: string): number {
    const [red = 0, green = 0, blue = 0] = channels(colour)
      .slice(0, 3)
      .map((value) => (value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
  function groundOf(element: Element | null): string {
    for (let at = element; at; at = at.parentElement ?? ((at.getRootNode() as ShadowRoot).host as Element | undefined) ?? null) {
      const { backgroundColor } = getComputedStyle(at);
      if (channels(backgroundColor)[3] !== 0) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  }
  function hasText(element: Element): boolean {
    return [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
  }
  return [...root.querySelectorAll<HTMLElement>('.mark *')]
    .filter((element) => element.matches('[data-said], .icon') || hasText(element))
    .filter((element) => element.getClientRects().length > 0 && !element.closest('.unseen'))
    .map((element) => {
      const [one, other] = [luminance(getComputedStyle(element).color), luminance(groundOf(element))];
      const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      return { what: element.dataset['said'] ?? 'an icon', ratio: Math.round(ratio * 100) / 100 };
    });
}

/** It runs in the page. Everything about the drawing of each badge but its words and its place. */
function looksIn(root: ShadowRoot): readonly { readonly label: string; readonly row: string; readonly look: string }[] {
  const badges = [...root.querySelectorAll<HTMLElement>('.badge')];
  const fit = root.querySelector<HTMLElement>('.mark')?.dataset['fit'];
  return badges.map((badge) => {
    const pill = badge.querySelector('.pill') as Element;
    const { width, height, fontWeight, fontSize, fontFamily, color, backgroundColor, border, borderRadius, opacity } =
      getComputedStyle(pill);
    const icon = getComputedStyle(badge.querySelector('.icon') as Element);
    const parts = [
      Number.parseFloat(width).toFixed(1),
      height,
      badge.offsetHeight,
      fontWeight,
      fontSize,
      fontFamily,
      color,
      backgroundColor,
    ];
    return {
      label: badge.dataset['label'] ?? '',
      row: `${fit} ${badges.length}`,
      look: [...parts, border, borderRadius, opacity, icon.stroke, icon.strokeWidth, icon.width].join('; '),
    };
  });
}
