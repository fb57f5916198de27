import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Assessment } from '../../src/core/assessment.ts';
import { createEngine } from '../../src/core/engine.ts';
import type { Post } from '../../src/core/post.ts';
import { choicesIn, DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { type DemoPost, FACEBOOK_POSTS, X_POSTS } from '../../src/demo/posts.ts';
import type { Asked } from '../../src/messages.ts';
import { EMPTY_POST } from '../core/empty-post.ts';
import { inEachBrowser } from './stage.ts';

// The engine's sums are of IEEE numbers in a fixed order, so every browser gives the answer that was measured in Node: to
// the last digit of a score.

const posts = [...texts()].map((text, at) => postOf(`same:${at}`, text));

inEachBrowser('the engine', (stage) => {
  test('answers as in Node, to the last digit', async () => {
    const assess = createEngine(bytesOf('index.bin'), bytesOf('reader.bin'));
    const inNode = posts.map(assess);
    expect(posts.length).toBeGreaterThan(300);
    expect(inNode.some(({ experience }) => experience !== null)).toBe(true);
    expect(inNode.some(({ claim }) => claim !== null)).toBe(true);

    const page = await stage.browser.openExtensionPage('src/options/index.html');
    const inBrowser = await page.evaluate(assessed, { posts, choices: choicesIn(DEFAULT_SETTINGS) });
    // One by one first: what differs is then told with its text.
    for (const [at, post] of posts.entries()) {
      expect(JSON.stringify(inBrowser[at]), post.text).toBe(JSON.stringify(inNode[at]));
    }
    expect(inBrowser).toHaveLength(inNode.length);
    await page.close();
  });
});

/** In a page of the extension: what the background makes of the posts, asked over a line as a page of a site does. */
function assessed(payload: Asked): Promise<readonly Assessment[]> {
  interface Port {
    postMessage(message: unknown): void;
    readonly onMessage: { addListener(listener: (reply: { readonly answer: readonly Assessment[] }) => void): void };
  }
  const { runtime } = (globalThis as unknown as { chrome: { runtime: { connect(info: { name: string }): Port } } }).chrome;
  return new Promise((resolve) => {
    const port = runtime.connect({ name: 'posts' });
    port.onMessage.addListener(({ answer }) => resolve(answer));
    port.postMessage({ id: 1, name: 'assess', payload });
  });
}

/** The invented traps, then the posts of the demo with all that they quote and what is said below them. */
function* texts(): Iterable<string> {
  for (const line of readFileSync('tests/core/traps.tsv', 'utf8').split('\n')) {
    if (line !== '' && !line.startsWith('#')) yield line.split('\t')[1] as string;
  }
  for (const post of [...X_POSTS, ...FACEBOOK_POSTS]) yield* textsOf(post);
}

function* textsOf({ text, quoted, comments = [] }: DemoPost): Iterable<string> {
  yield text;
  for (const inner of quoted === undefined ? comments : [quoted, ...comments]) yield* textsOf(inner);
}

function postOf(id: string, text: string): Post {
  const links = [...text.matchAll(/https:\/\/\S+/g)].map(([href]) => ({ href, place: 'text' }) as const);
  return { ...EMPTY_POST, id, text, links, language: 'en' };
}

function bytesOf(name: string): Uint8Array {
  return new Uint8Array(readFileSync(`src/data/generated/${name}`));
}
