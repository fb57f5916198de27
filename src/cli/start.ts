import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSER_NAMES, type Browser, type BrowserName, startBrowser, type Tab } from './browsers/browser.ts';
import { browserFor } from './browsers/install-browser.ts';
import { until } from './browsers/until.ts';
import { buildExtension } from './build-extension.ts';

// `npm start`: builds the extension and opens it on its demo feed, in a window if there can be one.

/** Milliseconds that the demo page may take. */
const PATIENCE = 30_000;
const USAGE = `npm start [-- --browser chromium|firefox] [--headless]`;

try {
  await start();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function start(): Promise<void> {
  const { name, headless } = wanted();
  const executable = browserFor(name);
  console.log('Building …');
  const extension = buildExtension(name === 'chromium' ? 'chrome' : 'firefox');
  const browser = await startBrowser(name, { executable, extension, headless, proxy: null });
  process.once('SIGINT', () => void browser.close());
  try {
    const tab = await browser.openExtensionPage('src/demo/index.html');
    if (headless) await report(browser, tab);
    else await stayOpen(browser);
  } finally {
    if (headless) await browser.close();
  }
}

function wanted(): { readonly name: BrowserName; readonly headless: boolean } {
  const { values } = parseArgs({ options: { browser: { type: 'string', default: 'chromium' }, headless: { type: 'boolean' } } });
  const name = BROWSER_NAMES.find((known) => known === values.browser);
  if (!name) throw new Error(`There is no browser "${values.browser}" here. ${USAGE}`);
  return { name, headless: values.headless ?? !hasDisplay() };
}

function hasDisplay(): boolean {
  if (process.env['CI']) return false;
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

async function stayOpen(browser: Browser): Promise<void> {
  console.log(
    `${browser.version} is open on the demo feed, with the extension in it. Try it on X or Facebook too. Close it to end.`,
  );
  await browser.closed;
}

/** There is nobody to look: so what the demo page shows is printed and kept as a picture. */
async function report(browser: Browser, tab: Tab): Promise<void> {
  console.log(`There is no display. ${browser.version} shows the demo feed without a window:\n`);
  const [head, ...rows] = await settledReport(tab);
  console.log(tableOf(head ?? [], rows, process.stdout.columns ?? 120));
  const folder = join(import.meta.dirname, '../../artifacts');
  mkdirSync(folder, { recursive: true });
  const picture = join(folder, `demo-${browser.name}.png`);
  await tab.screenshot(picture, 'page');
  console.log(`\nA picture of it: ${picture}`);
}

/** The cells of the demo's own report, when everything on the page is assessed. */
async function settledReport(tab: Tab): Promise<readonly (readonly string[])[]> {
  const rows = await until(
    () =>
      tab.evaluate(() =>
        [...document.querySelectorAll<HTMLTableRowElement>('table#report[data-settled] tr')].map((row) =>
          [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()),
        ),
      ),
    ({ length }) => length > 0,
    PATIENCE,
  );
  if (rows.length > 0) return rows;
  const text = await tab.evaluate(() => document.body.innerText.trim().slice(0, 500));
  throw new Error(`The demo page was not ready after ${PATIENCE / 1000} seconds. What it showed:\n${text || '(nothing)'}`);
}

/** Columns are as wide as their cells want; when that is too much, the widest give way and their cells are wrapped. */
function tableOf(head: readonly string[], rows: readonly (readonly string[])[], width: number): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)));
  const room = width - 2 * (head.length - 1);
  while (widths.reduce((sum, columns) => sum + columns, 0) > room) narrowWidest(widths);
  const line = widths.map((columns) => '─'.repeat(columns)).join('  ');
  return [wrappedRow(head, widths), [line], ...rows.map((row) => wrappedRow(row, widths))].flat().join('\n');
}

function narrowWidest(widths: number[]): void {
  const widest = Math.max(...widths);
  widths[widths.indexOf(widest)] = widest - 1;
}

function wrappedRow(row: readonly string[], widths: readonly number[]): readonly string[] {
  const cells = widths.map((width, column) => wrapped(row[column] ?? '', width));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) =>
    widths
      .map((width, column) => (cells[column]?.[at] ?? '').padEnd(width))
      .join('  ')
      .trimEnd(),
  );
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
