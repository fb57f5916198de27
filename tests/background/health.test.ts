import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

// The background over its packaged files, as the browser hands them to it.

let damage: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

beforeEach(() => {
  vi.resetModules();
  damage = (bytes) => bytes;
  vi.stubGlobal('location', { href: 'extension://us/' });
  vi.stubGlobal('fetch', async (address: URL) => {
    const name = /(?:index|reader)\.bin/.exec(address.pathname)?.[0];
    return name
      ? new Response(damage(new Uint8Array(readFileSync(`src/data/generated/${name}`))))
      : new Response(null, { status: 404 });
  });
});

afterEach(() => vi.unstubAllGlobals());

async function healthNow(): Promise<string> {
  return (await import('../../src/background/engine.ts')).health();
}

test('a background that has all its files is well', async () => {
  expect(await healthNow()).toBe('well');
});

test.each<[what: string, damage: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>]>([
  ['cut off', (bytes) => bytes.slice(0, 1000)],
  ['empty', () => new Uint8Array(0)],
  ['of something else', (bytes) => bytes.map(() => 32)],
])('with a file that is %s it is damaged, and says so instead of failing', async (_, by) => {
  damage = by;
  expect(await healthNow()).toBe('damaged');
});

test('and with a file that is not there', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch');
  });
  expect(await healthNow()).toBe('damaged');
});
