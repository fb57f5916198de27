import { beforeEach, expect, test, vi } from 'vitest';
import { panelScript } from '../../src/background/panel-script.ts';

const executeScript = vi.hoisted(() => vi.fn(async (_: object) => []));
const contains = vi.hoisted(() => vi.fn(async (_: object) => true));
vi.mock('webextension-polyfill', () => ({ default: { scripting: { executeScript }, permissions: { contains } } }));

const TAB = { id: 7, url: 'https://x.com/home?q=lupus' };

beforeEach(() => {
  executeScript.mockClear();
});

test('puts the script into the tab that asks, and into no other', async () => {
  await panelScript(undefined, TAB as never);
  expect(executeScript.mock.calls).toEqual([[{ target: { tabId: 7 }, files: ['src/content/panel-script.js'] }]]);
});

test('there is none outside of tabs, and none where the browser refuses', async () => {
  await expect(panelScript(undefined, undefined)).rejects.toThrow();
  executeScript.mockRejectedValueOnce(new Error('Missing host permission for the tab'));
  await expect(panelScript(undefined, TAB as never)).rejects.toThrow('host permission');
});

test('nothing is tried in a tab of a site that was taken from us', async () => {
  contains.mockResolvedValueOnce(false);
  await expect(panelScript(undefined, TAB as never)).rejects.toThrow('any more');
  expect(contains.mock.calls.at(-1)).toEqual([{ origins: ['https://x.com/*'] }]);
  await expect(panelScript(undefined, { id: 7 } as never)).rejects.toThrow('any more');
  expect(executeScript).not.toHaveBeenCalled();
});
