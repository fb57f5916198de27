import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BROWSER_NAMES, startBrowser } from '../../../src/cli/browsers/browser.ts';
import { findBrowser } from '../../../src/cli/browsers/find-browser.ts';
import { standIn } from './chromium.ts';
import { medianOf } from './numbers.ts';
import { experience } from './posts.ts';

interface Wanted {
  readonly executable: string;
  readonly extension: string;
}

const X = 'https://x.com/home';

/** How soon a badge is there after its post: % in the first two frames, and ms with a background that sleeps. */
export async function framesToBadge({ executable, extension, insertions }: Wanted & { readonly insertions: number }): Promise<{
  readonly soon: number;
  readonly asleep: number;
  readonly inStorm: number;
}> {
  const stand = await standIn({ executable, extension, address: X, throttle: 1 });
  try {
    const frames: number[] = [];
    for (let number = 0; number < insertions; number += 1) {
      frames.push((await stand.page.evaluate(inserted, experience(number) as never)).frames);
    }
    const asleep: number[] = [];
    for (let number = 0; number < 7; number += 1) {
      await stand.stopBackground();
      await pause(300);
      asleep.push((await stand.page.evaluate(inserted, experience(1000 + number) as never)).milliseconds);
    }
    await stand.page.evaluate(storm);
    const inStorm: number[] = [];
    for (let number = 0; number < 15; number += 1) {
      inStorm.push((await stand.page.evaluate(inserted, experience(2000 + number) as never)).milliseconds);
    }
    return {
      inStorm: medianOf(inStorm),
      soon: (100 * frames.filter((count) => count <= 2).length) / insertions,
      asleep: medianOf(asleep),
    };
  } finally {
    await stand.close();
  }
}

/** In the page: puts a post on top and waits until it has a badge that can be seen. A page can see that an element came, no more. */
async function inserted(post: unknown): Promise<{ frames: number; milliseconds: number }> {
  const { feed } = globalThis as unknown as { feed: { prepend(post: unknown): void } };
  await new Promise((resolve) => setTimeout(resolve, 30));
  const known = new Set(document.querySelectorAll('article'));
  const start = performance.now();
  feed.prepend(post);
  const article = [...document.querySelectorAll('article')].find((one) => !known.has(one)) as HTMLElement;
  for (let frames = 0; ; frames += 1) {
    // What is there when a frame begins was painted in the one before.
    const host = article.querySelector<HTMLElement>('div[style*="absolute"]');
    if (host && host.style.opacity !== '0' && frames > 0) return { frames: frames - 1, milliseconds: performance.now() - start };
    if (frames > 600) return { frames, milliseconds: Number.POSITIVE_INFINITY };
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** In the page: twenty elements that change ten times a millisecond, as counters that never rest. */
function storm(): void {
  const cells = [...document.querySelectorAll('#list [role="group"]')].slice(0, 20);
  setInterval(() => {
    for (const cell of cells) {
      for (let time = 0; time < 10; time += 1) {
        const span = document.createElement('i');
        cell.append(span);
        span.remove();
      }
    }
  }, 1);
}

/** ms of the main thread for running the content script, all that follows in the same turn of it. */
export async function started({ executable, extension }: Wanted): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const stand = await standIn({ executable, extension, address: X, throttle: 1 });
    for (let load = 0; load < 3; load += 1) {
      const events: {
        readonly name: string;
        readonly dur?: number;
        readonly args?: { readonly data?: { readonly url?: string } };
      }[] = [];
      stand.session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as typeof events)));
      const done = new Promise((resolve) => stand.session.once('Tracing.tracingComplete', resolve));
      await stand.session.send('Tracing.start', { traceConfig: { includedCategories: ['devtools.timeline', 'v8'] } });
      await stand.page.reload({ waitUntil: 'load' });
      await pause(500);
      await stand.session.send('Tracing.end');
      await done;
      const own = events.filter(
        ({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.startsWith('chrome-extension:'),
      );
      times.push(own.reduce((sum, { dur = 0 }) => sum + dur, 0) / 1000);
      stand.session.removeAllListeners('Tracing.dataCollected');
    }
    await stand.close();
  }
  return medianOf(times);
}

/** For each browser: ms from the first question to a background that was stopped until its answer is there. */
export async function wakes(): Promise<readonly (readonly [browser: string, milliseconds: number])[]> {
  const found: (readonly [string, number])[] = [];
  for (const name of BROWSER_NAMES) {
    const executable = findBrowser(name);
    if (executable === null) continue;
    const folder = join(import.meta.dirname, '../../../dist', name === 'chromium' ? 'chrome' : 'firefox');
    const browser = await startBrowser(name, { executable, extension: folder, headless: true, proxy: null });
    const tab = await browser.openExtensionPage('src/options/index.html');
    await pause(2000);
    const times: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      await browser.stopBackground();
      await pause(200);
      times.push(await tab.evaluate(answered));
    }
    found.push([browser.version, medianOf(times)]);
    await browser.close();
  }
  return found;
}

/** In a page of the extension: how long the background takes to assess a post. */
function answered(): Promise<number> {
  const { runtime } = (globalThis as unknown as { chrome: { runtime: { connect(info: object): Port } } }).chrome;
  const text = 'I was diagnosed with lupus two years ago and my joints still hurt every morning.';
  const post = {
    id: 'x:1',
    site: 'x',
    kind: 'post',
    text,
    links: [],
    language: 'en',
    promoted: false,
    truncated: false,
    author: null,
  };
  const choices = { strictness: 'careful', ownSources: [], mutedSources: [] };
  const start = performance.now();
  return new Promise((resolve) => {
    const port = runtime.connect({ name: 'posts' });
    port.onMessage.addListener(() => resolve(performance.now() - start));
    port.postMessage({ id: 1, name: 'assess', payload: { posts: [post], choices } });
  });
}

interface Port {
  readonly onMessage: { addListener(listener: () => void): void };
  postMessage(message: unknown): void;
}

/** What an open tab costs where nothing happens: how often our script runs in a minute, and whether the background may sleep. */
export async function idle({ executable, extension }: Wanted): Promise<{ readonly wakeUps: number; readonly sleeps: boolean }> {
  const stand = await standIn({ executable, extension, address: X, throttle: 1 });
  try {
    const { session } = stand;
    // That the background goes to sleep is the last news that an idle page gets.
    for (let waited = 0; stand.isBackgroundRunning() && waited < 60; waited += 1) await pause(1000);
    await pause(1000);
    await session.send('Profiler.enable');
    await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    await session.send('Profiler.takePreciseCoverage');
    await pause(60_000);
    const { result } = await session.send('Profiler.takePreciseCoverage');
    const ours = result.filter(({ url }) => url.startsWith('chrome-extension:'));
    const calls = ours.flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)));
    return { wakeUps: calls.reduce((sum, count) => sum + count, 0), sleeps: !stand.isBackgroundRunning() };
  } finally {
    await stand.close();
  }
}
