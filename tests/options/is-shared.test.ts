import { expect, it } from 'vitest';
import { ownHostFrom } from '../../src/core/own-sources.ts';
import { isShared } from '../../src/options/is-shared.ts';

it.each([
  ['co.uk', true],
  ['nhs.uk', true],
  ['github.io', true],
  ['blogspot.com', true],
  ['kawasaki.jp', true],
  ['clinic.kawasaki.jp', true],
  ['someone.github.io', false],
  ['example.co.uk', false],
  ['example.org', false],
  // An unknown ending is one of its own.
  ['clinic.unheard-of', false],
])('%s belongs to many: %s', (host, shared) => {
  expect(isShared(host)).toBe(shared);
  expect(ownHostFrom(host, isShared)).toEqual(shared ? { problem: 'shared' } : { host });
});
