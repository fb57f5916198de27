import { join } from 'node:path';
import { BROWSER_NAMES, startBrowser } from '../../src/cli/browsers/browser.ts';
import { findBrowser } from '../../src/cli/browsers/find-browser.ts';

// How long does it take until the list's records are whole in IndexedDB, from an empty database and a stopped background?
// Measured in both real browsers, from a page of the extension: `npm run build` first.

const ROUNDS = 5;

for (const name of BROWSER_NAMES) {
  const executable = findBrowser(name);
  if (executable === null) {
    console.log(`${name} is not installed.`);
    continue;
  }
  const extension = join(import.meta.dirname, '../../dist', name === 'chromium' ? 'chrome' : 'firefox');
  const browser = await startBrowser(name, { executable, extension, headless: true, proxy: null });
  const tab = await browser.openExtensionPage('src/options/index.html');
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await browser.stopBackground();
    times.push(await tab.evaluate(unpacked));
  }
  times.sort((one, other) => one - other);
  console.log(
    `${browser.version}: whole after ${times[ROUNDS >> 1]?.toFixed(0)} ms at the median of ${ROUNDS} (${times[0]?.toFixed(0)} to ${times.at(-1)?.toFixed(0)})`,
  );
  await browser.close();
}

/** In the page: forgets the database, asks the background for a record, and waits until it says that it is whole. */
async function unpacked(): Promise<number> {
  function settled<T>(request: IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }
  const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } })
    .chrome;
  await settled(indexedDB.deleteDatabase('list'));
  const start = performance.now();
  void runtime.sendMessage({ name: 'records', payload: { sources: ['orphanet'], entries: [] } });
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 4));
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === 'list')) continue;
    const database = await settled(indexedDB.open('list'));
    const isReady = database.objectStoreNames.contains('progress');
    const progress = isReady ? await settled(database.transaction('progress').objectStore('progress').get('list')) : undefined;
    database.close();
    if (progress?.whole) return performance.now() - start;
    if (performance.now() - start > 30_000) return Number.NaN;
  }
}
