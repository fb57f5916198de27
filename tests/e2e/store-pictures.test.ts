import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, startBrowser } from '../../src/cli/browsers/browser.ts';
import { findBrowser } from '../../src/cli/browsers/find-browser.ts';
import { ROOT } from '../../src/cli/source-files.ts';
import { PICTURE, TILE, takeStorePictures } from '../../src/cli/store-pictures.ts';

// In Chromium alone: the stores do not ask in which browser a picture was taken.

const executable = findBrowser('chromium');
let folder: string;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lived-and-cited-pictures-'));
  if (executable === null) return;
  const extension = join(ROOT, 'dist/chrome');
  browser = await startBrowser('chromium', { executable, extension, headless: true, proxy: null });
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

test.skipIf(executable === null)('the pictures for the stores are of the sizes that they take, no two alike', async () => {
  const names = await takeStorePictures(browser, folder);
  const pictures = names.map((name) => readFileSync(join(folder, name)));
  expect(pictures.map((png) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }))).toEqual([
    ...Array(names.length - 1).fill(PICTURE),
    TILE,
  ]);
  // The Chrome Web Store shows five.
  expect(names).toHaveLength(6);
  expect(new Set(pictures.map((png) => png.toString('base64'))).size).toBe(names.length);
});
