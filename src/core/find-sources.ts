import type { SourceRecord } from './records.ts';

/** What of a source tells it from others in a list of them. */
export type SourceLine = Pick<SourceRecord, 'id' | 'name' | 'kind' | 'country'>;

/**
 * The sources that have every word of a text in their name, their id or their host, each as the beginning of a word. Those whose
 * name begins with the text come first, then the shortest names: who looks for "NHS" means the NHS.
 *
 *     findSources('mayo cl', sources, 10)  // Mayo Clinic, …
 */
export function findSources(text: string, sources: Iterable<SourceRecord>, most: number): readonly SourceLine[] {
  const sought = plain(text);
  if (sought === '') return [];
  const words = sought.split(' ').map((word) => ` ${word}`);
  const found: { readonly line: SourceLine; readonly rank: number }[] = [];
  for (const { id, name, kind, country, home } of sources) {
    const plainName = plain(name);
    const within = ` ${plainName} ${plain(id)} ${plain(home)}`;
    if (!words.every((word) => within.includes(word))) continue;
    found.push({ line: { id, name, kind, country }, rank: (plainName.startsWith(sought) ? 0 : 1000) + plainName.length });
  }
  return found
    .sort((one, other) => one.rank - other.rank || (one.line.id < other.line.id ? -1 : 1))
    .slice(0, most)
    .map(({ line }) => line);
}

/** Letters and digits in lower case, without accents, with single spaces between. */
function plain(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const LONGEST = 200;
