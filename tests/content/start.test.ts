// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHost } from '../../src/content/host.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings.ts';
import type { Asked } from '../../src/messages.ts';
import { drawPanel } from '../../src/ui/draw-panel.tsx';
import { english } from '../ui/english.ts';
import { assessmentOf, buttonsOn, hosts, panels, press } from './page.ts';
import { stubResizeObserver } from './resize-observer.ts';

// The script as it runs in a page of X; the extension around it is ours.

const SITES_OFF: Settings = { ...DEFAULT_SETTINGS, sites: { x: false, facebook: false } };
const runtime: { id: string | undefined } = { id: 'us' };
const send = vi.fn();
let onCut: (() => void) | undefined;
let stored: Settings;
let onSettings: ((stored: { settings: Settings }) => void) | undefined;
let tabMessages: { counts(): { posts: number } } | undefined;
let lifetime: AbortSignal | undefined;

vi.mock('webextension-polyfill', () => ({ default: { runtime } }));
vi.mock('../../src/translate.ts', () => ({ translate: english }));
vi.mock('../../src/ui/shadow.ts', () => ({
  createShadow: (host: HTMLElement) => host.attachShadow({ mode: 'open' }),
  addStyles: () => {},
}));
vi.mock('../../src/messages.ts', () => ({
  send: (...sent: unknown[]) => send(...sent),
  answer: (handlers: typeof tabMessages, signal: AbortSignal) => {
    tabMessages = handlers;
    lifetime = signal;
  },
}));
vi.mock('../../src/port.ts', () => ({
  openLine: (whenCut: () => void) => {
    onCut = whenCut;
    return { ask: (...sent: unknown[]) => send(...sent) };
  },
}));
vi.mock('../../src/settings.ts', () => ({
  readSettings: async () => ({ settings: stored, newer: false }),
  watchSettings: (listener: typeof onSettings) => {
    onSettings = listener;
  },
}));

beforeEach(() => {
  vi.resetModules();
  stubResizeObserver();
  runtime.id = 'us';
  stored = DEFAULT_SETTINGS;
  onSettings = undefined;
  tabMessages = undefined;
  send
    .mockReset()
    .mockImplementation(async (name: string, asked: Asked) => (name === 'assess' ? asked.posts.map(assessmentOf) : null));
  document.body.replaceChildren();
  put('1', 'My flare');
});

afterEach(() => {
  // The script of one test must leave the page to the next.
  onSettings?.({ settings: SITES_OFF });
});

test('marks the posts of a page of X', async () => {
  await run('https://x.com/home');
  await vi.waitFor(() => expect(hosts()).toHaveLength(1));
  expect(tabMessages?.counts().posts).toBe(1);
});

test('takes the place of the script that was here before', async () => {
  const orphan = createHost(document);
  document.body.append(Object.assign(orphan, { openOrClosedShadowRoot: orphan.attachShadow({ mode: 'closed' }) }));
  await run('https://x.com/home');
  expect(orphan.isConnected).toBe(false);
});

test('follows the settings', async () => {
  await run('https://x.com/home');
  await vi.waitFor(() => expect(hosts()).toHaveLength(1));
  onSettings?.({ settings: SITES_OFF });
  expect(hosts()).toEqual([]);
});

test('leaves the messages alone, and begins when the reader goes to the feed', async () => {
  await run('https://x.com/messages/1');
  put('2', 'My other flare');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(send).not.toHaveBeenCalled();
  goTo('https://x.com/home');
  window.dispatchEvent(new PopStateEvent('popstate'));
  await vi.waitFor(() => expect(hosts()).toHaveLength(2));
});

test('does nothing on other sites', async () => {
  await run('https://x.com.example/home');
  expect(tabMessages).toBeUndefined();
  expect(hosts()).toEqual([]);
});

test('falls silent and takes its badges away when its extension is gone', async () => {
  const errors = vi.spyOn(console, 'error');
  await run('https://x.com/home');
  await vi.waitFor(() => expect(hosts()).toHaveLength(1));
  runtime.id = undefined;
  send.mockRejectedValue(new Error('Extension context invalidated.'));
  put('2', 'My other flare');
  await vi.waitFor(() => expect(hosts()).toEqual([]));
  expect(lifetime?.aborted).toBe(true);
  send.mockClear();
  put('3', 'My third flare');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(send).not.toHaveBeenCalled();
  expect(errors).not.toHaveBeenCalled();
});

test('falls silent at once when its line is cut and its extension is gone', async () => {
  await run('https://x.com/home');
  await vi.waitFor(() => expect(hosts()).toHaveLength(1));
  onCut?.();
  expect(hosts()).toHaveLength(1);
  runtime.id = undefined;
  onCut?.();
  expect(hosts()).toEqual([]);
  expect(lifetime?.aborted).toBe(true);
});

test('goes on when the background fails and the extension is there', async () => {
  let failures = 0;
  send.mockImplementation(async (name: string, asked: Asked) => {
    if (name === 'gate') return null;
    if (failures++ === 0) throw new Error('The background went away.');
    return asked.posts.map(assessmentOf);
  });
  await run('https://x.com/home');
  await vi.waitFor(() => expect(failures).toBe(1));
  put('2', 'My other flare');
  await vi.waitFor(() => expect(hosts()).toHaveLength(2));
  expect(lifetime?.aborted).toBe(false);
});

test('draws a panel with the script that the background brings when one may be opened, and not before', async () => {
  const { leaveDrawer } = await import('../../src/content/drawer.ts');
  const brought = vi.fn(() => leaveDrawer(drawPanel));
  send.mockImplementation(async (name: string, asked: Asked) => {
    if (name === 'panelScript') brought();
    return name === 'assess' ? asked.posts.map(assessmentOf) : null;
  });
  const article = document.querySelector('article') as Element;
  await run('https://x.com/home');
  await vi.waitFor(() => expect(hosts()).toHaveLength(1));
  expect(brought).not.toHaveBeenCalled();
  buttonsOn(article)[0]?.dispatchEvent(new Event('pointerover', { bubbles: true }));
  await vi.waitFor(() => expect(brought).toHaveBeenCalledOnce());
  press(buttonsOn(article)[0]);
  await vi.waitFor(() => expect(panels()).toHaveLength(1));
  expect(brought).toHaveBeenCalledOnce();
});

async function run(address: string): Promise<void> {
  goTo(address);
  await import('../../src/content/x.ts');
  await vi.waitFor(() => expect(tabMessages).toBeDefined()).catch(() => {});
}

function goTo(address: string): void {
  (window as unknown as { happyDOM: { setURL(address: string): void } }).happyDOM.setURL(address);
}

function put(id: string, text: string): void {
  const article = document.createElement('article');
  article.setAttribute('data-testid', 'tweet');
  article.innerHTML = `<div data-testid="User-Name"><a href="/noor">Noor</a><a href="/noor/status/${id}"><time>1h</time></a></div><div data-testid="tweetText"></div>`;
  (article.lastElementChild as Element).textContent = text;
  document.body.append(article);
}
