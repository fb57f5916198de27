import { afterEach, beforeEach, expect, test, vi } from 'vitest';

// The extension API as Chromium has it, and what we make of it.

type Respond = (answer: unknown) => void;
type Native = (message: unknown, sender: unknown, respond: Respond) => boolean;

let listeners: Native[];
let chrome: { runtime: Record<string, unknown> | undefined; storage: object; i18n: object };

beforeEach(() => {
  vi.resetModules();
  listeners = [];
  chrome = {
    runtime: {
      id: 'us',
      onMessage: {
        addListener: (listener: Native) => listeners.push(listener),
        removeListener: (listener: Native) => {
          listeners = listeners.filter((one) => one !== listener);
        },
      },
      sendMessage: vi.fn(async () => 'answer'),
      connect: vi.fn(() => 'port'),
    },
    storage: {},
    i18n: {},
  };
});

afterEach(() => vi.unstubAllGlobals());

async function api() {
  vi.stubGlobal('chrome', chrome);
  return (await import('../../src/content/native-browser.ts')).default as unknown as {
    runtime: {
      id: string | undefined;
      lastError: unknown;
      onMessage: { addListener(listener: unknown): void; removeListener(listener: unknown): void };
      sendMessage(message: unknown): Promise<unknown>;
      connect(info: unknown): unknown;
    };
  };
}

test("where there is Firefox's API it is that", async () => {
  const firefox = { runtime: {} };
  vi.stubGlobal('browser', firefox);
  expect(await api()).toBe(firefox);
});

test('a listener that promises an answer gives it', async () => {
  const { runtime } = await api();
  runtime.onMessage.addListener(async (message: unknown) => [message]);
  const respond = vi.fn();
  expect(listeners[0]?.('question', {}, respond)).toBe(true);
  await vi.waitFor(() => expect(respond).toHaveBeenCalledWith(['question']));
});

test('a listener that leaves a message to others does so', async () => {
  const { runtime } = await api();
  runtime.onMessage.addListener(() => undefined);
  expect(listeners[0]?.('question', {}, vi.fn())).toBe(false);
});

test('a listener that fails says so as the polyfill does', async () => {
  const { runtime } = await api();
  runtime.onMessage.addListener(async () => Promise.reject(new Error('broken')));
  const respond = vi.fn();
  listeners[0]?.('question', {}, respond);
  await vi.waitFor(() => expect(respond).toHaveBeenCalledWith({ __mozWebExtensionPolyfillReject__: true, message: 'broken' }));
});

test('a listener that is taken away hears nothing more, also when the extension is gone', async () => {
  const { runtime } = await api();
  const listener = async () => 'answer';
  runtime.onMessage.addListener(listener);
  runtime.onMessage.removeListener(listener);
  expect(listeners).toEqual([]);
  chrome.runtime = undefined;
  expect(() => runtime.onMessage.removeListener(listener)).not.toThrow();
  expect([runtime.id, runtime.lastError]).toEqual([undefined, undefined]);
});

test('a message brings its answer, and the failure of its handler', async () => {
  const { runtime } = await api();
  expect(await runtime.sendMessage('question')).toBe('answer');
  chrome.runtime = { sendMessage: async () => ({ __mozWebExtensionPolyfillReject__: true, message: 'broken' }) };
  await expect(runtime.sendMessage('question')).rejects.toThrow('broken');
});

test('a message fails when the extension is gone', async () => {
  const { runtime } = await api();
  chrome.runtime = undefined;
  await expect(runtime.sendMessage('question')).rejects.toThrow();
  expect(() => runtime.connect({ name: 'posts' })).toThrow();
});
