import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findBrowser } from '../../src/cli/browsers/find-browser.ts';
import { framesToBadge, idle, started, wakes } from './feed/moments.ts';
import { medianOf } from './feed/numbers.ts';
import { scrolled } from './feed/scroll.ts';

// What the extension costs in the feed, in a real Chromium, beside a page without it and beside what most of its kind do.
// `npm run build` first. POSTS, ROUNDS and THROTTLES (1,4) make it shorter, PARTS (scroll,rescan,badge,start,wake,idle) too.

const POSTS = Number(process.env['POSTS'] ?? 2000);
const ROUNDS = Number(process.env['ROUNDS'] ?? 3);
const THROTTLES = (process.env['THROTTLES'] ?? '1,4').split(',').map(Number);

const PARTS = process.env['PARTS']?.split(',');

const executable = findBrowser('chromium');
const extension = join(import.meta.dirname, '../../dist/chrome');
const scripts = ['x', 'facebook', 'panel-script'].map((name) => join(extension, `src/content/${name}.js`));
if (executable === null || !scripts.every((script) => existsSync(script)))
  throw new Error('This needs Chromium, and `npm run build` before it.');

for (const script of scripts)
  console.log(
    `${basename(script)}: ${(statSync(script).size / 1000).toFixed(1)} kB (target 60 in a page; the panel's is brought when one is opened)`,
  );

for (const site of wants('scroll') ? (['x', 'facebook'] as const) : []) {
  for (const throttle of THROTTLES) {
    console.log(`\n${site}, ${POSTS} posts, ${throttle} × slower, medians of ${ROUNDS}`);
    const runs = { none: [], ours: [] } as Record<'none' | 'ours', Awaited<ReturnType<typeof scrolled>>[]>;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const variant of ['none', 'ours'] as const) {
        runs[variant].push(await scrolled({ executable, extension, site, throttle, variant, posts: POSTS }));
      }
    }
    const { none, ours } = runs;
    const of = (some: typeof none, what: (run: (typeof none)[number]) => number) => medianOf(some.map(what));
    const perPost = of(ours, ({ reading }) => reading / POSTS);
    const page = of(none, ({ scripting }) => scripting);
    console.log(`  scripting of the page alone: ${(page / POSTS).toFixed(0)} µs a post (the sites' own: about 745)`);
    tell('observe, read and gate, µs a post', perPost, 25);
    tell(
      'badge and all that is drawn, µs a post with one',
      of(ours, ({ drawing, badges }) => drawing / badges),
      600,
    );
    tell('scripting over a page without it, %', (100 * (of(ours, ({ scripting }) => scripting) - page)) / page, 3);
    tell('long tasks more than without it', of(ours, ({ longTasks }) => longTasks) - of(none, ({ longTasks }) => longTasks), 0);
    const grown = of(ours, ({ heap }) => heap) - of(none, ({ heap }) => heap);
    tell('heap grown, away and back, over a page without it, kB', grown / 1000, 1000);
    tell(
      'detached hosts',
      of(ours, ({ detached }) => detached),
      0,
    );
  }
}

for (const keeps of wants('rescan') ? [false, true] : []) {
  const posts = Math.ceil(POSTS / (keeps ? 4 : 1));
  console.log(
    `\nx, ${posts} posts that ${keeps ? 'stay on the page' : 'go when they are scrolled away'}, a rescan of it after each 50 ms`,
  );
  const base = { executable, extension, site: 'x', throttle: 1, posts, keeps } as const;
  const ours = await scrolled({ ...base, variant: 'ours' });
  const rescan = await scrolled({ ...base, variant: 'rescan' });
  console.log(`  the rescan: ${(rescan.baseline / posts).toFixed(0)} µs a post`);
  tell('observe, read and gate, µs a post', ours.reading / posts, 25);
  tell('the rescan takes so many times as long', rescan.baseline / ours.reading, 20, 'least');
}

console.log('\nmoments');
if (wants('badge')) {
  const frames = await framesToBadge({ executable, extension, insertions: 60 });
  tell('badges in the first or second frame after the insertion, %', frames.soon, 95, 'least');
  tell('insertion → badge with a sleeping background, ms', frames.asleep, 80);
  tell('insertion → badge in a storm of mutations, ms', frames.inStorm, 100);
}
if (wants('start')) tell('running the script and its start, ms', await started({ executable, extension }), 5);
if (wants('wake')) {
  for (const [browser, milliseconds] of await wakes())
    tell(`background asleep → first answer in ${browser}, ms`, milliseconds, 60);
}
if (wants('idle')) {
  const rest = await idle({ executable, extension });
  tell('wake-ups of an idle tab in a minute', rest.wakeUps, 0);
  console.log(`the background has gone to sleep beside an open tab: ${rest.sleeps ? 'yes' : 'NO'}`);
}

function wants(part: string): boolean {
  return PARTS?.includes(part) ?? true;
}

function tell(what: string, value: number, target: number, is: 'most' | 'least' = 'most'): void {
  const isMet = is === 'most' ? value <= target : value >= target;
  console.log(`${isMet ? '  ' : '× '}${what.padEnd(62)}${value.toFixed(value < 100 ? 1 : 0).padStart(9)}   ${is} ${target}`);
}
