import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Tab } from '../../src/cli/browsers/browser.ts';
import { storedSettings } from './own-pages.ts';
import { closePanel, openPanel, press, saysOfIt } from './panels.ts';
import { FACEBOOK_MARKS, marked, X_MARKS } from './posts.ts';
import { badgesOn, FACEBOOK, inEachBrowser, until, X } from './stage.ts';

// One long session in which everything is used, on pages full of words that stand nowhere else. Then: whom the browser asked for
// anything, and what is left anywhere.

/** In the address, the author, the text and the link of a post. */
const CANARIES = ['addr5521', 'Quillfeather', 'canary_handle_q7', '777000111222333444', 'Quillmarsh', 'zx81lupus'];

const CANARY_POST = {
  id: '777000111222333444',
  name: 'Canary Quillfeather',
  handle: 'canary_handle_q7',
  text: ['I was diagnosed with lupus in Quillmarsh. My joints hurt. I read ', { link: 'nhs.uk/conditions/lupus/?q=zx81lupus' }],
};

const PAGES = ['popup', 'options', 'demo', 'welcome', 'privacy', 'attribution', 'doctor', 'report'];

inEachBrowser('a long session', (stage, name) => {
  test('asks nobody but the two sites for anything, and leaves nothing of a page anywhere', async () => {
    const x = await openWithCanary(`${X}?addr5521`);
    await openPanel(x, 'patient-experience');
    await press(x, 'Copy sources');
    expect(await saysOfIt(x, 'Copied')).toContain('Copied');
    await press(x, 'For my doctor');
    const doctor = await stage.browser.openedExtensionPage('src/doctor/index.html');
    await until(
      () => textOf(doctor),
      (text) => text.includes('lupus'),
    );
    await doctor.close();
    await x.bringToFront();
    await press(x, 'Report a wrong mark');
    const report = await stage.browser.openedExtensionPage('src/report/index.html');
    await until(
      () => report.evaluate(() => document.querySelector('textarea')?.value ?? ''),
      (text) => text !== '',
    );
    await report.close();
    await x.bringToFront();
    await press(x, 'Hide this mark');
    await closePanel(x);
    for (const { x: left, y } of (await badgesOn(x)).slice(0, 3)) {
      await x.click(left, y);
      await x.press('Tab');
      await x.press('Escape');
    }
    await x.scroll(600, 500, 2000);
    await x.scroll(600, 500, -2000);

    const facebook = await stage.browser.open(`${FACEBOOK}?addr5521`);
    expect(await marked(facebook, FACEBOOK_MARKS)).toEqual(FACEBOOK_MARKS);
    for (const page of PAGES) {
      const tab = await stage.browser.openExtensionPage(`src/${page}/index.html`);
      expect(
        (
          await until(
            () => textOf(tab),
            (text) => text.length > 60,
          )
        ).length,
        page,
      ).toBeGreaterThan(60);
      await tab.close();
    }
    const options = await stage.browser.openExtensionPage('src/options/index.html');
    await flipEverySwitch(options);
    await flipEverySwitch(options);
    await stage.browser.stopBackground();
    await x.bringToFront();
    // Firefox comes back to where the page was scrolled to, and wheels turn slowly on a busy machine.
    await x.evaluate(() => scrollTo(0, 0));
    await x.reload();
    expect(await marked(x, X_MARKS)).toEqual(X_MARKS);
    await x.close();
    await facebook.close();

    const hosts = [...stage.hosts()].sort();
    expect(hosts).toEqual(['www.facebook.com', 'x.com']);
    // The list is in the database by now.
    const dump = await until(() => options.evaluate(dumped, CANARIES), isListWhole);
    expect(dump.found).toEqual([]);
    expect(dump.areas).toEqual({ sync: ['settings'], local: [], session: [] });
    expect(dump.databases.map(({ stores }) => stores)).toEqual([['entries', 'progress', 'sources']]);
    expect(dump.others).toEqual({ caches: [], localStorage: [], sessionStorage: [], cookie: '', files: [] });
    keep(`leaks-${name}`, { hosts, ...dump });
    await options.close();
  }, 180_000);

  test('in a private window leaves nothing at all', async () => {
    const options = await stage.browser.openExtensionPage('src/options/index.html');
    const before = await until(() => options.evaluate(dumped, CANARIES), isListWhole);
    await options.close();
    const tab = await stage.browser.openPrivately(`${X}?addr5521`);
    expect(await marked(tab, X_MARKS)).toEqual(X_MARKS);
    await tab.evaluate((post) => feed.prepend(post), CANARY_POST);
    await until(
      () => badgesOn(tab),
      ({ length }) => length > Object.keys(X_MARKS).length,
    );
    await openPanel(tab, 'medical-source');
    await closePanel(tab);
    await tab.close();
    const again = await stage.browser.openExtensionPage('src/options/index.html');
    const after = await again.evaluate(dumped, CANARIES);
    expect(after).toEqual(before);
    expect(after.found).toEqual([]);
    await again.close();
  });

  async function openWithCanary(address: string): Promise<Tab> {
    const tab = await stage.browser.open(address);
    await marked(tab, X_MARKS);
    await tab.evaluate((post) => feed.prepend(post), CANARY_POST);
    const badges = await until(
      () => badgesOn(tab),
      ({ length }) => length === Object.keys(X_MARKS).length + 2,
    );
    expect(badges).toHaveLength(Object.keys(X_MARKS).length + 2);
    return tab;
  }
});

function textOf(tab: Tab): Promise<string> {
  return tab.evaluate(() => document.body.innerText);
}

/** One after the other: each is stored before the next is touched. */
async function flipEverySwitch(options: Tab): Promise<void> {
  const switches = () => options.evaluate(() => document.querySelectorAll('input[type="checkbox"]').length);
  const count = await until(switches, (found) => found > 5);
  expect(count).toBeGreaterThan(5);
  for (let at = 0; at < count; at += 1) {
    const before = JSON.stringify(await storedSettings(options));
    await options.evaluate((index) => document.querySelectorAll<HTMLElement>('input[type="checkbox"]')[index]?.click(), at);
    const stored = async () => JSON.stringify(await storedSettings(options));
    expect(await until(stored, (now) => now !== before)).not.toBe(before);
  }
}

/** The list is unpacked into the database after the extension is installed. */
function isListWhole({ databases }: Awaited<ReturnType<typeof dumped>>): boolean {
  return databases.some(({ rows }) => rows > 300);
}

/** In a page of the extension: everything that is kept anywhere under its origin, and which of the words are in it. */
async function dumped(words: readonly string[]) {
  interface Area {
    get(keys: null): Promise<Record<string, unknown>>;
  }
  const { chrome, browser } = globalThis as unknown as Record<
    'chrome' | 'browser',
    { storage: Record<string, Area> } | undefined
  >;
  const storage = (browser ?? chrome)?.storage ?? {};
  const everything: string[] = [];
  const areas: Record<string, string[]> = {};
  for (const name of ['sync', 'local', 'session']) {
    const kept = (await storage[name]?.get(null)) ?? {};
    areas[name] = Object.keys(kept).sort();
    everything.push(JSON.stringify(kept));
  }
  function done<T>(request: IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }
  const databases: { name: string; stores: string[]; rows: number; characters: number }[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    const stores = [...database.objectStoreNames].sort();
    let rows = 0;
    let characters = 0;
    for (const store of stores) {
      const objects = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([done(objects.getAllKeys()), done(objects.getAll())]);
      const text = JSON.stringify([keys, values]);
      rows += keys.length;
      characters += text.length;
      everything.push(text);
    }
    database.close();
    everything.push(name);
    databases.push({ name, stores, rows, characters });
  }
  const files: string[] = [];
  try {
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
  } catch {
    // Not there in this browser.
  }
  const others = {
    caches: await caches.keys(),
    localStorage: Object.entries(localStorage).flat(),
    sessionStorage: Object.entries(sessionStorage).flat(),
    cookie: document.cookie,
    files,
  };
  everything.push(JSON.stringify(others));
  const whole = everything.join('\n');
  return { areas, databases, others, found: words.filter((word) => whole.includes(word)) };
}

/** For the closing note. */
function keep(name: string, value: object): void {
  const folder = join(import.meta.dirname, '../../artifacts');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(value, null, 2)}\n`);
}
