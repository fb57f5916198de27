import browser from 'webextension-polyfill';
import { type Settings, type StoredSettings, settingsFrom } from './core/settings.ts';

const KEY = 'settings';

/** The settings as they are now. Never rejects: falls back to the defaults where the browser refuses to read them. */
export async function readSettings(): Promise<StoredSettings> {
  try {
    return await storedSettings();
  } catch {
    return settingsFrom(undefined);
  }
}

async function storedSettings(): Promise<StoredSettings> {
  return settingsFrom((await browser.storage.sync.get(KEY))[KEY]);
}

/**
 * Stores the settings. Every open page hears of it through `watchSettings`.
 * Throws when a newer version wrote the stored ones, or the browser refuses.
 */
export async function writeSettings(settings: Settings): Promise<void> {
  if ((await storedSettings()).newer) {
    throw new Error('The stored settings were written by a newer version of Lived & Cited. Update the extension to change them.');
  }
  await browser.storage.sync.set({ [KEY]: settings });
}

/** Changes what is stored, whatever it has become meanwhile. Throws as `writeSettings` does. */
export async function editSettings(edit: (settings: Settings) => Settings): Promise<void> {
  await writeSettings(edit((await storedSettings()).settings));
}

/** Calls back with the new settings whenever they change, in any tab or on any synchronised machine. */
export function watchSettings(onChange: (stored: StoredSettings) => void, signal: AbortSignal): void {
  function listener(changes: Readonly<Record<string, browser.Storage.StorageChange>>, area: string): void {
    if (area === 'sync' && changes[KEY]) onChange(settingsFrom(changes[KEY].newValue));
  }
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}
