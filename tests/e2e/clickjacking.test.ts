import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Box, Tab } from '../../src/cli/browsers/browser.ts';
import { flip, openOwnPage, pressButton, storedSettings, storeSettings } from './own-pages.ts';
import { openPanel, press, saysOfIt } from './panels.ts';
import { marked, X_MARKS } from './posts.ts';
import { inEachBrowser, until, X } from './stage.ts';
import { untilStill } from './still.ts';

// A page that has its reader press something of ours without knowing it: it covers it, or makes it transparent, or moves it.

inEachBrowser('a page', (stage, name) => {
  test('cannot make an open panel transparent, or paint over what it stands in', async () => {
    const tab = await stage.browser.open(X);
    await marked(tab, X_MARKS);
    await openPanel(tab, 'patient-experience');
    await untilStill(tab);
    const box = await panelIn(tab);
    const before = await paintedIn(tab, box, name);
    await tab.evaluate(() => {
      const host = document.activeElement as HTMLElement;
      if (!feed.isForeign(host)) throw new Error('The panel does not have the focus.');
      const cover = document.createElement('div');
      cover.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647; background: tomato; pointer-events: none';
      document.body.append(cover);
      const hide =
        'opacity: 0.01; filter: opacity(0); mask-image: linear-gradient(transparent, transparent); mix-blend-mode: multiply; ' +
        'clip-path: inset(50%); color: transparent; font-size: 0; overflow: hidden; width: 0; height: 0; transform: scale(0)';
      const important = hide.replaceAll(/;|$/g, ' !important;');
      host.style.cssText += important;
      // Not the root: with it goes all that the page could show in the panel's place.
      for (let element = host.parentElement; element && element !== document.documentElement; element = element.parentElement)
        element.style.cssText += important;
    });
    await untilStill(tab);
    expect(await panelIn(tab)).toEqual(box);
    const after = await paintedIn(tab, box, name);
    // A letter's edge may be smoothed in another way: a shade of 255.
    expect(Math.max(...after.map((shade, at) => Math.abs(shade - (before[at] ?? 0))))).toBeLessThan(12);
    expect(Math.max(...before) - Math.min(...before)).toBeGreaterThan(60);
    await tab.close();
  });

  test('gains nothing that lasts: what was pressed by mistake is taken back where it was pressed, and in the options', async () => {
    const tab = await stage.browser.open(X);
    await marked(tab, X_MARKS);
    await openPanel(tab, 'medical-source');
    await press(tab, 'Never show “Medical source cited”');
    await saysOfIt(tab, 'The settings bring them back');
    await press(tab, 'Never show “Medical source cited”');
    expect(await saysOfIt(tab, 'Taken back')).toContain('Taken back');
    await press(tab, 'Never show “Medical source cited”');
    await press(tab, 'Never count NHS');
    const options = await openOwnPage(stage, 'options');
    const stored = (wanted: object) =>
      until(
        async () => {
          const { labels, mutedSources } = (await storedSettings(options)) ?? {};
          return { label: (labels as Record<string, boolean> | undefined)?.['medical-source'], mutedSources };
        },
        (now) => JSON.stringify(now) === JSON.stringify(wanted),
      );
    const pressed = { label: false, mutedSources: ['nhs'] };
    expect(await stored(pressed)).toEqual(pressed);
    await flip(options, 'Medical source cited');
    await pressButton(options, 'Unmute, NHS');
    const untouched = { label: true, mutedSources: [] };
    expect(await stored(untouched)).toEqual(untouched);
    await tab.bringToFront();
    expect(await marked(tab, X_MARKS)).toEqual(X_MARKS);
    await storeSettings(options, null);
    for (const each of [options, tab]) await each.close();
  });
});

/** Where the open panel is. */
async function panelIn(tab: Tab): Promise<Box> {
  const boxes = await tab.inClosedRoots((root) => {
    const { x, y, width, height } = root.querySelector('[role="dialog"]')?.getBoundingClientRect() ?? new DOMRect();
    return { x, y, width, height };
  });
  return boxes.find(({ width }) => width > 0) ?? { x: 0, y: 0, width: 0, height: 0 };
}

/** What is painted there: how bright it is in each of 2,000 fields. */
async function paintedIn(tab: Tab, box: Box, name: string): Promise<readonly number[]> {
  const path = join(tmpdir(), `lived-and-cited-${name}-${process.pid}.png`);
  await tab.screenshot(path);
  const picture = readFileSync(path).toString('base64');
  rmSync(path);
  return tab.evaluate(
    async (data, { x, y, width, height }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const scale = image.width / innerWidth;
      const [columns, rows] = [40, 50];
      const context = new OffscreenCanvas(columns, rows).getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.imageSmoothingQuality = 'high';
      // Not its rounded corners.
      const inset = 12;
      const [left, top, wide, high] = [x + inset, y + inset, width - 2 * inset, height - 2 * inset].map((part) => part * scale);
      context.drawImage(image, left ?? 0, top ?? 0, wide ?? 0, high ?? 0, 0, 0, columns, rows);
      const { data: pixels } = context.getImageData(0, 0, columns, rows);
      return Array.from({ length: columns * rows }, (_, at) => pixels[at * 4 + 1] ?? 0);
    },
    picture,
    box,
  );
}
