import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Tab } from '../../src/cli/browsers/browser.ts';
import { closePanel } from './panels.ts';
import { badgesOn, inEachBrowser, type SeenBadge, textsIn, until } from './stage.ts';

// A page with a script that looks for us (pages/spy.js), and with posts that differ in what they say and in nothing else.

declare global {
  var spy: {
    readonly calls: { readonly all: number; readonly foreign: readonly string[] };
    readonly events: readonly { type: string; foreign: boolean; inner: boolean; ours: boolean; text: string }[];
    readonly mutations: readonly string[];
    readonly entries: readonly string[];
    readonly timed: readonly string[];
    foreign(): HTMLElement[];
    fingerprint(host: Element): Promise<Record<string, unknown>>;
    hitsInWindow(host: Element): string;
    find(text: string): boolean;
    everything(): string;
  };
}

const SPY = 'https://x.com/home?spy';

/** A post for each kind and number of labels, and for sources with short and long names. */
const POSTS: readonly (readonly [labels: readonly string[], text: readonly (string | object)[]])[] = [
  [['patient-experience'], ['I was diagnosed with lupus in 2019. My joints still hurt every morning.']],
  [['carer-experience'], ['My son has cystic fibrosis. He was in hospital for two weeks.']],
  [['no-source'], ['A new study shows that vitamin D reduces the risk of multiple sclerosis by half.']],
  [['medical-source'], ['What lupus is and how it is treated: ', { link: 'nhs.uk/conditions/lupus/' }]],
  [['medical-source'], ['What lupus is and how it is treated: ', { link: 'nejm.org/doi/full/10.1056/NEJMra1100359' }]],
  [
    ['patient-experience', 'medical-source'],
    ['I was diagnosed with lupus in 2019. My joints still hurt. It helped to read ', { link: 'nhs.uk/conditions/lupus/' }],
  ],
];

inEachBrowser('a page that looks for us', (stage, browserName) => {
  /** The page with those posts and others above them. */
  async function spiedFeed(name: string): Promise<Tab> {
    const tab = await stage.browser.open(SPY);
    await tab.resize(1280, 1800);
    const texts = POSTS.map(([, text]) => text);
    await tab.evaluate(
      (wanted, author) => {
        const fill = Array.from({ length: 5 }, () => ['The bus was late again.']);
        const posts = [...fill, ...wanted].map((text, at) => ({ id: `${8000 + at}`, name: author, handle: 'somebody', text }));
        for (const post of posts.reverse()) feed.prepend(post);
      },
      texts,
      name,
    );
    // The first page, which opens after installing, may have come before it.
    await tab.bringToFront();
    const wanted = POSTS.flatMap(([labels]) => labels);
    const seen = await until(
      () => badgesDown(tab),
      (badges) => badges.length > wanted.length && wanted.every((label, at) => badges[at]?.label === label),
    );
    expect(seen.slice(0, wanted.length).map(({ label }) => label)).toEqual(wanted);
    return tab;
  }

  test.each(['pair', 'whole', 'words', 'word', 'icons'])('cannot tell one badge from another: %s', async (fit) => {
    const tab = await spiedFeed('Somebody');
    expect(await narrowedUntil(tab, fit)).toEqual(new Set([fit]));
    const prints: Record<string, unknown>[] = [];
    for (const [at] of POSTS.entries()) {
      prints.push(await tab.evaluate((index) => spy.fingerprint(spy.foreign()[index] as Element), at));
    }
    const [first, ...others] = prints;
    expect(Object.keys(first ?? {}).length).toBeGreaterThan(80);
    expect(first?.['hits']).toContain('#');
    for (const print of others) {
      for (const [what, value] of Object.entries(print)) expect.soft(value, what).toEqual(first?.[what]);
    }
    await tab.close();
  });

  test('cannot tell one open panel from another, and finds none of its words', async () => {
    const tab = await spiedFeed('Somebody');
    const hits: string[] = [];
    const badges = await badgesDown(tab);
    let at = 0;
    for (const [labels] of POSTS) {
      const badge = badges[at] as SeenBadge;
      at += labels.length;
      // Every post at the same height of the window.
      const y = await tab.evaluate((top) => {
        scrollBy(0, top - 300);
        return Math.round(scrollY);
      }, badge.y);
      expect(y).toBeGreaterThan(0);
      await tab.click(badge.x, 300);
      const panels = await until(
        () => textsIn(tab, '[role="dialog"]'),
        (texts) => texts.some((text) => text.includes('about') && text.length > 300),
      );
      const said = await tab.inClosedRoots((root) =>
        [...root.querySelectorAll<HTMLElement>('[data-said]')].map(({ dataset }) => dataset['said'] ?? ''),
      );
      expect(panels.join('')).toContain('Lived & Cited');
      hits.push(
        await tab.evaluate(() => {
          const open = spy.foreign().find((host) => host === document.activeElement);
          return open ? spy.hitsInWindow(open) : 'no host has the focus';
        }),
      );
      const found = await tab.evaluate((texts) => texts.filter((text) => spy.find(text)), wordsOf(said.flat()));
      expect(found).toEqual([]);
      await closePanel(tab);
      await tab.evaluate(() => scrollTo(0, 0));
      await until(
        () => badgesDown(tab),
        ([now]) => now?.y === badges[0]?.y,
      );
    }
    expect(hits[0]).toContain('#'.repeat(40));
    for (const hit of hits) expect(hit).toBe(hits[0]);
    await tab.close();
  });

  test('finds no word of ours anywhere, and nothing that was not the site', async () => {
    const tab = await spiedFeed('Somebody');
    const before = await tab.evaluate(() => spy.calls.all);
    const [badge] = await badgesDown(tab);
    await tab.click(badge?.x ?? 0, badge?.y ?? 0);
    await until(
      () => textsIn(tab, '[role="dialog"]'),
      (texts) => texts.some((text) => text.includes('ORPHA')),
    );
    for (const key of ['Tab', 'Tab', 'Shift+Tab', 'ArrowDown', 'Escape', 'Enter', 'Escape']) await tab.press(key);
    await tab.scroll(600, 600, 900);
    await pause(500);

    const seen = await tab.evaluate(() => ({
      ...spy,
      everything: spy.everything(),
      find: null,
      runtime: 'runtime' in ((window as { chrome?: object }).chrome ?? {}),
    }));
    // The traps work: the site itself went into them.
    expect(seen.calls.all).toBeGreaterThan(before);
    expect(seen.events.length).toBeGreaterThan(20);
    expect(seen.entries.length).toBeGreaterThan(0);
    expect(seen.calls.foreign).toEqual([]);
    // That something was pressed is told of any element; no painting, moving or computing of ours is.
    expect(seen.timed.filter((kind) => kind !== 'event' && kind !== 'first-input')).toEqual([]);
    expect(seen.runtime).toBe(false);
    expect(seen.everything).toContain('diagnosed with lupus');
    for (const word of ['Lived &', 'Cited', 'Patient experience', 'ORPHA', 'extension:', 'NHS', 'data-said', 'reference work']) {
      expect(seen.everything).not.toContain(word);
    }
    expect(seen.events.filter(({ inner, ours }) => inner || ours)).toEqual([]);
    // That a pointer or the focus is on an element that is not its own, a page sees of any element.
    const heard = new Set(seen.events.filter(({ foreign }) => foreign).map(({ type }) => type));
    expect([...heard].filter((type) => !/^(pointer|mouse|focus|blur|wheel|scroll|key|click|mousewheel)/.test(type))).toEqual([]);
    const bare = /^added <div style="position: absolute !important; [^"]*"><\/div>$/;
    expect([...new Set(seen.mutations)].filter((each) => !bare.test(each) && each !== 'attributes style on ours')).toEqual([]);
    // No font of the page is used for our words, so no request tells their letters.
    expect(stage.paths().filter((path) => path.startsWith('/font/'))).toEqual([]);
    await tab.close();
  });

  test('finds none of our files: they answer as those of an extension that is not there', async () => {
    const tab = await stage.browser.open(SPY);
    const files = [
      'manifest.json',
      'icons/16.png',
      'src/content/x.js',
      'src/content/panel-script.js',
      'src/popup/index.html',
      '_locales/en/messages.json',
      '',
    ];
    const ours = await tab.evaluate(
      probed,
      files.map((file) => stage.browser.addressOf(file)),
    );
    const absent = await tab.evaluate(
      probed,
      files.map((file) => addressOfNobody(stage.browser.addressOf(file))),
    );
    expect(ours).toEqual(absent);
    expect(ours.length).toBe(files.length * 7);
    expect(ours.filter((outcome) => /loaded/.test(outcome) && !/frame/.test(outcome))).toEqual([]);
    await tab.close();
  });

  test('cannot press, focus or open anything of ours, nor reach into it, nor send us anything', async () => {
    const tab = await spiedFeed('Somebody');
    const before = await badgesOn(tab);
    const reached = await tab.evaluate(async () => {
      const hosts = spy.foreign();
      const reached: string[] = [];
      for (const host of hosts) {
        if (host.shadowRoot) reached.push('shadowRoot');
        if ('openOrClosedShadowRoot' in host) reached.push('openOrClosedShadowRoot');
        if (host.getRootNode({ composed: true }) !== document) reached.push('root');
        if (host.childNodes.length > 0) reached.push('children');
        host.focus();
        if (document.activeElement === host) reached.push('focus');
        host.click();
        const { left, top, width, height } = host.getBoundingClientRect();
        for (const part of [0.1, 0.3, 0.5, 0.7, 0.9]) {
          const where = {
            clientX: left + width * part,
            clientY: top + height / 2,
            bubbles: true,
            composed: true,
            cancelable: true,
          };
          const target = document.elementFromPoint(where.clientX, where.clientY) ?? host;
          if (target.getRootNode() !== document) reached.push('elementFromPoint');
          for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'contextmenu']) {
            const event = new MouseEvent(type, where);
            target.dispatchEvent(event);
            if (event.composedPath().length > 0) reached.push('composedPath after the event');
          }
        }
        for (const key of ['Enter', ' ', 'Escape', 'Tab']) {
          for (const target of [host, document, window]) {
            const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
            if (!target.dispatchEvent(event)) reached.push(`${key} was taken`);
          }
        }
        for (const type of ['toggle', 'command', 'submit', 'beforetoggle', 'change', 'input', 'assess', 'counts', 'settings']) {
          host.dispatchEvent(new CustomEvent(type, { bubbles: true, detail: { name: type, payload: [] } }));
        }
        try {
          host.attachShadow({ mode: 'open' });
          reached.push('a second root');
        } catch {
          // As for any element that has one.
        }
      }
      // Every name of a message, every way that a page has.
      for (const name of ['assess', 'records', 'listVersion', 'counts', 'act', 'settings', 'openPage', 'report']) {
        window.postMessage({ name, payload: [] }, '*');
        window.postMessage(JSON.stringify({ name, payload: [] }), '*');
        new BroadcastChannel(name).postMessage({ name, payload: [] });
        for (const target of [window, document, document.documentElement]) {
          target.dispatchEvent(new CustomEvent(name, { detail: { name, payload: [] } }));
        }
      }
      const ways = globalThis as unknown as Record<
        'chrome' | 'browser',
        { runtime?: { sendMessage?: unknown; connect?: unknown } }
      >;
      if (ways.chrome?.runtime?.sendMessage || ways.chrome?.runtime?.connect) reached.push('chrome.runtime');
      if (ways.browser?.runtime) reached.push('browser.runtime');
      await new Promise((resolve) => setTimeout(resolve, 300));
      return [...new Set(reached)];
    });
    expect(reached).toEqual([]);
    expect((await textsIn(tab, '[role="dialog"]')).filter((text) => text !== '')).toEqual([]);
    expect(await badgesOn(tab)).toEqual(before);
    await tab.close();
  });

  /** Whole texts, and the words in them that stand nowhere in the page. */
  function wordsOf(said: readonly string[]): readonly string[] {
    // As a browser searches: whatever the accents.
    const plain = (text: string) => text.trim().normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
    const page = plain(JSON.stringify(POSTS).replaceAll('"link":"', 'https://'));
    const words = said.flatMap((text) => text.match(/\p{L}{7,}/gu) ?? []);
    const wanted = [...new Set([...said, ...words])]
      .filter((text) => text.trim().length > 3 && !page.includes(plain(text)) && !STANDS_IN_PAGE.test(text))
      .slice(0, 30);
    expect(wanted.length, browserName).toBeGreaterThan(20);
    return wanted;
  }
});

/** From the top of the page down; those side by side as they stand there. */
async function badgesDown(tab: Tab): Promise<readonly SeenBadge[]> {
  return [...(await badgesOn(tab))].sort((one, other) => one.y - other.y || one.x - other.x);
}

/** Of the pages' own furniture. */
const STANDS_IN_PAGE = /^(timeline|somebody|replies)$/i;

/** In the page: what comes of asking for each address in each way that a page has, without its own words for it. */
async function probed(addresses: readonly string[]): Promise<readonly string[]> {
  function byElement(name: 'img' | 'script' | 'link' | 'iframe', address: string): Promise<string> {
    return new Promise((resolve) => {
      const element = document.createElement(name) as HTMLImageElement & HTMLLinkElement;
      element.onload = () => {
        // A frame that was refused loads a page of the browser's own.
        resolve(name === 'iframe' ? `frame ${element.getBoundingClientRect().height}` : 'loaded');
        element.remove();
      };
      element.onerror = () => resolve('error');
      if (name === 'link') Object.assign(element, { rel: 'stylesheet', href: address });
      else element.src = address;
      document.body.append(element);
      setTimeout(() => resolve('silence'), 1500);
    });
  }
  async function attempt(what: string, run: () => Promise<unknown>): Promise<string> {
    try {
      return `${what} ${await run()}`;
    } catch (error) {
      return `${what} ${(error as Error).name} ${(error as Error).message.replaceAll(/(chrome|moz)-extension:\S*/g, 'ADDRESS')}`;
    }
  }
  const outcomes = addresses.map((address) => [
    attempt('fetch', () => fetch(address).then(() => 'loaded')),
    attempt('opaque', () => fetch(address, { mode: 'no-cors' }).then(() => 'loaded')),
    attempt('import', () => import(address).then(() => 'loaded')),
    ...(['img', 'script', 'link', 'iframe'] as const).map((name) => attempt(name, () => byElement(name, address))),
  ]);
  return Promise.all(outcomes.flat());
}

/** The same file of an extension that nobody has: Chromium's ids have letters from a to p, Firefox's are UUIDs. */
function addressOfNobody(address: string): string {
  return address.replace(/\/\/[^/]+/, (id) =>
    id.includes('-') ? '//6f6c8a8e-1f5b-4a55-9d27-3d1c6f0a7b11' : `//${'abcdefghijklmnop'.repeat(2)}`,
  );
}

/** Makes the feed narrower until those posts have the room for badges that is wanted: how wide letters are, each machine has its own. */
async function narrowedUntil(tab: Tab, wanted: string): Promise<ReadonlySet<string | undefined>> {
  let fits = new Set<string | undefined>();
  for (let width = 900; width > 320 && !(fits.size === 1 && fits.has(wanted)); width -= 20) {
    await tab.evaluate((px) => document.querySelector('main')?.style.setProperty('width', `${px}px`), width);
    await pause(100);
    const marks = await tab.inClosedRoots((root) => ({
      top: root.host.getBoundingClientRect().top,
      fit: root.querySelector<HTMLElement>('.mark')?.dataset['fit'],
    }));
    const down = marks.toSorted((one, other) => one.top - other.top).slice(0, POSTS.length);
    fits = new Set(down.map(({ fit }) => fit));
  }
  return fits;
}
