import { expect, test } from 'vitest';
import type { Tab } from '../../src/cli/browsers/browser.ts';
import { badgeOf } from './panels.ts';
import { marked, X_MARKS } from './posts.ts';
import { badgesOn, inEachBrowser, textsIn, until, X } from './stage.ts';

inEachBrowser('the background', (stage) => {
  test('is woken by a new post after the browser has stopped it', async () => {
    const tab = await stage.browser.open(X);
    await marked(tab, X_MARKS);
    await stage.browser.stopBackground();
    expect(await isRunning(false)).toBe(false);
    await tab.evaluate(() =>
      feed.prepend({ id: '3001', name: 'New', handle: 'new_three', text: ['I was diagnosed with epilepsy last year.'] }),
    );
    const badges = await until(
      () => badgesOn(tab),
      ({ length }) => length > Object.keys(X_MARKS).length,
    );
    expect(badges).toHaveLength(Object.keys(X_MARKS).length + 1);
    expect(await isRunning(true)).toBe(true);
    await tab.close();
  });

  test('is woken by a panel that needs the list', async () => {
    const tab = await stage.browser.open(X);
    await marked(tab, X_MARKS);
    await stage.browser.stopBackground();
    expect(await panelOfCitation(tab)).toContain('Medical reference work');
    await tab.close();
  });

  test.each([
    ['blocked by another page of the extension', 'block'],
    ['made by a version that we do not know', 'make newer'],
    ['damaged in every row', 'damage'],
    ['emptied', 'empty'],
  ] as const)('a database that is %s costs the reader nothing', async (_, harm) => {
    // A picture of the extension: of its origin, so it reaches the database, and it does not wake the background.
    const picture = await stage.browser.openExtensionPage('icons/128.png');
    const before = await stage.browser.open(X);
    await marked(before, X_MARKS);
    await panelOfCitation(before);
    const rows = await until(
      () => picture.evaluate(inDatabase, 'count'),
      (count) => count > 300,
    );
    // 17,000 entries and 3,000 sources, 64 in a row.
    expect(rows).toBeGreaterThan(300);
    await before.close();
    await stage.browser.stopBackground();
    await picture.evaluate(inDatabase, harm);

    const tab = await stage.browser.open(X);
    expect(await marked(tab, X_MARKS)).toEqual(X_MARKS);
    expect(await panelOfCitation(tab)).toContain('Medical reference work');
    await tab.close();
    await stage.browser.stopBackground();
    await picture.evaluate(inDatabase, 'delete');
    await picture.close();
  });

  function isRunning(wanted: boolean): Promise<boolean> {
    return until(
      () => stage.browser.isBackgroundRunning(),
      (is) => is === wanted,
    );
  }
});

/** Opens the panel of the post that cites the NHS, and returns its text when the record behind it is there. */
async function panelOfCitation(tab: Tab): Promise<string> {
  const badge = await badgeOf(tab, 'medical-source');
  await tab.click(badge.x, badge.y);
  const texts = await until(
    () => textsIn(tab, '[role="dialog"]'),
    (now) => now.some((text) => text.includes('Medical reference work')),
  );
  return texts.join('');
}

/**
 * Does harm to the extension's database, from a page of the extension. Returns how many rows were in it;
 * 0 as long as it is not whole.
 */
async function inDatabase(what: 'count' | 'block' | 'make newer' | 'damage' | 'empty' | 'delete'): Promise<number> {
  const kept = globalThis as { letGo?: () => void };
  kept.letGo?.();
  const [found] = await indexedDB.databases();
  if (!found?.name) return 0;

  function done<T>(request: IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }

  const name = found.name;
  if (what === 'delete') {
    await done(indexedDB.deleteDatabase(name));
    return 0;
  }
  if (what === 'block') {
    const request = indexedDB.open(name, (found.version ?? 0) + 1);
    await new Promise((resolve) => {
      request.onupgradeneeded = resolve;
    });
    const { transaction } = request;
    // A transaction lives as long as something is asked of it; until then nobody else comes in.
    const ask = () => {
      const asked = transaction?.objectStore('progress').count();
      if (asked) asked.onsuccess = ask;
    };
    ask();
    kept.letGo = () => transaction?.abort();
    return 1;
  }
  const database = await done(indexedDB.open(name, what === 'make newer' ? 1000 : undefined));
  const stores = [...database.objectStoreNames];
  const rows = stores.filter((store) => store !== 'progress');
  const transaction = database.transaction(stores, 'readwrite');
  const progress = await done<{ whole: boolean } | undefined>(transaction.objectStore('progress').get('list'));
  let count = 0;
  for (const store of rows) {
    const keys = await done(transaction.objectStore(store).getAllKeys());
    if (progress?.whole) count += keys.length;
    if (what === 'empty') transaction.objectStore(store).clear();
    if (what === 'damage')
      for (const id of keys) transaction.objectStore(store).put([{ id, name: 7, pages: 'lost', evidence: null }], id);
  }
  database.close();
  return count;
}
