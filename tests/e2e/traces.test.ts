import { beforeAll, expect, test } from 'vitest';
import type { Browser, Tab } from '../../src/cli/browsers/browser.ts';
import { FACEBOOK_MARKS, type Marks, marked, X_MARKS } from './posts.ts';
import { FACEBOOK, inEachBrowser, withoutExtension, X } from './stage.ts';

const SITES: readonly (readonly [string, string, Marks])[] = [
  ['x', X, X_MARKS],
  ['facebook', FACEBOOK, FACEBOOK_MARKS],
];

inEachBrowser('the page', (stage, name) => {
  /** The pages of both sites, by the address, as they are without us. */
  let plainPages: Readonly<Record<string, Seen>>;
  beforeAll(async () => {
    plainPages = await withoutExtension(name, async (browser) => {
      const pages: Record<string, Seen> = {};
      for (const [, address] of SITES) pages[address] = await seenBy(browser, address, async () => {});
      return pages;
    });
  });

  test.each(SITES)('%s: looks as it does without the extension but for the badges, to the pixel', async (_, address, marks) => {
    const withMarks = await seenBy(stage.browser, address, (tab) => marked(tab, marks));
    const plain = plainPages[address] as Seen;
    expect(withMarks.hosts).toBe(Object.keys(marks).length);
    expect(plain.hosts).toBe(0);
    expect(withMarks.boxes).toEqual(plain.boxes);
    expect(withMarks.text).toBe(plain.text);
    expect(withMarks.markup).toBe(plain.markup);
    expect(withMarks.globals).toEqual(plain.globals);
  });

  test.each(SITES)('%s: nothing moves when the badges come', async (_, address, marks) => {
    const tab = await stage.browser.open(address);
    expect(await marked(tab, marks)).toEqual(marks);
    const shifts = await tab.evaluate(
      () =>
        new Promise<readonly number[] | null>((resolve) => {
          // Firefox does not tell; there the boxes above have to do.
          if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return resolve(null);
          const values: number[] = [];
          const observer = new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) values.push((entry as unknown as { value: number }).value);
          });
          observer.observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(values), 300);
        }),
    );
    expect(shifts ?? []).toEqual([]);
    expect(shifts === null).toBe(name === 'firefox');
    await tab.close();
  });
});

type Seen = Awaited<ReturnType<typeof seenBy>>;

/** What a script of the page can see of it. */
async function seenBy(browser: Browser, address: string, settle: (tab: Tab) => Promise<unknown>) {
  const tab = await browser.open(address);
  await settle(tab);
  const seen = await tab.evaluate(() => {
    const own = new Set([...document.querySelectorAll('*')]);
    // Everything in the list that the site has not made.
    const hosts = [...document.querySelectorAll('#list *')].filter((element) => feed.isForeign(element));
    for (const host of hosts) own.delete(host);
    const boxes = [...own].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return `${element.tagName} ${x} ${y} ${width} ${height}`;
    });
    const text = document.body.innerText;
    const copy = document.documentElement.cloneNode(true) as Element;
    const foreign = new Set(hosts.map((host) => [...document.querySelectorAll('*')].indexOf(host)));
    for (const [index, element] of [...copy.querySelectorAll('*')].entries()) if (foreign.has(index + 1)) element.remove();
    return { hosts: hosts.length, boxes, text, markup: copy.outerHTML, globals: Object.getOwnPropertyNames(window).sort() };
  });
  await tab.close();
  return seen;
}
