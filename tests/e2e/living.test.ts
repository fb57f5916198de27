import { expect, test } from 'vitest';
import type { Tab } from '../../src/cli/browsers/browser.ts';
import { FACEBOOK_MARKS, type Marks, marked, X_MARKS } from './posts.ts';
import { badgesOn, FACEBOOK, inEachBrowser, until, X } from './stage.ts';

// What the sites do with a post while it is on the page. Each test leaves the marks of all other posts as they were.

const ILL = 'I was diagnosed with lupus two years ago and my joints still hurt every morning.';
const WELL = 'The lamps in our street are on again, and the dog is no longer afraid of the corner.';
const GERMAN = 'Vor zwei Jahren wurde bei mir Lupus festgestellt, und meine Gelenke tun noch immer jeden Morgen weh.';

const SITES: readonly (readonly [string, string, Marks])[] = [
  ['x', X, X_MARKS],
  ['facebook', FACEBOOK, FACEBOOK_MARKS],
];

inEachBrowser('a feed that lives', (stage) => {
  /** The page with one more post on top, and how many badges stood on it before. */
  async function withPost(address: string, marks: Marks, text: string): Promise<{ tab: Tab; before: number }> {
    const tab = await stage.browser.open(address);
    await marked(tab, marks);
    const before = (await badgesOn(tab)).length;
    await tab.evaluate((words) => feed.prepend({ id: '600000000002101', name: 'New', handle: 'new', text: [words] }), text);
    return { tab, before };
  }

  /** How many badges there are when there are so many, or at last. */
  async function counted(tab: Tab, wanted: number): Promise<number> {
    return (
      await until(
        () => badgesOn(tab),
        ({ length }) => length === wanted,
      )
    ).length;
  }

  test.each(SITES)('%s: a post whose words are edited is judged by the new ones', async (_, address, marks) => {
    const { tab, before } = await withPost(address, marks, WELL);
    expect(await counted(tab, before)).toBe(before);
    await tab.evaluate(rewrite, WELL, ILL);
    expect(await counted(tab, before + 1)).toBe(before + 1);
    await tab.evaluate(rewrite, ILL, WELL);
    expect(await counted(tab, before)).toBe(before);
    await tab.close();
  });

  test('x: a post that is translated loses its badge, and has it again in the language that it was written in', async () => {
    const { tab, before } = await withPost(X, X_MARKS, ILL);
    expect(await counted(tab, before + 1)).toBe(before + 1);
    await tab.evaluate(translate, ILL, 'de', GERMAN);
    expect(await counted(tab, before)).toBe(before);
    await tab.evaluate(translate, GERMAN, 'en', ILL);
    expect(await counted(tab, before + 1)).toBe(before + 1);
    await tab.close();
  });

  test.each(SITES)('%s: a post in a dialog over the feed has a badge in both places', async (_, address, marks) => {
    const { tab, before } = await withPost(address, marks, ILL);
    expect(await counted(tab, before + 1)).toBe(before + 1);
    await tab.evaluate((text) => {
      const dialog = document.createElement('div');
      dialog.setAttribute('role', 'dialog');
      dialog.style.cssText = 'position: fixed; inset: 40px; background: white';
      const cell = feed.draw({ id: '600000000002101', name: 'New', handle: 'new', text: [text] });
      cell.style.position = 'static';
      dialog.append(cell);
      document.body.append(dialog);
    }, ILL);
    expect(await counted(tab, before + 2)).toBe(before + 2);
    await tab.evaluate(() => document.body.lastElementChild?.remove());
    expect(await counted(tab, before + 1)).toBe(before + 1);
    await tab.close();
  });

  test('facebook: comments that are loaded later are marked', async () => {
    const { tab, before } = await withPost(FACEBOOK, FACEBOOK_MARKS, WELL);
    expect(await counted(tab, before)).toBe(before);
    await tab.evaluate((text) => {
      const comment = { id: '77', name: 'Ada', handle: 'ada.b', text: [text] };
      const drawn = feed.draw({ id: '600000000002102', name: 'New', handle: 'new', text: ['…'], comments: [comment] });
      document.querySelector('[aria-posinset]')?.append(drawn.querySelector('[role="article"]') as Element);
    }, ILL);
    expect(await counted(tab, before + 1)).toBe(before + 1);
    await tab.close();
  });

  test.each([
    ['x', X, X_MARKS, '/messages/1'],
    ['facebook', FACEBOOK, FACEBOOK_MARKS, '/messages/t/1'],
  ] as const)('%s: the way to a page that is left alone and back, with no page loaded', async (_, address, marks, path) => {
    const tab = await stage.browser.open(address);
    expect(await marked(tab, marks)).toEqual(marks);
    await tab.evaluate((to) => history.pushState(null, '', to), path);
    expect(await marked(tab, {})).toEqual({});
    await tab.evaluate(() => history.back());
    expect(await marked(tab, marks)).toEqual(marks);
    await tab.evaluate(() => history.forward());
    expect(await marked(tab, {})).toEqual({});
    await tab.close();
  });

  test.each(SITES)('%s: a page that never rests keeps nothing waiting', async (_, address, marks) => {
    const tab = await stage.browser.open(address);
    await marked(tab, marks);
    const before = (await badgesOn(tab)).length;
    // Not by the clock: what stands still on a busy machine does so for the page that looks as well.
    expect(await tab.evaluate(looksInStorm, ILL)).toBeLessThan(300);
    expect(await counted(tab, before + 1)).toBe(before + 1);
    await tab.close();
  });

  test.each(SITES)(
    '%s: posts that come above the others, one after the other, are each marked once',
    async (_, address, marks) => {
      const tab = await stage.browser.open(address);
      await marked(tab, marks);
      const before = (await badgesOn(tab)).length;
      for (let number = 0; number < 5; number += 1) {
        await tab.evaluate(
          (text, at) => feed.prepend({ id: `60000000000220${at}`, name: 'New', handle: 'new', text: [text] }),
          ILL,
          number,
        );
      }
      expect(await counted(tab, before + 5)).toBe(before + 5);
      await tab.close();
    },
  );
});

/** In the page: other words in the node that had these. */
function rewrite(old: string, text: string): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
    node.nodeValue === old ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP,
  );
  (walker.nextNode() as Text).data = text;
}

/** In the page: what X does when the reader asks for a translation of a post, and to see the original again. */
function translate(old: string, language: string, text: string): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-testid="tweetText"]')];
  const words = all.find(({ textContent }) => textContent === old) as HTMLElement;
  words.lang = language;
  const span = document.createElement('span');
  span.textContent = text;
  words.replaceChildren(span);
}

/** In the page, while something changes all the time inside of posts and elsewhere: how often one looks until a new post has its badge. */
async function looksInStorm(text: string): Promise<number> {
  const counters = [...document.querySelectorAll('#list [role="group"], #list [role="button"], #list > *')].slice(0, 20);
  let round = 0;
  const storm = setInterval(() => {
    round += 1;
    for (const counter of counters) {
      for (let time = 0; time < 5; time += 1) {
        const span = document.createElement('i');
        span.textContent = String(round);
        counter.append(span);
        span.remove();
      }
    }
  }, 1);
  feed.prepend({ id: '600000000002101', name: 'New', handle: 'new', text: [text] });
  const badges = () => [...document.querySelectorAll<HTMLElement>('#list *')].filter(feed.isForeign).length;
  const known = badges();
  let looks = 0;
  for (; badges() === known && looks < 1000; looks += 1) await new Promise((resolve) => setTimeout(resolve, 5));
  clearInterval(storm);
  return looks;
}
