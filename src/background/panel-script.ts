import browser from 'webextension-polyfill';

/** Puts the script that draws panels beside the one in the page that asks for it (content/drawer.ts). */
export async function panelScript(_: unknown, from: browser.Tabs.Tab | undefined): Promise<void> {
  if (from?.id === undefined) throw new Error('Panels are drawn in tabs alone.');
  await browser.scripting.executeScript({ target: { tabId: from.id }, files: [FILE] });
}

/** As vite.config.ts builds it. */
const FILE = 'src/content/panel-script.js';
