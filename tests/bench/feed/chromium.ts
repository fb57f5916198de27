import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type CDPSession, type Page, type Protocol } from 'puppeteer-core';
import { startProxy } from '../../../src/cli/browsers/proxy.ts';
import { serveSites } from '../../../src/cli/browsers/site-server.ts';

/** A page of one of the sites in a real Chromium, and its profiler. */
export interface Stand {
  readonly page: Page;
  readonly session: CDPSession;
  /** The extension's service worker is stopped, as when it has been idle. */
  stopBackground(): Promise<void>;
  isBackgroundRunning(): boolean;
  close(): Promise<void>;
}

export interface StandWanted {
  readonly executable: string;
  readonly address: string;
  /** The folder of the built extension; `null`: without it. */
  readonly extension: string | null;
  /** How many times slower than this machine. */
  readonly throttle: number;
  /** A script of the page's own that runs before the others. */
  readonly script?: string;
}

const HOSTS = ['x.com', 'www.facebook.com'];
const PAGES = join(import.meta.dirname, '../../e2e/pages');

export async function standIn({ executable, address, extension, throttle, script }: StandWanted): Promise<Stand> {
  const stop = new AbortController();
  const port = await serveSites(HOSTS, pageAt, stop.signal);
  const proxy = await startProxy(HOSTS, port, stop.signal);
  const browser = await puppeteer.launch({
    executablePath: executable,
    headless: true,
    pipe: true,
    acceptInsecureCerts: true,
    enableExtensions: true,
    defaultViewport: { width: 1280, height: 900 },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--ignore-certificate-errors',
      '--js-flags=--expose-gc',
      `--proxy-server=http://127.0.0.1:${proxy.port}`,
      '--proxy-bypass-list=<-loopback>',
    ],
  });
  const id = extension === null ? null : await browser.installExtension(extension);
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  if (script) await page.evaluateOnNewDocument(script);
  await page.goto(address, { waitUntil: 'load' });
  const worker = () => browser.targets().find((target) => target.type() === 'service_worker' && target.url().includes(id ?? ' '));
  await pause(800);
  // The extension greets with a page of its own; a tab behind it draws nothing.
  await page.bringToFront();
  return {
    page,
    session,
    async stopBackground() {
      await (await worker()?.worker())?.close();
      while (worker()) await pause(20);
    },
    isBackgroundRunning: () => worker() !== undefined,
    async close() {
      await browser.close();
      stop.abort();
    },
  };
}

function pageAt({ hostname, pathname }: URL): { body: Buffer; type?: string } | null {
  const file = /^\/app\/([\w-]+\.(js|json))$/.exec(pathname);
  if (file?.[1])
    return { body: readFileSync(join(PAGES, file[1])), type: file[2] === 'js' ? 'text/javascript' : 'application/json' };
  return pathname.includes('.') ? null : { body: readFileSync(join(PAGES, hostname === 'x.com' ? 'x.html' : 'facebook.html')) };
}

/** Main-thread time in µs by who spent it, while something runs: calls into the DOM count for who made them. */
export async function timesWhile(session: CDPSession, code: string | null, run: () => Promise<void>): Promise<Times> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLE });
  await session.send('Profiler.start');
  await run();
  const { profile } = await session.send('Profiler.stop');
  return timesIn(profile, code === null ? new Set() : placesOfDrawing(code));
}

/** µs between two samples. What takes much longer was waiting for a processor that others had. */
const SAMPLE = 100;
const LONGEST_SAMPLE = 4 * SAMPLE;

export interface Times {
  /** In the content script, where a badge is drawn or placed, and everywhere else. */
  readonly drawing: number;
  readonly reading: number;
  /** In the baseline's script. */
  readonly baseline: number;
}

function timesIn({ nodes, samples = [], timeDeltas = [] }: Protocol.Profiler.Profile, places: ReadonlySet<string>): Times {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const times = { drawing: 0, reading: 0, baseline: 0 };
  for (const [at, id] of samples.entries()) {
    const spent = Math.min(timeDeltas[at + 1] ?? 0, LONGEST_SAMPLE);
    const { url } = (byId.get(id) as Protocol.Profiler.ProfileNode).callFrame;
    if (url.startsWith('chrome-extension:')) times[isDrawing(id) ? 'drawing' : 'reading'] += spent;
    else if (url.includes('baseline.example')) times.baseline += spent;
  }
  return times;

  function isDrawing(id: number): boolean {
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const { lineNumber, columnNumber, url } = (byId.get(at) as Protocol.Profiler.ProfileNode).callFrame;
      if (url.startsWith('chrome-extension:') && places.has(`${lineNumber}:${columnNumber}`)) return true;
    }
    return false;
  }
}

/** Where in the content script the functions begin that draw and place badges. A built script has no names left, but for keys. */
function placesOfDrawing(code: string): ReadonlySet<string> {
  const returned = /\bshow:(\w+),remove:?/.exec(code);
  const show = returned === null ? -1 : code.lastIndexOf(`function ${returned[1]}(`, returned.index);
  const placed = code.indexOf('new ResizeObserver(');
  if (show < 0 || placed < 0)
    throw new Error('The functions that draw badges were not found in the built script: mend placesOfDrawing.');
  return new Set([code.indexOf('(', show), placed + 'new ResizeObserver('.length].map((at) => placeOf(at, code)));
}

function placeOf(at: number, code: string): string {
  const before = code.slice(0, at).split('\n');
  return `${before.length - 1}:${before.at(-1)?.length}`;
}

/** Scripting time of the whole page, and its heap and nodes after a collection. */
export async function metricsOf(session: CDPSession): Promise<Readonly<Record<string, number>>> {
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

export async function collectGarbage(session: CDPSession): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await session.send('HeapProfiler.collectGarbage');
    await pause(200);
  }
}
