import type { Settings } from './settings.ts';

/** What is near to the person at the browser: their languages, the most wanted first, and their country where it is known. */
export interface Nearness {
  /** BCP 47. */
  readonly languages: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
}

/**
 * What the settings say; what they leave open, as the browser's languages tell it. A language alone tells no country.
 *
 *     nearnessFrom(DEFAULT_SETTINGS, ['pt-BR', 'en'])  // { languages: ['pt-BR', 'en'], country: 'BR' }
 *     nearnessFrom(DEFAULT_SETTINGS, ['en'])           // { languages: ['en'], country: null }
 */
export function nearnessFrom({ languages, country }: Pick<Settings, 'languages' | 'country'>, tags: readonly string[]): Nearness {
  return { languages: languages.length > 0 ? languages : tags, country: country ?? regionIn(tags) };
}

function regionIn(tags: readonly string[]): string | null {
  for (const tag of tags) {
    const region = /^[a-z]{2,3}(?:-[A-Za-z]{4})?-([A-Z]{2})\b/.exec(tag)?.[1];
    if (region !== undefined) return region;
  }
  return null;
}

/** Where a language stands among those that are read, from 0; `Infinity` when it is not read. Dialects are one language. */
export function rankOf(language: string, { languages }: Nearness): number {
  const at = languages.findIndex((one) => tongueOf(one) === tongueOf(language));
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

/** Bodies of the person's own country first, then international ones and others in a language they read, then the rest. */
export function nearestFirst<Body extends { readonly country: string; readonly languages: readonly string[] }>(
  bodies: readonly Body[],
  near: Nearness,
): readonly Body[] {
  function distance({ country, languages }: Body): number {
    const isRead = languages.some((language) => rankOf(language, near) < Number.POSITIVE_INFINITY);
    if (country === near.country) return isRead ? 0 : 1;
    return (isRead ? 2 : 4) + (country === 'INT' || country === 'EU' ? 0 : 1);
  }
  return [...bodies].sort((one, other) => distance(one) - distance(other));
}

function tongueOf(language: string): string | undefined {
  return language.split('-', 1)[0];
}
