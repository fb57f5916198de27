import { expect, test } from 'vitest';
import type { Tab } from '../../src/cli/browsers/browser.ts';
import { marked, X_MARKS } from './posts.ts';
import { badgesOn, inEachBrowser, textsIn, until, X } from './stage.ts';

// Pages that do to us whatever a page can. Each ends with the feed working: a new post has its badge, and its panel opens.

inEachBrowser('on a page', (stage, name) => {
  const HOSTILE: readonly (readonly [what: string, harm: () => unknown])[] = [
    [
      'whose forms have fields named like the methods of an element',
      () => {
        for (const article of document.querySelectorAll('article')) {
          const form = document.createElement('form');
          const names = [
            'parentElement',
            'closest',
            'matches',
            'querySelectorAll',
            'getAttribute',
            'contains',
            'children',
            'prepend',
          ];
          for (const field of [
            ...names,
            'isConnected',
            'ownerDocument',
            'style',
            'remove',
            'getRootNode',
            'nodeType',
            'parentNode',
          ]) {
            form.append(Object.assign(document.createElement('input'), { name: field, type: 'hidden' }));
          }
          article.firstElementChild?.append(form);
        }
      },
    ],
    [
      'whose pictures are named like the methods of a document',
      () => {
        const names = ['querySelectorAll', 'body', 'documentElement', 'createElementNS', 'createTextNode', 'createRange'];
        for (const picture of [
          ...names,
          'createTreeWalker',
          'defaultView',
          'activeElement',
          'addEventListener',
          'location',
          'head',
        ]) {
          document.querySelector('main')?.append(Object.assign(document.createElement('img'), { name: picture, id: picture }));
        }
      },
    ],
    [
      'that has replaced the methods of all nodes',
      () => {
        const refuse = () => {
          throw new Error('no');
        };
        for (const prototype of [ShadowRoot.prototype, DocumentFragment.prototype, CSSStyleSheet.prototype, Range.prototype]) {
          for (const [key, { value, writable }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
            if (typeof value === 'function' && writable && key !== 'constructor') Object.assign(prototype, { [key]: refuse });
          }
        }
        Object.defineProperty(Element.prototype, 'shadowRoot', { get: refuse });
        Object.defineProperty(Node.prototype, 'isConnected', { get: () => false });
        Object.defineProperty(Node.prototype, 'textContent', { get: () => 'lupus', set: refuse });
        Object.assign(Element.prototype, { attachShadow: refuse, matches: refuse, closest: refuse, prepend: refuse });
        Object.assign(window, { MutationObserver: refuse, ResizeObserver: refuse, queueMicrotask: refuse });
      },
    ],
    [
      'with attributes of a megabyte',
      () => {
        const long = 'lupus https://nhs.uk/ ... '.repeat(40_000);
        const [text, , name] = ['tweetText', 'x', 'User-Name'].map((id) => document.querySelector(`[data-testid="${id}"]`));
        text?.setAttribute('lang', long);
        name?.setAttribute('class', long);
        name?.querySelector('a')?.setAttribute('href', `https://x.com/${long}`);
        document.querySelector('[data-testid="tweetText"] a')?.setAttribute('href', `https://t.co/${long}`);
        document.querySelectorAll('article')[1]?.setAttribute('title', long);
      },
    ],
    [
      'with a text of a megabyte in a post',
      () => {
        const text = document.querySelector('[data-testid="tweetText"]');
        text?.append('.'.repeat(400_000), ' 10.1000/'.repeat(20_000), '((('.repeat(50_000), 'lupus '.repeat(40_000));
      },
    ],
    [
      'with copies of our element in every post',
      () => {
        for (const host of [...document.querySelectorAll('#list *')].filter((element) => feed.isForeign(element))) {
          for (let copies = 0; copies < 5; copies += 1) {
            const copy = host.cloneNode(true) as Element;
            copy.attachShadow({ mode: copies % 2 ? 'open' : 'closed' }).append('Patient experience');
            host.after(copy);
          }
        }
      },
    ],
    [
      'that moves our elements to other posts and other documents',
      () => {
        const hosts = [...document.querySelectorAll('#list *')].filter((element) => feed.isForeign(element));
        const articles = [...document.querySelectorAll('article')].reverse();
        const frame = document.body.appendChild(document.createElement('iframe'));
        for (const [at, host] of hosts.entries()) (at % 2 ? articles[at] : frame.contentDocument?.body)?.append(host);
      },
    ],
    [
      'whose posts change themselves in every frame',
      () =>
        new Promise<void>((resolve) => {
          let frames = 0;
          const texts = [...document.querySelectorAll('[data-testid="tweetText"] span:first-child')];
          const before = texts.map(({ textContent }) => textContent);
          function change() {
            frames += 1;
            for (const [at, text] of texts.entries()) {
              text.textContent =
                frames === 90 ? (before[at] ?? '') : `I was diagnosed with ${['lupus', 'nothing', 'MS'][frames % 3]} ${frames}`;
            }
            if (frames === 90) resolve();
            else requestAnimationFrame(change);
          }
          change();
        }),
    ],
    [
      'that takes our elements out as soon as they come',
      () =>
        new Promise<void>((resolve) => {
          const observer = new MutationObserver(() => {
            for (const element of document.querySelectorAll('#list *')) if (feed.isForeign(element)) element.remove();
          });
          observer.observe(document, { childList: true, subtree: true });
          feed.dropForeign();
          setTimeout(() => {
            observer.disconnect();
            // A change, so that we look again.
            feed.redraw();
            resolve();
          }, 1500);
        }),
    ],
  ];

  test.each(HOSTILE)('%s the feed works', async (what, harm) => {
    const tab = await stage.browser.open(X);
    await marked(tab, X_MARKS);
    await tab.evaluate(harm as () => void);
    await works(tab, what);
    await tab.close();
  });

  test('of 10,000 posts at once every one is read, the feed works, and memory comes back when they go', async () => {
    const tab = await stage.browser.open(X);
    await marked(tab, X_MARKS);
    const before = await heap(tab);
    await tab.evaluate(() => {
      const made = document.createElement('div');
      const original = document.querySelector('article') as Element;
      for (let number = 0; number < 10_000; number += 1) {
        const post = original.cloneNode(true) as Element;
        for (const copy of post.querySelectorAll('[style^="position: absolute !important"]')) copy.remove();
        post.querySelector('time')?.parentElement?.setAttribute('href', `/somebody/status/${50_000 + number}`);
        const text = post.querySelector('[data-testid="tweetText"]');
        if (text)
          text.textContent = number % 10 ? `The bus was late again (${number}).` : `I was diagnosed with lupus on day ${number}.`;
        made.append(post);
      }
      made.id = 'many';
      document.body.append(made);
    });
    const hosts = () => tab.evaluate(() => document.querySelectorAll('#many div[style^="position: absolute !important"]').length);
    expect(await until(hosts, (count) => count === 1000, 100_000)).toBe(1000);
    await tab.evaluate(() => document.querySelector('#many')?.remove());
    await works(tab, '10,000 posts');
    const after = await until(
      () => heap(tab),
      (now) => now - before < 15_000_000,
    );
    // Firefox tells a page nothing of its memory.
    expect(after - before).toBeLessThan(15_000_000);
    await tab.close();
  }, 240_000);

  /** A new post gets its badge, and its panel opens and closes. */
  async function works(tab: Tab, what: string): Promise<void> {
    await tab.evaluate(() => scrollTo(0, 0));
    const id = '4900';
    await tab.evaluate(
      (number) => feed.prepend({ id: number, name: 'New', handle: 'new', text: ['My epilepsy is back. I was in hospital.'] }),
      id,
    );
    const badge = await until(
      async () => (await badgesOn(tab)).find(({ y }) => y < 60),
      (found) => found !== undefined,
    );
    if (!badge) throw new Error(`On a page ${what}, in ${name}, a new post has no badge.`);
    await tab.click(badge.x, badge.y);
    const panels = () => textsIn(tab, '[role="dialog"]');
    const texts = await until(panels, (now) => now.some((text) => text.includes('Patient experience')));
    expect(texts.join()).toContain('epilepsy');
    await tab.press('Escape');
    expect((await until(panels, (now) => now.every((text) => text === ''))).join('')).toBe('');
  }
});

/** What the page's scripts hold, ours among them; 0 where the browser does not tell. */
function heap(tab: Tab): Promise<number> {
  return tab.evaluate(() => {
    const { gc } = globalThis as { gc?: () => void };
    gc?.();
    return (performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0;
  });
}
