import type { Entry } from '../../core/entries.ts';
import type { Name } from '../../core/lexicon.ts';
import { nameKey } from './name-key.ts';

/** A name that an entry would like to have. */
export interface Claim {
  readonly text: string;
  /** The entry's number. */
  readonly entry: number;
  readonly flags: number;
  /** Where the name is from: the lowest has it. */
  readonly rank: Rank;
}

/** From the surest right to a name to the weakest. */
export const RANKS = [
  'by hand',
  'own name',
  'exact synonym',
  'topic title',
  'symptom',
  'listed synonym',
  'source',
  'abbreviation',
  'short form',
  'other spelling',
  'sign',
] as const;

export type Rank = (typeof RANKS)[number];

/** A name that nobody has, and why. */
export interface Dropped {
  readonly text: string;
  readonly entries: readonly number[];
  readonly why: string;
}

export interface Resolved {
  readonly names: readonly Name[];
  readonly dropped: readonly Dropped[];
}

/**
 * Who has each name. Of several entries that claim one with the same right, the one has it that people mean: the
 * group whose name is part of the others' (`parentOf`), else the only one that `isKnown` says people look up; else nobody.
 */
export function resolved(
  claims: readonly Claim[],
  entries: readonly Entry[],
  isKnown: (entry: number) => boolean,
  forbidden: (entry: number, key: string) => boolean,
): Resolved {
  const byKey = new Map<string, Claim[]>();
  const names: Name[] = [];
  const dropped: Dropped[] = [];
  for (const claim of claims) {
    const key = nameKey(claim.text);
    if (key === '') continue;
    if (forbidden(claim.entry, key)) dropped.push({ text: claim.text, entries: [claim.entry], why: 'left out by hand' });
    else {
      const others = byKey.get(key);
      if (others === undefined) byKey.set(key, [claim]);
      else others.push(claim);
    }
  }
  for (const all of byKey.values()) {
    const best = Math.min(...all.map(({ rank }) => RANKS.indexOf(rank)));
    const claiming = all.filter(({ rank }) => RANKS.indexOf(rank) === best);
    const numbers = [...new Set(claiming.map(({ entry }) => entry))];
    const owner = numbers.length === 1 ? numbers[0] : (parentOf(numbers, entries) ?? onlyOne(numbers.filter(isKnown)));
    const kept = claiming.find(({ entry }) => entry === owner);
    if (kept === undefined || owner === undefined) {
      dropped.push({ text: (claiming[0] as Claim).text, entries: numbers, why: 'means several, and none of them first' });
      continue;
    }
    names.push({ text: kept.text, entry: owner, flags: kept.flags });
    const losers = [...new Set(all.map(({ entry }) => entry))].filter((entry) => entry !== owner);
    if (losers.length > 0) dropped.push({ text: kept.text, entries: losers, why: `is ${(entries[owner] as Entry).id}` });
  }
  return { names, dropped };
}

/** The entry whose name's words all stand in each other's name: the group of which the others are kinds. */
function parentOf(numbers: readonly number[], entries: readonly Entry[]): number | undefined {
  const words = new Map(numbers.map((number) => [number, new Set(nameKey((entries[number] as Entry).name).split(' '))]));
  return numbers.find((number) =>
    numbers.every((other) => Array.from(words.get(number) ?? []).every((word) => words.get(other)?.has(word))),
  );
}

function onlyOne(numbers: readonly number[]): number | undefined {
  return numbers.length === 1 ? numbers[0] : undefined;
}
