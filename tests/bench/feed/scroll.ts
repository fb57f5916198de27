import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectGarbage, metricsOf, standIn, timesWhile } from './chromium.ts';
import { madePosts } from './posts.ts';

export interface ScrollWanted {
  readonly executable: string;
  readonly extension: string;
  readonly site: 'x' | 'facebook';
  readonly throttle: number;
  /** Without us, with us, or with what most peers do in our place. */
  readonly variant: 'none' | 'ours' | 'rescan';
  readonly posts: number;
  /** Whether posts that are scrolled away stay on the page. */
  readonly keeps?: boolean;
}

export interface Scrolled {
  /** µs of the main thread in the content script until posts are read and asked about, and for what is drawn. */
  readonly reading: number;
  readonly drawing: number;
  readonly badges: number;
  /** µs in the baseline's script. */
  readonly baseline: number;
  /** µs of scripting in the page, by anybody. */
  readonly scripting: number;
  readonly longTasks: number;
  /** Bytes that the heap has grown by, from the top away and back. */
  readonly heap: number;
  readonly detached: number;
}

const ADDRESS = { x: 'https://x.com/home', facebook: 'https://www.facebook.com/' };

/** A reader scrolls all posts away and back. */
export async function scrolled(wanted: ScrollWanted): Promise<Scrolled> {
  const { executable, site, throttle, variant, posts, keeps } = wanted;
  const extension = variant === 'ours' ? wanted.extension : null;
  const script = variant === 'rescan' ? RESCAN : undefined;
  const stand = await standIn({
    executable,
    address: ADDRESS[site] + (keeps ? '?keep' : ''),
    extension,
    throttle,
    ...(script ? { script } : {}),
  });
  const { page, session } = stand;
  try {
    await page.evaluate(watchTasks);
    await page.evaluate((made) => (globalThis as unknown as Page).feed.extend(made), madePosts(posts) as never);
    // Once before it counts: everybody's code is warm, and what is kept once is kept.
    await page.evaluate(scroll, 40);
    await page.evaluate(scroll, -1);
    await collectGarbage(session);
    const before = await metricsOf(session);
    await page.evaluate(() => {
      (globalThis as unknown as Page).longTasks = 0;
    });
    const code = extension && readFileSync(join(extension, `src/content/${site}.js`), 'utf8');
    const times = await timesWhile(session, code, () => page.evaluate(scroll, posts));
    const after = await metricsOf(session);
    const longTasks = await page.evaluate(() => (globalThis as unknown as Page).longTasks);
    await page.evaluate(scroll, -1);
    await collectGarbage(session);
    const back = await metricsOf(session);
    return {
      reading: times.reading,
      drawing: times.drawing,
      baseline: times.baseline,
      badges: Math.round((posts * 2) / 14),
      scripting: ((after['ScriptDuration'] ?? 0) - (before['ScriptDuration'] ?? 0)) * 1e6,
      longTasks,
      heap: (back['JSHeapUsedSize'] ?? 0) - (before['JSHeapUsedSize'] ?? 0),
      detached: variant === 'ours' ? await detachedHosts(stand) : 0,
    };
  } finally {
    await stand.close();
  }
}

interface Page {
  readonly feed: { extend(posts: unknown): void };
  longTasks: number;
}

/** In the page: counts tasks of more than 50 ms. */
function watchTasks(): void {
  (globalThis as unknown as Page).longTasks = 0;
  new PerformanceObserver((list) => {
    (globalThis as unknown as Page).longTasks += list.getEntries().length;
  }).observe({ type: 'longtask' });
}

/** In the page: scrolls down past so many posts, half a screen a frame, or with -1 to the top, two screens a frame. */
async function scroll(posts: number): Promise<void> {
  const step = posts < 0 ? -1800 : 450;
  const end = posts < 0 ? 0 : Math.min(document.documentElement.scrollHeight - innerHeight, scrollY + posts * 180);
  for (;;) {
    const before = scrollY;
    scrollBy(0, step);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (scrollY === before || (step > 0 && scrollY >= end)) break;
  }
  await new Promise((resolve) => setTimeout(resolve, 600));
}

/** Elements out of the page that something still holds, of those that have our only mark: a style that says so. */
async function detachedHosts({ session }: Awaited<ReturnType<typeof standIn>>): Promise<number> {
  const { detachedNodes } = await session.send('DOM.getDetachedDomNodes');
  return detachedNodes.filter(({ treeNode }) => treeNode.attributes?.some((text) => text.includes('absolute !important'))).length;
}

/**
 * What most extensions of this kind do: wait a little after a change, then look at the whole page.
 * It reads with `innerText` and looks for a few words, and marks nothing. It waits 50 ms and no longer: were it put off by every
 * change, as many are, it would see nothing while the reader scrolls.
 */
const RESCAN = String.raw`
  addEventListener('DOMContentLoaded', () => {
    let timer;
    const words = /\b(?:lupus|diabetes|cancer|asthma|migraine|diagnosed|symptoms|doctor|vaccine)\b/i;
    new MutationObserver(() => {
      timer ??= setTimeout(rescan, 50);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
    function rescan() {
      timer = undefined;
      for (const post of document.querySelectorAll('article, [aria-posinset]')) words.test(post.innerText);
      words.test(document.body.innerText);
    }
  });
  //# sourceURL=https://baseline.example/rescan.js
`;
