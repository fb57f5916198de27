import browser from 'webextension-polyfill';

/** Puts the script that draws panels beside the one in the page that asks for it (content/drawer.ts). */
export async function panelScript(_: unknown, from: browser.Tabs.Tab | undefined): Promise<void> {
  if (from?.id === undefined) throw new Error('Panels are drawn in tabs alone.');
  // Where the site was taken from us, Chromium would neither do it nor refuse, but wait until the reader presses our button.
  if (!(await mayActOn(from.url))) throw new Error('The browser lets us do nothing in that tab any more.');
  await browser.scripting.executeScript({ target: { tabId: from.id }, files: [FILE] });
}

async function mayActOn(address: string | undefined): Promise<boolean> {
  // Firefox does not even tell us the address then.
  return address !== undefined && browser.permissions.contains({ origins: [`${new URL(address).origin}/*`] });
}

/** As vite.config.ts builds it. */
const FILE = 'src/content/panel-script.js';
