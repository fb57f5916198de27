import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Assessment } from '../core/assessment.ts';
import type { Post } from '../core/post.ts';
import { type Browser, startBrowser } from './browsers/browser.ts';
import { browserFor } from './browsers/install-browser.ts';
import { startProxy } from './browsers/proxy.ts';
import { NOTHING_RUNS, type Served, serveSites } from './browsers/site-server.ts';
import { buildExtension } from './build-extension.ts';
import { differencesOn, probe, readPage } from './look-at-page.ts';
import { addressOf, HOSTS } from './saved-page.ts';
import { shippedEngine } from './shipped-engine.ts';

// `npm run pages -- DIR`: every saved page of a folder, at its true address, in real Chromium with the built extension in it.
// Prints what the adapters read and what the engine makes of it, and compares that with the badges on the page.

const USAGE = 'npm run pages -- DIR [--json]';

try {
  await pages();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

interface PageReport {
  readonly file: string;
  readonly address: string;
  /** Whether the page is one that is read at all. */
  readonly reads: boolean;
  readonly posts: readonly PostReport[];
  /** Where the page shows other marks than the engine asks for. */
  readonly differences: readonly string[];
}

type PostReport = Post & Pick<Assessment, 'health' | 'labels'>;

async function pages(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } });
  const [folder] = positionals;
  if (folder === undefined) throw new Error(`Which folder? ${USAGE}`);
  const files = readdirSync(folder).filter((file) => file.endsWith('.html'));
  if (files.length === 0) throw new Error(`There is no .html file in ${folder}.`);

  const reports = await reportsOn(folder, files);
  if (values.json) console.log(JSON.stringify(reports, null, 2));
  else console.log([...reports.map(readable), summaryOf(reports)].join('\n\n'));
  if (reports.some(({ differences }) => differences.length > 0)) process.exitCode = 1;
}

async function reportsOn(folder: string, files: readonly string[]): Promise<readonly PageReport[]> {
  const assess = shippedEngine();
  const stop = new AbortController();
  let shown: { readonly address: string; readonly page: Served } | null = null;
  let browser: Browser | null = null;
  try {
    // One page at a time: two saved pages may be from the same address.
    const port = await serveSites(HOSTS, (address) => (address.href === shown?.address ? shown.page : null), stop.signal);
    const proxy = await startProxy(HOSTS, port, stop.signal);
    const executable = browserFor('chromium');
    browser = await startBrowser('chromium', { executable, extension: buildExtension('chrome'), headless: true, proxy });
    const code = await probe();
    const reports: PageReport[] = [];
    for (const file of files) {
      const html = readFileSync(join(folder, file), 'utf8');
      const address = addressOf(file, html);
      shown = { address, page: { body: html, policy: NOTHING_RUNS } };
      const tab = await browser.open(address);
      const { reads, posts } = await readPage(tab, code);
      const assessed = posts.map((post) => ({ ...post, ...pick(assess(post)) }));
      const differences = await differencesOn(tab, reads ? assessed : []);
      reports.push({ file, address, reads, posts: assessed, differences });
      await tab.close();
    }
    return reports;
  } finally {
    await browser?.close();
    stop.abort();
  }
}

function pick({ health, labels }: Assessment): Pick<Assessment, 'health' | 'labels'> {
  return { health, labels };
}

function readable({ file, address, reads, posts, differences }: PageReport): string {
  const heading = `${file}\n${address}${reads ? '' : '   (a page that is left alone)'}`;
  const found = posts.map((post, index) => `\n${String(index + 1).padStart(4)}. ${describe(post)}`);
  const wrong = differences.map((difference) => `\n  !! ${difference}`);
  return [heading, ...(found.length > 0 ? found : ['\n      no posts']), ...wrong].join('');
}

function describe(post: PostReport): string {
  const facts = [
    post.kind,
    post.language ?? 'language not told',
    ...(post.promoted ? ['promoted'] : []),
    ...(post.truncated ? ['only its beginning'] : []),
    ...(post.author ? [`by ${post.author}`] : []),
    `id ${post.id}`,
  ];
  const labels = post.labels.length > 0 ? post.labels.join(', ') : post.health ? 'health, no label' : 'no label';
  const text = post.text.replace(/\s+/g, ' ');
  const lines = [
    `[${labels}] ${facts.join(' · ')}`,
    text === '' ? '(no text)' : text,
    ...post.links.map(({ href, place }) => `→ ${href} (${place})`),
  ];
  return lines.join('\n      ');
}

function summaryOf(reports: readonly PageReport[]): string {
  const posts = reports.flatMap((report) => report.posts);
  const labels = posts.flatMap((post) => post.labels);
  const counts = [...new Set(labels)].map((label) => `${labels.filter((each) => each === label).length} ${label}`);
  const differences = reports.reduce((sum, report) => sum + report.differences.length, 0);
  return [
    `${reports.length} pages, ${posts.length} posts (${posts.filter(({ kind }) => kind === 'comment').length} comments, ` +
      `${posts.filter(({ kind }) => kind === 'quoted').length} quoted). Labels: ${counts.join(', ') || 'none'}.`,
    differences === 0
      ? 'Every badge on the pages is one that the engine asks for, and none is missing.'
      : `${differences} differences, marked !! above.`,
  ].join('\n');
}
