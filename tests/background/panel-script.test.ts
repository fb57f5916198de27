import { expect, test, vi } from 'vitest';
import { panelScript } from '../../src/background/panel-script.ts';

const executeScript = vi.hoisted(() => vi.fn(async (_: object) => []));
vi.mock('webextension-polyfill', () => ({ default: { scripting: { executeScript } } }));

test('puts the script into the tab that asks, and into no other', async () => {
  await panelScript(undefined, { id: 7 } as never);
  expect(executeScript.mock.calls).toEqual([[{ target: { tabId: 7 }, files: ['src/content/panel-script.js'] }]]);
});

test('there is none outside of tabs, and none where the browser refuses', async () => {
  await expect(panelScript(undefined, undefined)).rejects.toThrow();
  executeScript.mockRejectedValueOnce(new Error('Missing host permission for the tab'));
  await expect(panelScript(undefined, { id: 7 } as never)).rejects.toThrow('host permission');
});
