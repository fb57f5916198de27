import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import {
  BROWSER_NAMES,
  type Browser,
  type BrowserName,
  type Launch,
  startBrowser,
  type Tab,
} from '../../src/cli/browsers/browser.ts';
import { findBrowser } from '../../src/cli/browsers/find-browser.ts';
import { startProxy } from '../../src/cli/browsers/proxy.ts';
import { type Served, serveSites } from '../../src/cli/browsers/site-server.ts';
import { labelOfBadge } from '../../src/cli/label-of-badge.ts';
import type { Label } from '../../src/core/assessment.ts';
import type { Messages } from '../ui/english.ts';

export { until } from '../../src/cli/browsers/until.ts';

/** A browser with the built extension in it, and the two sites as we serve them. */
export interface Stage {
  readonly browser: Browser;
  /** Hosts that were asked for and are none of the browser's own. */
  hosts(): readonly string[];
  /** Every path that the two sites were asked for. */
  paths(): readonly string[];
}

export const X = 'https://x.com/home';
export const FACEBOOK = 'https://www.facebook.com/';

const HOSTS = ['x.com', 'www.facebook.com'];
const FIRST_PAGE = 'src/welcome/index.html';
const PAGES = join(import.meta.dirname, 'pages');
const ARTIFACTS = join(import.meta.dirname, '../../artifacts');

/** Declares the same tests once for every browser that is there. The extension speaks English, or has `texts` in its place. */
export function inEachBrowser(title: string, declare: (stage: Stage, name: BrowserName) => void, texts?: Messages): void {
  describe.each(browserNames())(`${title} in %s`, (name) => {
    const stop = new AbortController();
    let running: Awaited<ReturnType<typeof start>>;
    beforeAll(async () => {
      const folder = texts
        ? changedBuild(name, (copy) => writeFileSync(join(copy, '_locales/en/messages.json'), JSON.stringify(texts)), stop.signal)
        : buildFor(name);
      running = await start(name, { folder }, stop.signal);
    });
    afterAll(async () => {
      await running?.browser.close();
      stop.abort();
    });
    const stage: Stage = {
      get browser() {
        return running.browser;
      },
      hosts: () => running.hosts(),
      paths: () => running.paths(),
    };
    declare(stage, name);
  });
}

/** The same browser without the extension, to compare with. */
export function withoutExtension<T>(name: BrowserName, run: (browser: Browser) => Promise<T>): Promise<T> {
  return withBrowser(name, () => ({ folder: null }), run);
}

/** A browser of its own, with a copy of the build to which something was done. */
export function withChangedBuild<T>(
  name: BrowserName,
  change: (folder: string) => void,
  run: (browser: Browser) => Promise<T>,
): Promise<T> {
  return withBrowser(name, (signal) => ({ folder: changedBuild(name, change, signal) }), run);
}

/** A browser of its own, with a profile of its own. */
export function withOtherProfile<T>(
  name: BrowserName,
  how: Pick<Launch, 'neverRemembers'>,
  run: (browser: Browser) => Promise<T>,
): Promise<T> {
  return withBrowser(name, () => ({ folder: buildFor(name), ...how }), run);
}

async function withBrowser<T>(
  name: BrowserName,
  wanted: (signal: AbortSignal) => Wanted,
  run: (browser: Browser) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const { browser } = await start(name, wanted(stop.signal), stop.signal);
  try {
    return await run(browser);
  } finally {
    await browser.close();
    stop.abort();
  }
}

/** A copy of a build to which something was done, there until the signal. */
function changedBuild(name: BrowserName, change: (folder: string) => void, signal: AbortSignal): string {
  const copy = mkdtempSync(join(tmpdir(), 'lived-and-cited-'));
  cpSync(buildFor(name), copy, { recursive: true });
  signal.addEventListener('abort', () => rmSync(copy, { recursive: true, force: true }));
  change(copy);
  return copy;
}

function buildFor(name: BrowserName): string {
  return join(import.meta.dirname, '../../dist', name === 'chromium' ? 'chrome' : 'firefox');
}

function browserNames(): readonly BrowserName[] {
  const told = process.env['BROWSERS']?.split(',');
  return BROWSER_NAMES.filter((name) => (told ? told.includes(name) : findBrowser(name) !== null));
}

interface Wanted extends Pick<Launch, 'neverRemembers'> {
  /** Of the build; `null` for the browser without the extension. */
  readonly folder: string | null;
}

async function start(name: BrowserName, { folder, ...how }: Wanted, signal: AbortSignal): Promise<Stage> {
  const executable = findBrowser(name);
  if (executable === null) throw new Error(`${name} is not installed; \`npm test\` says how to get it.`);
  const paths: string[] = [];
  const answer = (address: URL) => {
    paths.push(address.pathname);
    return pageAt(address);
  };
  const proxy = await startProxy(HOSTS, await serveSites(HOSTS, answer, signal), signal);
  const browser = await startBrowser(name, { executable, extension: folder, headless: true, proxy, ...how });
  // It comes up in front of whatever is open then, and what a test has opened would be hidden. Where all windows are private it
  // was installed before it was let into them.
  if (folder !== null && !how.neverRemembers) await browser.openedExtensionPage(FIRST_PAGE);
  return { browser, hosts: () => proxy.hosts().filter((host) => !BROWSERS_OWN.has(host)), paths: () => paths };
}

/** What the browsers ask for on their own, seen without any extension: updates, accounts, lists. */
const BROWSERS_OWN: ReadonlySet<string> = new Set([
  'accounts.google.com',
  'clients2.google.com',
  'update.googleapis.com',
  'firefox.settings.services.mozilla.com',
]);

function pageAt({ hostname, pathname, searchParams }: URL): Served | null {
  const script = /^\/app\/([\w-]+\.(js|json))$/.exec(pathname);
  if (script?.[1]) {
    return { body: readFileSync(join(PAGES, script[1])), type: script[2] === 'js' ? 'text/javascript' : 'application/json' };
  }
  // Whatever the address, the app draws its feed: so a page that is left alone is so for its address.
  if (pathname.includes('.')) return null;
  const page = readFileSync(join(PAGES, hostname === 'x.com' ? 'x.html' : 'facebook.html'), 'utf8');
  // A site that spies would not forbid itself anything.
  return searchParams.has('spy')
    ? { body: page.replace('<head>', '<head><script src="/app/spy.js"></script>'), policy: ANYTHING_GOES }
    : { body: page };
}

const ANYTHING_GOES = "default-src * data: blob: 'unsafe-inline' 'unsafe-eval' chrome-extension: moz-extension:";

/** A badge as assistive technology is told of it. */
export interface SeenBadge {
  readonly label: Label;
  readonly name: string;
  readonly root: number;
  /** Where it can be clicked. */
  readonly x: number;
  readonly y: number;
}

/** The badges on the page. Order: as the posts stand in the document. */
export async function badgesOn(tab: Tab): Promise<readonly SeenBadge[]> {
  return (await tab.closedButtons()).flatMap(({ name, root, box }) => {
    const label = labelOfBadge(name);
    return label ? [{ label, name, root, x: box.x + box.width / 2, y: box.y + box.height / 2 }] : [];
  });
}

/**
 * What is read in the first element that the selector finds in each closed root, a line for each block; empty where there is none.
 * Our texts are painted there from an attribute, so `innerText` knows of none; what is not drawn is not read.
 */
export function textsIn(tab: Tab, selector: string): Promise<readonly string[]> {
  return tab.inClosedRoots((root, wanted) => {
    function read(node: Node): string {
      if (node instanceof Text) return node.data;
      if (!(node instanceof HTMLElement) || getComputedStyle(node).display === 'none') return '';
      const text = (node.dataset['said'] ?? '') + [...node.childNodes].map(read).join('');
      return getComputedStyle(node).display.startsWith('inline') ? text : `${text.trim()}\n`;
    }
    const element = root.querySelector(wanted);
    return element ? read(element).trim() : '';
  }, selector);
}

export async function picture(tab: Tab, name: string): Promise<void> {
  mkdirSync(ARTIFACTS, { recursive: true });
  await tab.screenshot(join(ARTIFACTS, `${name}.png`));
}
