import { expect, test, vi } from 'vitest';
import { pageGate } from '../../src/content/gate.ts';
import { encodeGate } from '../../src/core/gate.ts';
import type { Post } from '../../src/core/post.ts';

const INDEX = Buffer.from(
  encodeGate({ anywhere: [['gout']], inCapitals: [], abbreviations: [], addresses: ['who.int'] }),
).toString('base64');
const OWN = [{ host: 'clinic.example', name: 'Our clinic', kind: 'hospital' as const }];

test('every post passes until the index is there; then those with a sign', async () => {
  const passes = pageGate(async () => INDEX);
  expect(passes(post('Lovely weather'), [])).toBe(true);
  await settled();
  expect(passes(post('Lovely weather'), [])).toBe(false);
  expect(passes(post('My gout'), [])).toBe(true);
  expect(passes(post('Look', 'https://www.who.int/'), [])).toBe(true);
});

test('a post with neither word nor link never passes', () => {
  const passes = pageGate(async () => INDEX);
  expect(passes(post('🎉🎉 …'), [])).toBe(false);
  expect(passes(post('👇', 'https://example.com/'), [])).toBe(true);
});

test("a link to one of the reader's own sources passes", async () => {
  const passes = pageGate(async () => INDEX);
  passes(post(''), []);
  await settled();
  expect(passes(post('Look', 'https://www.clinic.example/page'), OWN)).toBe(true);
  expect(passes(post('Look', 'https://www.clinic.example/page'), [])).toBe(false);
  expect(passes(post('Look', 'https://other.example/clinic.example'), OWN)).toBe(false);
  expect(passes(post('Look', 'no address'), OWN)).toBe(false);
});

test('the index is asked for with the first post, and once', async () => {
  const index = vi.fn(async () => INDEX);
  const passes = pageGate(index);
  expect(index).not.toHaveBeenCalled();
  for (let number = 0; number < 5; number += 1) passes(post('My gout'), []);
  await settled();
  passes(post('My gout'), []);
  expect(index).toHaveBeenCalledOnce();
});

test.each([
  ['the background is away', async () => Promise.reject(new Error('away'))],
  ['the list is damaged', async () => null],
  ['what comes is none', async () => 'AAA='],
  ['what comes is no Base64', async () => '%'],
])('where %s every post passes, and the index is asked for three times', async (_, answer) => {
  const index = vi.fn(answer);
  const passes = pageGate(index);
  for (let number = 0; number < 6; number += 1) {
    expect(passes(post('Lovely weather'), [])).toBe(true);
    await settled();
  }
  expect(index).toHaveBeenCalledTimes(3);
});

async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}

function post(text: string, ...hrefs: readonly string[]): Post {
  const links = hrefs.map((href) => ({ href, place: 'text' as const }));
  return { id: 'x:1', site: 'x', kind: 'post', text, links, language: null, promoted: false, truncated: false, author: null };
}
