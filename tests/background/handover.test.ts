import { beforeEach, expect, test, vi } from 'vitest';
import type { Handover } from '../../src/core/handover.ts';

const create = vi.hoisted(() => vi.fn());
vi.mock('webextension-polyfill', () => ({
  default: { tabs: { create }, runtime: { getURL: (path: string) => `chrome-extension://us/${path}` } },
}));

const { handedTo, openPage } = await import('../../src/background/handover.ts');

const SHEET: Handover = { page: 'doctor', cited: [], entries: ['MONDO:1'] };
const REPORT: Handover = { page: 'report', about: 'source', source: 'orphanet' };
const TAB = { id: 3, index: 6, windowId: 1, highlighted: true, active: true, pinned: false, incognito: false };

beforeEach(() => create.mockReset());

test('each page is told what it was opened with, once', async () => {
  create.mockResolvedValueOnce({ id: 8 }).mockResolvedValueOnce({ id: 9 });
  await openPage(SHEET, TAB);
  await openPage(REPORT, TAB);
  expect(create.mock.calls.map(([{ url }]) => url)).toEqual([
    'chrome-extension://us/src/doctor/index.html',
    'chrome-extension://us/src/report/index.html',
  ]);
  expect(await handedTo(9)).toEqual(REPORT);
  expect(await handedTo(8)).toEqual(SHEET);
  expect(await handedTo(8)).toBeNull();
  expect(await handedTo(10)).toBeNull();
});

test('a page that asks before the browser has told of its tab is told too', async () => {
  let opened = (_: object) => {};
  create.mockReturnValue(new Promise((resolve) => (opened = resolve)));
  const opening = openPage(SHEET, TAB);
  const handed = handedTo(8);
  opened({ id: 8 });
  await opening;
  expect(await handed).toEqual(SHEET);
});

test('it opens beside the tab it comes from, and returns there when it is closed', async () => {
  create.mockResolvedValue({ id: 8 });
  await openPage(SHEET, TAB);
  expect(create).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ openerTabId: 3, index: 7, windowId: 1 }));
  await handedTo(8);
});

test('where it can not open there, it opens anywhere', async () => {
  create.mockRejectedValueOnce(new Error('Tab opener must be in the same window.')).mockResolvedValueOnce({ id: 8 });
  await openPage(SHEET, TAB);
  expect(create).toHaveBeenLastCalledWith({ url: 'chrome-extension://us/src/doctor/index.html' });
  expect(await handedTo(8)).toEqual(SHEET);
});

test('one that could not be opened at all rejects, and the next one opens', async () => {
  create.mockRejectedValue(new Error('No window.'));
  await expect(openPage(SHEET, undefined)).rejects.toThrow('No window.');
  create.mockResolvedValue({ id: 8 });
  await openPage(REPORT, undefined);
  expect(await handedTo(8)).toEqual(REPORT);
});
