import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build, type Rolldown } from 'vite';
import type { Label } from '../core/assessment.ts';
import type { Tab } from './browsers/browser.ts';
import { labelOfBadge } from './label-of-badge.ts';
import type * as Probe from './pages-probe.ts';

declare const lookingAtPage: typeof Probe;

/** The text of pages-probe.ts as one script. */
export async function probe(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'pages-probe.ts'), formats: ['iife'], name: 'lookingAtPage' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built as Rolldown.RolldownOutput];
  const [chunk] = output?.output ?? [];
  if (!chunk) throw new Error('Vite built nothing from src/cli/pages-probe.ts.');
  return chunk.code;
}

/** Reads the page by the adapters' code, out of the page's sight. The probe stays there for `differencesOn`. */
export async function readPage(tab: Tab, probeCode: string): Promise<Probe.Reading> {
  await tab.runHidden(`(() => { ${probeCode}; globalThis.lookingAtPage = lookingAtPage; })()`);
  return tab.runHidden('lookingAtPage.reading()');
}

/** Milliseconds that the extension may take until all its badges are there. */
const PATIENCE = 5000;
/** And that what should not be there has to come up. */
const AFTERWARDS = 400;

/** Where the page shows other badges than the posts' labels, in sentences; posts are counted as `readPage` does. */
export async function differencesOn(
  tab: Tab,
  posts: readonly { readonly labels: readonly Label[] }[],
): Promise<readonly string[]> {
  const end = Date.now() + PATIENCE;
  let differences = await differencesNow(tab, posts);
  while (differences.length > 0 && Date.now() < end) {
    await pause(100);
    differences = await differencesNow(tab, posts);
  }
  await pause(AFTERWARDS);
  return differencesNow(tab, posts);
}

async function differencesNow(tab: Tab, posts: readonly { readonly labels: readonly Label[] }[]): Promise<readonly string[]> {
  const owners = await tab.inClosedRoots((root) => lookingAtPage.postAt(root.host));
  const badges = (await tab.closedButtons()).flatMap(({ root, name }) => {
    const label = labelOfBadge(name);
    return label ? [{ label, post: owners[root] ?? -1 }] : [];
  });
  const strays = badges.filter(({ post }) => post < 0).map(({ label }) => `A badge ${label} stands in no post.`);
  const wrong = posts.flatMap(({ labels }, index) => {
    const shown = badges.filter(({ post }) => post === index).map(({ label }) => label);
    if (shown.join() === labels.join()) return [];
    return [`Post ${index + 1} shows ${shown.join(', ') || 'no badge'}; the engine asks for ${labels.join(', ') || 'none'}.`];
  });
  return [...strays, ...wrong];
}
