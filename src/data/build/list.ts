import type { Entry } from '../../core/entries.ts';
import { CAPITALS_ONLY, WEAK } from '../../core/lexicon.ts';
import type { CuratedSource, NameDecision, Phrases } from '../schema.ts';
import { type Curated, CuratedError } from './curated.ts';
import type { Problem } from './fields.ts';
import { groupsOf } from './groups.ts';
import { flagsOf, isAbbreviation } from './name-flags.ts';
import { nameKey } from './name-key.ts';
import { type Claim, type Dropped, type Rank, type Resolved, resolved } from './names.ts';
import { spellingsOf } from './spellings.ts';
import { type Subject, subjectsFrom } from './subjects.ts';
import { workOf } from './works.ts';

/** The whole list, before it is encoded. */
export interface List {
  /** In the order of their ids; the entries begin with these, in the same order. */
  readonly subjects: readonly Subject[];
  readonly sources: readonly CuratedSource[];
  readonly entries: readonly Entry[];
  readonly names: Resolved['names'];
  readonly dropped: readonly Dropped[];
  /** Of diseases, the nearest group with patient organisations. */
  readonly groups: ReadonlyMap<string, string>;
}

/** Throws a `CuratedError` when a decision, an organisation or a group names an entry that there is not. */
export function listFrom(curated: Curated, extracted: (file: string) => string): List {
  const decisions = new Map(curated.decisions.map((decision) => [decision.id, decision]));
  const subjects = decided(subjectsFrom(extracted), decisions);
  checkConditions(curated, subjects);
  const entries: Entry[] = [
    ...subjects.map(({ kind, id, name }) => ({ kind, id, name })),
    ...curated.sources.map(({ id, name }) => ({ kind: 'source' as const, id, name })),
    ...SIGNS.map((kind) => ({ kind, id: kind, name: kind })),
  ];
  const everyday = keysOf(curated.everyday, 'everyday-word');
  const noAbbreviation = keysOf(curated.everyday, 'not-an-abbreviation');
  const claims = [
    ...subjects.flatMap((subject, entry) => [
      ...handClaims(decisions.get(subject.id), entry),
      ...subject.names
        .filter(({ text }) => !isAbbreviation(text) || !noAbbreviation.has(nameKey(text)))
        .map(({ text, rank }) => ({ text, rank, entry, flags: flagsOf(text, everyday) })),
    ]),
    ...curated.sources.flatMap((source, index) => sourceClaims(source, subjects.length + index, everyday)),
    ...[...curated.signs, ...curated.decoys].flatMap((group) => phraseClaims(group.for, group.phrases, entries)),
  ];
  const leftOut = new Map(subjects.map((subject, entry) => [entry, leftOutKeys(decisions.get(subject.id))]));
  const { names, dropped } = resolved(
    claims,
    entries,
    (entry) => subjects[entry]?.pages.some((page) => KNOWN_WORKS.includes(workOf(page))) ?? false,
    (entry, key) => leftOut.get(entry)?.has(key) ?? false,
  );
  const groups = groupsOf({ subjects, sources: curated.sources }, curated.groups);
  return { subjects, sources: curated.sources, entries, names, dropped, groups };
}

const SIGNS = ['illness-sign', 'health-word', 'decoy'] as const;

/** A condition that has a page here is one that many people know. */
const KNOWN_WORKS: readonly string[] = ['medlineplus', 'nhs', 'ency'];

/** The subjects after what was decided by hand: some left out, some renamed, some added. In the order of their ids. */
function decided(subjects: readonly Subject[], decisions: ReadonlyMap<string, NameDecision>): readonly Subject[] {
  const ids = new Set(subjects.map(({ id }) => id));
  const kept: Subject[] = subjects
    .filter(({ id }) => decisions.get(id)?.drop !== 'everything')
    .map((subject) => {
      const decision = decisions.get(subject.id);
      const pages = [...new Set([...subject.pages, ...(decision?.pages ?? [])])];
      return { ...subject, kind: decision?.kind ?? subject.kind, name: decision?.name ?? subject.name, pages };
    });
  const problems: Problem[] = [];
  for (const { file, line, id, kind, name, pages } of decisions.values()) {
    if (ids.has(id)) continue;
    const message = `there is no entry "${id}". Give it a kind and a name to add it.`;
    if (kind === null || name === null) problems.push({ file, line, field: 'id', message });
    else kept.push({ id, kind, name, pages, rare: null, names: [], formOf: [] });
  }
  if (problems.length > 0) throw new CuratedError(problems);
  return kept.sort((one, other) => (one.id < other.id ? -1 : 1));
}

function keysOf(groups: readonly Phrases[], wanted: string): ReadonlySet<string> {
  return new Set(groups.flatMap((group) => (group.for === wanted ? group.phrases : [])).map(nameKey));
}

function checkConditions({ sources, groups }: Curated, subjects: readonly Subject[]): void {
  const ids = new Set(subjects.map(({ id }) => id));
  const named = [
    ...sources.flatMap(({ file, line, conditions }) => conditions.map((id) => ({ file, line, field: 'conditions', id }))),
    ...groups.map(({ file, line, id }) => ({ file, line, field: 'id', id })),
  ];
  const problems = named
    .filter(({ id }) => !ids.has(id))
    .map(({ file, line, field, id }): Problem => {
      const message = `there is no condition "${id}" on the list. A new one comes with npm run data where the upstream files are.`;
      return { file, line, field, message };
    });
  if (problems.length > 0) throw new CuratedError(problems);
}

function handClaims(decision: NameDecision | undefined, entry: number): readonly Claim[] {
  if (decision === undefined) return [];

  function claims(names: readonly string[], flags: number): readonly Claim[] {
    return names.flatMap((name) => spellingsOf(name)).map((text) => ({ text, entry, flags, rank: 'by hand' }));
  }

  return [
    ...claims(decision.strong, 0),
    ...claims(decision.weak, WEAK),
    ...claims(decision.capitals, CAPITALS_ONLY),
    ...claims(decision.weakCapitals, WEAK | CAPITALS_ONLY),
  ];
}

function leftOutKeys(decision: NameDecision | undefined): ReadonlySet<string> {
  return new Set(decision === undefined || decision.drop === 'everything' ? [] : decision.drop.map(nameKey));
}

function sourceClaims(source: CuratedSource, entry: number, everyday: ReadonlySet<string>): readonly Claim[] {
  return [source.name, ...source.also].map((text) => {
    const weak = everyday.has(nameKey(text)) ? WEAK : 0;
    return {
      text,
      entry,
      flags: weak | (isAbbreviation(text) && text === text.toUpperCase() ? CAPITALS_ONLY : 0),
      rank: 'source' as Rank,
    };
  });
}

function phraseClaims(kind: string, phrases: readonly string[], entries: readonly Entry[]): readonly Claim[] {
  const entry = entries.findIndex((candidate) => candidate.kind === kind);
  const rank: Rank = kind === 'decoy' ? 'by hand' : 'sign';
  return phrases.map((text) => ({ text, entry, flags: 0, rank }));
}
