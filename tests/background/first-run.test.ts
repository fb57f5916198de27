import { beforeEach, expect, test, vi } from 'vitest';
import { welcomeOnInstall } from '../../src/background/first-run.ts';

const create = vi.fn();

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { getURL: (path: string) => `extension://us/${path}` },
    tabs: { create: (...given: unknown[]) => create(...given) },
  },
}));

beforeEach(() => {
  create.mockReset().mockResolvedValue({});
});

test('the first page opens after installing', () => {
  welcomeOnInstall({ reason: 'install', temporary: false });
  expect(create.mock.calls).toEqual([[{ url: 'extension://us/src/welcome/index.html' }]]);
});

test.each(['update', 'browser_update'] as const)('and not after an %s', (reason) => {
  welcomeOnInstall({ reason, temporary: false });
  expect(create).not.toHaveBeenCalled();
});

test('a browser that opens no tab breaks nothing', async () => {
  create.mockRejectedValue(new Error('No current window'));
  welcomeOnInstall({ reason: 'install', temporary: false });
  await new Promise((resolve) => setTimeout(resolve));
});
