// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { selfCheck } from '../../src/content/self-check.ts';

let clock = 0;

/** A page with so many shapes, of which so many are read, looked at every so many milliseconds. */
function looked(shapes: number, read: number, times: number, every = 5000) {
  const check = checkOf(() => [shapes, read]);
  for (let time = 0; time < times; time += 1) {
    clock += every;
    check.look();
  }
  return check;
}

function checkOf(page: () => readonly [shapes: number, read: number]) {
  const elements: readonly HTMLElement[] = Array.from({ length: 100 }, () => document.createElement('p'));
  return selfCheck({
    shapes: () => elements.slice(0, page()[0]),
    isRead: (shape) => elements.indexOf(shape as HTMLElement) < page()[1],
    now: () => clock,
  });
}

test.each([
  ['all are read', 10, 10, 'read'],
  ['half are read', 10, 5, 'read'],
  ['fewer are read', 10, 4, 'unreadable'],
  ['none is read', 4, 0, 'unreadable'],
  ['there are too few to tell', 3, 0, 'read'],
  ['there are none', 0, 0, 'read'],
] as const)('a page where %s: %d seen, %d read, is %s', (_, shapes, read, layout) => {
  expect(looked(shapes, read, 5).layout()).toBe(layout);
});

test('a page is unreadable when it has been so for a while', () => {
  expect(looked(10, 0, 2).layout()).toBe('read');
  expect(looked(10, 0, 3).layout()).toBe('unreadable');
  expect(looked(10, 0, 50, 100).layout()).toBe('read');
});

test('one look at a page that is read is enough to trust it again', () => {
  let page: readonly [number, number] = [10, 0];
  const check = checkOf(() => page);
  for (let time = 0; time < 5; time += 1) {
    clock += 5000;
    check.look();
  }
  expect(check.layout()).toBe('unreadable');
  page = [10, 9];
  clock += 5000;
  check.look();
  expect(check.layout()).toBe('read');
});

test('however many shapes there are, a few are looked at', () => {
  let asked = 0;
  const check = selfCheck({
    shapes: () => Array.from({ length: 10_000 }, () => document.body),
    isRead() {
      asked += 1;
      return false;
    },
    now: () => (clock += 5000),
  });
  check.look();
  expect(asked).toBeLessThan(20);
});
