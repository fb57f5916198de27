import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Tab } from '../../src/cli/browsers/browser.ts';
import { messagesOf } from '../ui/english.ts';
import { misfitsInMarks, misfitsOn } from './clipping.ts';
import { closePanel } from './panels.ts';
import { pseudoLocale } from './pseudo-locale.ts';
import { inEachBrowser, picture, until } from './stage.ts';

/** As narrow as a phone, and as a window on a desk. */
const WIDTHS = [320, 1280];
const HEIGHT = 800;

const PAGES = readdirSync(join(import.meta.dirname, '../../dist/chrome'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.html'));

describe.each(['ltr', 'rtl'] as const)('longer texts, %s,', (direction) => {
  inEachBrowser(
    'fit',
    (stage, browser) => {
      test.each(PAGES)('%s cuts nothing off', async (path) => {
        const tab = await stage.browser.openExtensionPage(path);
        await settled(tab);
        const found: string[] = [];
        for (const width of WIDTHS) {
          await tab.resize(width, HEIGHT);
          found.push(...(await misfitsOn(tab)).map((misfit) => `at ${width}: ${misfit}`));
        }
        expect(found).toEqual([]);
        await tab.close();
      });

      test.each(WIDTHS)('marks and their panels are whole in a window of %d', async (width) => {
        const tab = await stage.browser.openExtensionPage('src/demo/index.html');
        await tab.resize(width, HEIGHT);
        await settled(tab);
        expect(await misfitsInMarks(tab)).toEqual([]);
        for (const root of await oneOfEachKind(tab)) {
          await openPanel(tab, root);
          expect(await misfitsInMarks(tab)).toEqual([]);
          await closePanel(tab);
        }
        await picture(tab, `long-${direction}-${width}-${browser}`);
        await tab.close();
      });

      test.each([
        ['doctor', 'action_doctor'],
        ['report', 'action_report'],
      ])('the page %s, opened from a mark, is whole with all that is in it', async (name, action) => {
        const feed = await stage.browser.openExtensionPage('src/demo/index.html');
        await settled(feed);
        const both = await feed.inClosedRoots((root) => root.querySelectorAll('.badge').length);
        await openPanel(feed, both.indexOf(2));
        await pressSaid(feed, pseudoLocale(direction)[action]?.message ?? '');
        const tab = await stage.browser.openedExtensionPage(`src/${name}/index.html`);
        await until(
          () => tab.evaluate(() => document.querySelectorAll('input').length),
          (inputs) => inputs > 0,
        );
        for (const width of WIDTHS) {
          await tab.resize(width, HEIGHT);
          expect(await misfitsOn(tab), `at ${width}`).toEqual([]);
          await picture(tab, `long-${name}-${direction}-${width}-${browser}`);
        }
        await tab.close();
        await feed.close();
      });
    },
    pseudoLocale(direction),
  );
});

inEachBrowser(
  'Arabic',
  (stage, browser) => {
    test('a page is mirrored', async () => {
      const tab = await stage.browser.openExtensionPage('src/options/index.html');
      await settled(tab);
      // The switches come with the settings, after the rest of the page.
      const sides = () =>
        tab.evaluate(() => {
          const left = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().left ?? null;
          return { words: left('.setting label span'), choice: left('.setting label input') };
        });
      const { words, choice } = await until(sides, (found) => found.words !== null && found.choice !== null);
      expect(words).toBeGreaterThan(choice ?? Number.POSITIVE_INFINITY);
      const page = await tab.evaluate(() => ({ lang: document.documentElement.lang, dir: document.documentElement.dir }));
      expect(page).toEqual({ lang: 'ar', dir: 'rtl' });
      await picture(tab, `arabic-options-${browser}`);
      await tab.close();
    });

    test('a panel is mirrored, beside posts that are not', async () => {
      const tab = await stage.browser.openExtensionPage('src/demo/index.html');
      await settled(tab);
      const [root = 0] = await oneOfEachKind(tab);
      await openPanel(tab, root);
      await picture(tab, `arabic-panel-${browser}`);
      const [panel] = (await tab.inClosedRoots(mirrored)).filter((found) => found !== null);
      expect(panel).toEqual({ dir: 'rtl', closeOnTheLeft: true, iconOnTheRight: true });
      await tab.close();
    });

    test('its texts fit as well', async () => {
      for (const path of PAGES) {
        const tab = await stage.browser.openExtensionPage(path);
        await settled(tab);
        await tab.resize(320, HEIGHT);
        await picture(tab, `arabic-${path.split('/')[1]}-320-${browser}`);
        expect(await misfitsOn(tab)).toEqual([]);
        await tab.close();
      }
    });
  },
  messagesOf('ar'),
);

/** Until a page has drawn all it has: what it waits for comes from the background and from storage. */
async function settled(tab: Tab): Promise<void> {
  const state = () =>
    tab.evaluate(() => ({
      height: document.body.scrollHeight,
      drawn: document.querySelector('main') !== null,
      marked: document.querySelector('#report-place') === null || document.querySelector('#report[data-settled]') !== null,
    }));
  let [height, times] = [-1, 0];
  await until(state, (now) => {
    times = now.height === height ? times + 1 : 0;
    height = now.height;
    return now.drawn && now.marked && times >= CALM;
  });
}

/** How many looks in a row find a page as high as before. */
const CALM = 5;

/** Of all closed roots, by their number: one for each set of labels a post can have. */
async function oneOfEachKind(tab: Tab): Promise<readonly number[]> {
  const kinds = await until(
    () =>
      tab.inClosedRoots((root) =>
        [...root.querySelectorAll<HTMLElement>('.badge')].map(({ dataset }) => dataset['label']).join(),
      ),
    (found) => found.some((kind) => kind !== ''),
  );
  expect(kinds.join()).toContain('experience');
  return kinds.flatMap((kind, index) => (kind !== '' && kinds.indexOf(kind) === index ? [index] : []));
}

/** Presses the first badge of a root, as a reader does who has scrolled to it. */
async function openPanel(tab: Tab, root: number): Promise<void> {
  const place = async () => (await tab.closedButtons()).find((button) => button.root === root)?.box;
  await tab.evaluate((by: number) => window.scrollBy(0, by), ((await place())?.y ?? 0) - 200);
  const box = await place();
  if (!box) throw new Error(`There is no badge in root ${root}.`);
  await tab.click(box.x + Math.min(12, box.width / 2), box.y + box.height / 2);
  const open = await until(
    () => tab.inClosedRoots((one) => one.querySelector('.panel .card, .panel .part') !== null),
    (panels) => panels.includes(true),
  );
  expect(open).toContain(true);
}

/** Presses what says that in the open panel, once it is there. */
async function pressSaid(tab: Tab, words: string): Promise<void> {
  const middles = await until(
    () =>
      tab.inClosedRoots((root, wanted) => {
        const buttons = [...root.querySelectorAll<HTMLElement>('[role="dialog"] button')];
        const button = buttons.find(({ textContent }) => textContent === wanted);
        button?.scrollIntoView({ block: 'center' });
        const box = button?.getBoundingClientRect();
        return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
      }, words),
    (found) => found.some(Boolean),
  );
  const middle = middles.find(Boolean);
  if (!middle) throw new Error(`The panel does not say "${words}".`);
  await tab.click(middle.x, middle.y);
}

function mirrored(root: ShadowRoot) {
  const panel = root.querySelector('.panel');
  if (!panel) return null;
  const middle = (part: Element | null) => {
    const { left, width } = part?.getBoundingClientRect() ?? { left: Number.NaN, width: 0 };
    return left + width / 2;
  };
  return {
    dir: root.querySelector<HTMLElement>('.mark')?.dir,
    closeOnTheLeft: middle(panel.querySelector('.close')) < middle(panel),
    iconOnTheRight: middle(panel.querySelector('h2 .icon')) > middle(panel),
  };
}
