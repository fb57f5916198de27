import browser from 'webextension-polyfill';
import type { Handover } from '../core/handover.ts';

/**
 * What pages of ours were opened with, by their tabs, until each has asked for it. In memory alone, in private windows and in all
 * others: once a page has it, only that page does, and nothing is left when its tab is closed.
 */
const waiting = new Map<number, Handover>();

let opening: Promise<void> = Promise.resolve();

/** Opens a page of ours beside the tab that asks for it. */
export async function openPage(handover: Handover, from: browser.Tabs.Tab | undefined): Promise<void> {
  const url = browser.runtime.getURL(PAGES[handover.page]);
  const opened = tabBeside(from, url).then(({ id }) => {
    if (id !== undefined) waiting.set(id, handover);
  });
  opening = opened.catch(() => {});
  await opened;
}

/** What the page in a tab was opened with; `null` the second time. */
export async function handedTo(tab: number): Promise<Handover | null> {
  // A page can be faster than the news that it was opened.
  await opening;
  const handover = waiting.get(tab) ?? null;
  waiting.delete(tab);
  return handover;
}

const PAGES: Readonly<Record<Handover['page'], string>> = { doctor: 'src/doctor/index.html', report: 'src/report/index.html' };

async function tabBeside(from: browser.Tabs.Tab | undefined, url: string): Promise<browser.Tabs.Tab> {
  if (from?.id === undefined || from.windowId === undefined) return browser.tabs.create({ url });
  try {
    return await browser.tabs.create({ url, openerTabId: from.id, index: from.index + 1, windowId: from.windowId });
  } catch {
    // Chrome shows pages of an extension in ordinary windows only, and a tab has its opener in its own window.
    return browser.tabs.create({ url });
  }
}
