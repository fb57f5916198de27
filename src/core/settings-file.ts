import { fitsStorage, type Settings, settingsFrom } from './settings.ts';

/** What of the settings is in a file: all but a pause, which is of the moment. */
export type Kept = Exclude<keyof Settings, 'version' | 'pausedUntil'>;

export const KEPT: readonly Kept[] = [
  'sites',
  'labels',
  'comments',
  'strictness',
  'languages',
  'country',
  'badgeText',
  'ownSources',
  'mutedSources',
];

/** What came of reading a settings file. */
export interface Imported {
  readonly settings: Settings;
  /** What of the file was taken, whole or in part. */
  readonly taken: readonly Kept[];
  /** What was in the file and could not be taken whole: not of the right form, or no room for it. */
  readonly left: readonly Kept[];
  /** How much else the file had that no setting of ours is. */
  readonly unknown: number;
}

export type Unreadable = 'no-settings-file';

/** No settings are as long. */
const LONGEST_FILE = 200_000;

/** What marks a file as one of ours. */
const MARK = 'lived-and-cited';

export function settingsFile(settings: Settings): string {
  const kept = Object.fromEntries(KEPT.map((key) => [key, settings[key]]));
  return `${JSON.stringify({ [MARK]: 'settings', version: settings.version, ...kept }, null, 2)}\n`;
}

/**
 * The settings with those of a file in the place of the present ones. What the file does not have stays as it is; so does what
 * is not of the right form. `isShared`: whether a host belongs to many, which nobody can have as an own source.
 */
export function settingsFromFile(text: string, present: Settings, isShared: (host: string) => boolean): Imported | Unreadable {
  const file = text.length <= LONGEST_FILE ? parsed(text) : null;
  if (file?.[MARK] !== 'settings') return 'no-settings-file';
  const has = KEPT.filter((key) => Object.hasOwn(file, key));
  const { sites, labels } = present;
  const { settings: read } = settingsFrom({ ...file, sites: over(sites, file['sites']), labels: over(labels, file['labels']) });
  const ownSources = read.ownSources.filter(({ host }) => !isShared(host));
  const taken = has.filter((key) => isRead(file[key], read[key]));
  const settings = withinRoom({ ...present, ...pick({ ...read, ownSources }, taken) });
  return {
    settings,
    taken,
    left: has.filter((key) => !taken.includes(key) || !isWhole(file[key], settings[key])),
    unknown: Object.keys(file).filter((key) => key !== MARK && !(key in settings)).length,
  };
}

/** Switches as they are, with those of a file in their place. */
function over(present: Readonly<Record<string, boolean>>, written: unknown): Readonly<Record<string, unknown>> {
  const given = Object.entries(isRecord(written) ? written : {}).filter(([, value]) => typeof value === 'boolean');
  return { ...present, ...Object.fromEntries(given) };
}

/** Whether what was read comes from the file, or some of it does: what is of the wrong form was read as its default. */
function isRead(written: unknown, read: unknown): boolean {
  if (Array.isArray(read)) return Array.isArray(written) && (written.length === 0 || read.length > 0);
  if (isRecord(read)) return isRecord(written) && Object.keys(read).some((key) => typeof written[key] === 'boolean');
  return written === read;
}

/** Whether all that was written is in what was taken. */
function isWhole(written: unknown, taken: unknown): boolean {
  if (Array.isArray(taken)) return Array.isArray(written) && written.length === taken.length;
  if (isRecord(taken)) return isRecord(written) && Object.entries(written).every(([key, value]) => taken[key] === value);
  return true;
}

/** The settings without the last of the reader's sources, as many as the browser has no room for. */
function withinRoom(settings: Settings): Settings {
  let fitting = settings;
  while (!fitsStorage(fitting)) {
    const { ownSources, mutedSources } = fitting;
    fitting =
      ownSources.length > mutedSources.length
        ? { ...fitting, ownSources: ownSources.slice(0, -1) }
        : { ...fitting, mutedSources: mutedSources.slice(0, -1) };
  }
  return fitting;
}

function pick(settings: Settings, keys: readonly Kept[]): Partial<Settings> {
  return Object.fromEntries(keys.map((key) => [key, settings[key]]));
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
