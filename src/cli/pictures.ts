import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, startBrowser } from './browsers/browser.ts';
import { browserFor } from './browsers/install-browser.ts';
import { buildExtension } from './build-extension.ts';
import { ICON_SIZES, iconBytes } from './icons.ts';
import { ROOT } from './source-files.ts';
import { takeStorePictures } from './store-pictures.ts';

// `npm run pictures`: what the stores show of us, taken from the demo feed in Chromium. `-- --icons` draws the icons anew.

const USAGE = 'npm run pictures [-- --out DIR] [--icons]';

try {
  await pictures();
} catch (error) {
  console.error(`${(error as Error).message}\n${USAGE}`);
  process.exitCode = 1;
}

async function pictures(): Promise<void> {
  const { values } = parseArgs({
    options: { out: { type: 'string', default: join(ROOT, 'packages/pictures') }, icons: { type: 'boolean', default: false } },
  });
  const executable = browserFor('chromium');
  const extension = mkdtempSync(join(tmpdir(), 'lived-and-cited-chrome-'));
  let browser: Browser | null = null;
  try {
    buildExtension('chrome', extension);
    browser = await startBrowser('chromium', { executable, extension, headless: true, proxy: null });
    if (values.icons) await drawIcons(browser);
    mkdirSync(values.out, { recursive: true });
    const names = await takeStorePictures(browser, values.out);
    console.log(`${names.join('\n')}\n\nThey are in ${values.out}.`);
  } finally {
    await browser?.close();
    rmSync(extension, { recursive: true });
  }
}

async function drawIcons(browser: Browser): Promise<void> {
  const svg = readFileSync(join(ROOT, 'icons/icon.svg'), 'utf8');
  for (const size of ICON_SIZES) writeFileSync(join(ROOT, `icons/${size}.png`), await iconBytes(browser, svg, size));
  console.log(`${ICON_SIZES.length} icons drawn in icons/. Build again to have them in the extension.`);
}
