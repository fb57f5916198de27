// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { throughPauses } from '../../src/content/pause.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings.ts';

const HOUR = 3_600_000;
let lifetime: AbortController;
let applied: boolean[];
let apply: (settings: Settings) => void;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_900_000_000_000 });
  lifetime = new AbortController();
  applied = [];
  apply = throughPauses(({ sites }) => applied.push(sites.x), lifetime.signal);
});

afterEach(() => {
  lifetime.abort();
  vi.useRealTimers();
});

function until(pausedUntil: Settings['pausedUntil']): Settings {
  return { ...DEFAULT_SETTINGS, pausedUntil };
}

test('settings without a pause hold as they are, and nothing waits', () => {
  apply(DEFAULT_SETTINGS);
  expect(applied).toEqual([true]);
  expect(vi.getTimerCount()).toBe(0);
});

test('a pause with an end is over at its end, by itself, once', () => {
  apply(until(Date.now() + HOUR));
  expect(applied).toEqual([false]);
  vi.advanceTimersByTime(HOUR - 1);
  expect(applied).toEqual([false]);
  vi.advanceTimersByTime(1);
  expect(applied).toEqual([false, true]);
  expect(vi.getTimerCount()).toBe(0);
});

test('never more than one timer waits', () => {
  for (let times = 0; times < 5; times += 1) apply(until(Date.now() + HOUR));
  vi.advanceTimersByTime(HOUR / 2);
  expect(vi.getTimerCount()).toBe(1);
});

test('a pause without an end waits for the reader', () => {
  apply(until('always'));
  expect(applied).toEqual([false]);
  expect(vi.getTimerCount()).toBe(0);
  apply(DEFAULT_SETTINGS);
  expect(applied).toEqual([false, true]);
});

test('a clock that was put forward ends the pause within a minute', () => {
  apply(until(Date.now() + HOUR));
  vi.setSystemTime(Date.now() + 2 * HOUR);
  vi.advanceTimersByTime(60_000);
  expect(applied).toEqual([false, true]);
});

test('a machine that slept over the end of the pause marks as soon as the reader is back at the tab', () => {
  apply(until(Date.now() + HOUR));
  vi.setSystemTime(Date.now() + 2 * HOUR);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(applied).toEqual([false, true]);
});

test('coming back to the tab earlier ends nothing', () => {
  apply(until(Date.now() + HOUR));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(applied).toEqual([false]);
});

test('a clock that was put back by days does not make the pause last as long', () => {
  apply(until(Date.now() + HOUR));
  vi.setSystemTime(Date.now() - 100 * HOUR);
  vi.advanceTimersByTime(60_000);
  expect(applied).toEqual([false, true]);
});

test('when its script falls silent, nothing waits', () => {
  apply(until(Date.now() + HOUR));
  lifetime.abort();
  expect(vi.getTimerCount()).toBe(0);
  document.dispatchEvent(new Event('visibilitychange'));
  vi.advanceTimersByTime(2 * HOUR);
  expect(applied).toEqual([false]);
});
