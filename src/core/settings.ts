import type { Label } from './assessment.ts';
import { isOwnHost, type OwnSource } from './own-sources.ts';
import type { SiteId } from './post.ts';
import type { Strictness } from './reading.ts';
import { isSourceKind } from './source.ts';

/** Every setting. Kept as one object in `browser.storage.sync`. */
export interface Settings {
  readonly version: typeof SETTINGS_VERSION;
  readonly sites: Readonly<Record<SiteId, boolean>>;
  readonly labels: Readonly<Record<Label, boolean>>;
  /** Whether comments under posts are marked too. */
  readonly comments: boolean;
  readonly strictness: Strictness;
  /** BCP 47: the languages of the pages that are shown, the most wanted first. None: the browser's. */
  readonly languages: readonly string[];
  /** ISO 3166-1 alpha-2; `null`: as the browser's language tells it. */
  readonly country: string | null;
  readonly badgeText: BadgeText;
  /** Sources that the reader has added. */
  readonly ownSources: readonly OwnSource[];
  /** Ids of sources of the list that are never shown as cited. */
  readonly mutedSources: readonly string[];
  /** Nothing is marked anywhere: until the reader resumes, or until a time, in milliseconds since 1970. `null`: not paused. */
  readonly pausedUntil: 'always' | number | null;
}

/** How large the words of a badge are: as the site's own small print, or larger. */
export type BadgeText = (typeof BADGE_TEXTS)[number];

/** What of the settings an assessment depends on. */
export type Choices = Pick<Settings, 'strictness' | 'ownSources' | 'mutedSources'>;

export const SETTINGS_VERSION = 2;
export const STRICTNESSES: readonly Strictness[] = ['careful', 'balanced'];
export const BADGE_TEXTS = ['site', 'large', 'larger'] as const;

export const DEFAULT_SETTINGS: Settings = {
  version: SETTINGS_VERSION,
  sites: { x: true, facebook: true },
  labels: {
    'patient-experience': true,
    'carer-experience': true,
    'medical-source': true,
    'no-source': true,
  },
  comments: true,
  strictness: 'careful',
  languages: [],
  country: null,
  badgeText: 'site',
  ownSources: [],
  mutedSources: [],
  pausedUntil: null,
};

/** What came of reading stored settings. */
export interface StoredSettings {
  readonly settings: Settings;
  /** Whether a newer version of the extension wrote them: then they are read as far as they are known and never overwritten. */
  readonly newer: boolean;
}

/**
 * Settings from whatever is stored: every known field of the right form is taken, everything else has its default.
 * Never throws. Version 1 had sites and labels alone, in the form they still have: it needs no more than that.
 *
 *     settingsFrom(undefined).settings                  // the defaults
 *     settingsFrom({ sites: { x: 'no' } }).settings     // the defaults: 'no' is no boolean
 */
export function settingsFrom(stored: unknown): StoredSettings {
  const record = isRecord(stored) ? stored : {};
  const { version } = record;
  const { comments, strictness, country, badgeText, pausedUntil } = record;
  return {
    settings: {
      version: SETTINGS_VERSION,
      sites: switches(DEFAULT_SETTINGS.sites, record['sites']),
      labels: switches(DEFAULT_SETTINGS.labels, record['labels']),
      comments: typeof comments === 'boolean' ? comments : DEFAULT_SETTINGS.comments,
      strictness: oneOf(STRICTNESSES, strictness) ?? DEFAULT_SETTINGS.strictness,
      languages: distinct(record['languages'], languageFrom, (language) => language, MOST_LANGUAGES),
      country: typeof country === 'string' && /^[A-Z]{2}$/.test(country) ? country : DEFAULT_SETTINGS.country,
      badgeText: oneOf(BADGE_TEXTS, badgeText) ?? DEFAULT_SETTINGS.badgeText,
      ownSources: distinct(record['ownSources'], ownSourceFrom, ({ host }) => host, MOST_SOURCES),
      mutedSources: distinct(record['mutedSources'], idFrom, (id) => id, MOST_SOURCES),
      pausedUntil: pausedUntil === 'always' || isTime(pausedUntil) ? pausedUntil : DEFAULT_SETTINGS.pausedUntil,
    },
    newer: typeof version === 'number' && version > SETTINGS_VERSION,
  };
}

export function choicesIn({ strictness, ownSources, mutedSources }: Settings): Choices {
  return { strictness, ownSources, mutedSources };
}

/**
 * Whether nothing is to be marked at this time. A pause with an end further away than anybody can ask for was set by a clock
 * that has since been put back, and is over.
 */
export function isPaused({ pausedUntil }: Settings, now: number): boolean {
  if (pausedUntil === null || pausedUntil === 'always') return pausedUntil === 'always';
  return pausedUntil > now && pausedUntil - now <= LONGEST_PAUSE;
}

const LONGEST_PAUSE = 48 * 60 * 60 * 1000;

/** Whether the browser has room for them: `storage.sync` takes 8,192 bytes, the key among them. */
export function fitsStorage(settings: Settings): boolean {
  // Chrome writes `<` as six characters.
  const written = JSON.stringify(settings).replaceAll('<', '\\u003C');
  return new TextEncoder().encode(written).length <= MOST_BYTES;
}

const MOST_BYTES = 8192 - 'settings'.length;
const MOST_SOURCES = 1000;
const MOST_LANGUAGES = 20;
export const LONGEST_NAME = 80;

function switches<Key extends string>(defaults: Readonly<Record<Key, boolean>>, stored: unknown): Record<Key, boolean> {
  const result: Record<Key, boolean> = { ...defaults };
  if (!isRecord(stored)) return result;
  for (const key of Object.keys(defaults) as Key[]) {
    const value = Object.hasOwn(stored, key) ? stored[key] : undefined;
    if (typeof value === 'boolean') result[key] = value;
  }
  return result;
}

function oneOf<Value extends string>(values: readonly Value[], stored: unknown): Value | undefined {
  return values.find((value) => value === stored);
}

/** The members of a stored list that are of the right form, each key once, the first of them, at most so many. */
function distinct<Member>(
  stored: unknown,
  from: (stored: unknown) => Member | null,
  keyOf: (member: Member) => string,
  most: number,
): readonly Member[] {
  const members = new Map<string, Member>();
  for (const value of Array.isArray(stored) ? stored : []) {
    const member = from(value);
    if (member !== null && !members.has(keyOf(member))) members.set(keyOf(member), member);
    if (members.size === most) break;
  }
  return [...members.values()];
}

function languageFrom(stored: unknown): string | null {
  return typeof stored === 'string' && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(stored) ? stored : null;
}

function ownSourceFrom(stored: unknown): OwnSource | null {
  if (!isRecord(stored)) return null;
  const { host, name, kind } = stored;
  if (typeof host !== 'string' || !isOwnHost(host) || !isSourceKind(kind)) return null;
  const shown = typeof name === 'string' ? ownNameFrom(name) : '';
  return shown === '' ? null : { host, name: shown, kind };
}

/** A name as it is kept: no control characters, none that turns the text around it, single spaces, not too long. */
export function ownNameFrom(typed: string): string {
  const letters = [...typed.replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\s]+/gu, ' ').trim()];
  return letters.slice(0, LONGEST_NAME).join('').trim();
}

function idFrom(stored: unknown): string | null {
  return typeof stored === 'string' && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(stored) && stored.length <= 100 ? stored : null;
}

function isTime(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
