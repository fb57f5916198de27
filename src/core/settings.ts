import type { Label } from './assessment.ts';
import type { SiteId } from './post.ts';

/** Every setting. Kept as one object in `browser.storage.sync`. */
export interface Settings {
  readonly version: typeof SETTINGS_VERSION;
  readonly sites: Readonly<Record<SiteId, boolean>>;
  readonly labels: Readonly<Record<Label, boolean>>;
}

export const SETTINGS_VERSION = 1;

export const DEFAULT_SETTINGS: Settings = {
  version: SETTINGS_VERSION,
  sites: { x: true, facebook: true },
  labels: {
    'patient-experience': true,
    'carer-experience': true,
    'medical-source': true,
    'no-source': true,
  },
};

/** What came of reading stored settings. */
export interface StoredSettings {
  readonly settings: Settings;
  /** Whether a newer version of the extension wrote them: then they are read as far as they are known and never overwritten. */
  readonly newer: boolean;
}

/**
 * Settings from whatever is stored: every known field of the right type is taken, everything else has its default.
 * Never throws.
 *
 *     settingsFrom(undefined).settings                  // the defaults
 *     settingsFrom({ sites: { x: 'no' } }).settings     // the defaults: 'no' is no boolean
 */
export function settingsFrom(stored: unknown): StoredSettings {
  const record = isRecord(stored) ? stored : {};
  const version = record['version'];
  return {
    settings: {
      version: SETTINGS_VERSION,
      sites: switches(DEFAULT_SETTINGS.sites, record['sites']),
      labels: switches(DEFAULT_SETTINGS.labels, record['labels']),
    },
    newer: typeof version === 'number' && version > SETTINGS_VERSION,
  };
}

function switches<Key extends string>(defaults: Readonly<Record<Key, boolean>>, stored: unknown): Record<Key, boolean> {
  const result: Record<Key, boolean> = { ...defaults };
  if (!isRecord(stored)) return result;
  for (const key of Object.keys(defaults) as Key[]) {
    const value = Object.hasOwn(stored, key) ? stored[key] : undefined;
    if (typeof value === 'boolean') result[key] = value;
  }
  return result;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
