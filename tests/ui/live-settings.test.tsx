// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Settings, type StoredSettings } from '../../src/core/settings.ts';
import { type LiveSettings, type SettingsStore, useLiveSettings } from '../../src/ui/live-settings.ts';
import { shown } from './settings.tsx';

const X_OFF: Settings = { ...DEFAULT_SETTINGS, sites: { x: false, facebook: true } };
const FACEBOOK_OFF: Settings = { ...DEFAULT_SETTINGS, sites: { x: true, facebook: false } };

/** A store in memory; `refuse` makes its next writing fail. */
function storeOf(settings: Settings) {
  let stored: StoredSettings = { settings, newer: false };
  let refused = false;
  let tell: (news: StoredSettings) => void = () => {};
  const writes: Settings[] = [];
  const store: SettingsStore = {
    readSettings: async () => stored,
    async writeSettings(next) {
      if (refused) throw new Error('QUOTA_BYTES quota exceeded');
      writes.push(next);
      stored = { settings: next, newer: false };
      tell(stored);
    },
    watchSettings(onChange, signal) {
      tell = (news) => !signal.aborted && onChange(news);
    },
  };
  return {
    store,
    writes,
    refuse: () => (refused = true),
    /** Somebody else's change. */
    put(next: Settings) {
      stored = { settings: next, newer: false };
      tell(stored);
    },
    /** News that the browser brings late. */
    tellLate: (old: Settings) => tell({ settings: old, newer: false }),
  };
}

async function liveOn(store: SettingsStore): Promise<{ now: LiveSettings; readonly all: (Settings | undefined)[] }> {
  const seen = { all: [] as (Settings | undefined)[] } as { now: LiveSettings; readonly all: (Settings | undefined)[] };
  function Probe() {
    seen.now = useLiveSettings(store);
    seen.all.push(seen.now.stored?.settings);
    return null;
  }
  shown(<Probe />);
  await act(async () => {});
  return seen;
}

test('are read, and follow what changes elsewhere', async () => {
  const memory = storeOf(X_OFF);
  const seen = await liveOn(memory.store);
  expect(seen.now.stored?.settings).toEqual(X_OFF);
  await act(async () => memory.put(FACEBOOK_OFF));
  expect(seen.now.stored?.settings).toEqual(FACEBOOK_OFF);
});

test('a change shows at once and is saved, in order', async () => {
  const memory = storeOf(DEFAULT_SETTINGS);
  const seen = await liveOn(memory.store);
  act(() => {
    seen.now.change(X_OFF);
    seen.now.change(FACEBOOK_OFF);
  });
  expect(seen.now.stored?.settings).toEqual(FACEBOOK_OFF);
  await vi.waitFor(() => expect(memory.writes).toEqual([X_OFF, FACEBOOK_OFF]));
  await act(async () => {});
  expect(seen.now.problem).toBeNull();
  // News of the first change come when the second is made already: the switch must not jump back.
  expect(seen.all.slice(seen.all.indexOf(FACEBOOK_OFF))).not.toContain(X_OFF);
});

test('late news of a change are not taken for the last one', async () => {
  const memory = storeOf(DEFAULT_SETTINGS);
  const seen = await liveOn(memory.store);
  act(() => {
    seen.now.change(X_OFF);
    seen.now.change(FACEBOOK_OFF);
  });
  await vi.waitFor(() => expect(memory.writes).toEqual([X_OFF, FACEBOOK_OFF]));
  await act(async () => {});
  await act(async () => memory.tellLate(X_OFF));
  expect(seen.now.stored?.settings).toEqual(FACEBOOK_OFF);
});

test('a change that can not be saved is taken back and told', async () => {
  const memory = storeOf(DEFAULT_SETTINGS);
  const seen = await liveOn(memory.store);
  memory.refuse();
  act(() => seen.now.change(X_OFF));
  expect(seen.now.stored?.settings).toEqual(X_OFF);
  await vi.waitFor(() => expect(seen.now.stored?.settings).toEqual(DEFAULT_SETTINGS));
  expect(seen.now.problem).toBe('refused');
});

test('more than the browser has room for is not even tried, and changes nothing', async () => {
  const memory = storeOf(DEFAULT_SETTINGS);
  const seen = await liveOn(memory.store);
  const mutedSources = Array.from({ length: 1000 }, (_, index) => `source-${index}`);
  act(() => seen.now.change({ ...DEFAULT_SETTINGS, mutedSources }));
  expect(seen.now).toMatchObject({ stored: { settings: DEFAULT_SETTINGS }, problem: 'no-room' });
  expect(memory.writes).toEqual([]);
  act(() => seen.now.change(X_OFF));
  await vi.waitFor(() => expect(seen.now.problem).toBeNull());
});
