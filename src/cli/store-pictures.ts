import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Label } from '../core/assessment.ts';
import type { Browser, Tab } from './browsers/browser.ts';
import { until } from './browsers/until.ts';
import { labelOfBadge } from './label-of-badge.ts';
import { ROOT } from './source-files.ts';

/** The size that both stores show well: the Chrome Web Store takes 1280 × 800 or 640 × 400, addons.mozilla.org any of 1.6 to 1. */
export const PICTURE = { width: 1280, height: 800 } as const;
/** The small tile of the Chrome Web Store. */
export const TILE = { width: 440, height: 280 } as const;

/** Milliseconds that a page may take. */
const PATIENCE = 30_000;

/** Takes them all and returns their names. Posts and people on them are the demo's: invented. */
export async function takeStorePictures(browser: Browser, folder: string): Promise<readonly string[]> {
  const shots: readonly (readonly [name: string, take: (path: string) => Promise<void>])[] = [
    ['1-feeds.png', (path) => demo(browser, path, 0, null)],
    ['2-experience.png', (path) => demo(browser, path, 0, 'patient-experience')],
    ['3-source.png', (path) => demo(browser, path, 600, 'medical-source')],
    ['4-first-page.png', (path) => page(browser, path, 'src/welcome/index.html')],
    ['5-settings.png', (path) => page(browser, path, 'src/options/index.html')],
    ['tile.png', (path) => tile(browser, path)],
  ];
  for (const [name, take] of shots) await take(join(folder, name));
  return shots.map(([name]) => name);
}

/** The demo feed, scrolled down by some pixels, with the panel of the first mark of a kind that leaves it room. */
async function demo(browser: Browser, path: string, scrolled: number, opened: Label | null): Promise<void> {
  const tab = await browser.openExtensionPage('src/demo/index.html');
  await tab.resize(PICTURE.width, PICTURE.height);
  await ready(tab, () => document.querySelector('table#report[data-settled]') !== null);
  await tab.evaluate((by) => scrollBy(0, by), scrolled);
  if (opened !== null) {
    const badge = (await tab.closedButtons()).find(
      ({ name, box }) => labelOfBadge(name) === opened && box.y > 0 && box.y < PICTURE.height / 3,
    );
    if (!badge) throw new Error(`The demo feed shows no mark of the kind "${opened}" ${scrolled} pixels down.`);
    await tab.click(badge.box.x + badge.box.width / 2, badge.box.y + badge.box.height / 2);
    await panelOpened(tab);
  }
  await tab.screenshot(path);
  await tab.close();
}

/** Open, with the records behind it: with them comes the version of the list. */
async function panelOpened(tab: Tab): Promise<void> {
  const texts = await until(
    () => tab.inClosedRoots((root) => root.querySelector('[role="dialog"]')?.textContent ?? ''),
    (now) => now.some((text) => text.includes('version')),
    PATIENCE,
  );
  if (!texts.some((text) => text.includes('version'))) throw new Error(`No panel opened in ${PATIENCE / 1000} seconds.`);
  await settled();
}

async function page(browser: Browser, path: string, address: string): Promise<void> {
  const tab = await browser.openExtensionPage(address);
  await tab.resize(PICTURE.width, PICTURE.height);
  await ready(tab, () => document.body.innerText.length > 100);
  await settled();
  await tab.screenshot(path);
  await tab.close();
}

/** The icon and the name. The Chrome Web Store wants few words on it, and no white edge. */
async function tile(browser: Browser, path: string): Promise<void> {
  const icon = readFileSync(join(ROOT, 'icons/icon.svg'), 'utf8');
  const body = `<body style="margin:0;height:100vh;display:grid;place-content:center;justify-items:center;gap:20px;background:#e9eef2">
    <div style="width:112px">${icon}</div><div style="font:600 36px system-ui;color:#2f4a5f">Lived &amp; Cited</div>`;
  const tab = await browser.open(`data:text/html,${encodeURIComponent(body)}`);
  await tab.resize(TILE.width, TILE.height);
  await tab.screenshot(path);
  await tab.close();
}

async function ready(tab: Tab, isSo: () => boolean): Promise<void> {
  if (await until(() => tab.evaluate(isSo), Boolean, PATIENCE)) return;
  const text = await tab.evaluate(() => document.body.innerText.trim().slice(0, 500));
  throw new Error(`A page was not ready after ${PATIENCE / 1000} seconds. What it showed:\n${text || '(nothing)'}`);
}

/** What fades or slides in has come to rest, and what is read from the list is there. */
function settled(): Promise<void> {
  return pause(1000);
}
