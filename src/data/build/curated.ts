import {
  type CuratedSource,
  changesIn,
  type GroupEndings,
  groupEndingsIn,
  type ListChange,
  type NameDecision,
  nameDecisionsIn,
  type Phrases,
  phrasesIn,
  sourcesIn,
} from '../schema.ts';
import { type Problem, problemLine } from './fields.ts';
import { nameKey } from './name-key.ts';

/** Says all that is wrong in the curated files at once, each with its file and line. */
export class CuratedError extends Error {
  constructor(problems: readonly Problem[]) {
    const places = problems.length === 1 ? 'one place' : `${problems.length} places`;
    super(`The curated files are wrong in ${places}:\n${problems.map(problemLine).join('\n')}`);
  }
}

/** All that was written by hand. */
export interface Curated {
  /** In the order of their ids. */
  readonly sources: readonly CuratedSource[];
  readonly decisions: readonly NameDecision[];
  readonly signs: readonly Phrases[];
  readonly decoys: readonly Phrases[];
  readonly everyday: readonly Phrases[];
  readonly groups: readonly GroupEndings[];
  readonly changes: readonly ListChange[];
}

/** Throws a `CuratedError` when anything is wrong. */
export function curatedFrom(files: ReadonlyMap<string, string>): Curated {
  const problems: Problem[] = [];

  function from<Kept>(
    folder: string,
    read: (file: string, text: string, problems: Problem[]) => readonly Kept[],
  ): readonly Kept[] {
    return [...files]
      .filter(([file]) => file.includes(`curated/${folder}`) && file.endsWith('.yaml'))
      .flatMap(([file, text]) => read(file, text, problems));
  }

  const sources = [...from('sources/', sourcesIn), ...from('organisations/', sourcesIn)].sort((one, other) =>
    one.id < other.id ? -1 : 1,
  );
  const curated: Curated = {
    sources,
    decisions: from('names', nameDecisionsIn),
    signs: from('signs.yaml', (file, text, found) => phrasesIn(file, text, ['illness-sign', 'health-word'], found)),
    decoys: from('decoys.yaml', (file, text, found) => phrasesIn(file, text, ['decoy'], found)),
    everyday: from('everyday-words.yaml', (file, text, found) =>
      phrasesIn(file, text, ['everyday-word', 'not-an-abbreviation'], found),
    ),
    groups: from('groups.yaml', groupEndingsIn),
    changes: from('changes.yaml', changesIn),
  };
  problems.push(...sharedIn(sources), ...twiceIn(curated.decisions), ...namesTwiceIn(curated.decisions));
  if (problems.length > 0) throw new CuratedError(problems);
  return curated;
}

/** Ids and keys that two sources claim, or that one claims and another rule gives to nobody. */
function sharedIn(sources: readonly CuratedSource[]): readonly Problem[] {
  const problems: Problem[] = [];
  const owners = new Map<string, CuratedSource>();
  for (const source of sources) {
    for (const key of [`id:${source.id}`, ...source.keys, ...source.excluded]) {
      const owner = owners.get(key);
      if (owner !== undefined) {
        const field = key.startsWith('id:') ? 'id' : 'rules';
        problems.push({
          file: source.file,
          line: source.line,
          field,
          message: `"${key}" stands at ${owner.file}:${owner.line} too.`,
        });
      }
      owners.set(key, source);
    }
  }
  return problems;
}

function twiceIn(decisions: readonly NameDecision[]): readonly Problem[] {
  const seen = new Map<string, NameDecision>();
  return decisions.flatMap((decision) => {
    const before = seen.get(decision.id);
    seen.set(decision.id, decision);
    const message = `"${decision.id}" stands at ${before?.file}:${before?.line} too: make one record of both.`;
    return before === undefined ? [] : [{ file: decision.file, line: decision.line, field: 'id', message }];
  });
}

/** Names that a scan cannot tell apart, given to two entries or to two lists of one: "rash" weak and "rashes" strong. */
function namesTwiceIn(decisions: readonly NameDecision[]): readonly Problem[] {
  const seen = new Map<string, { readonly decision: NameDecision; readonly list: string; readonly name: string }>();
  const problems: Problem[] = [];
  for (const decision of decisions) {
    const lists = {
      strong: decision.strong,
      weak: decision.weak,
      capitals: decision.capitals,
      'weak-capitals': decision.weakCapitals,
    };
    for (const [list, names] of Object.entries(lists)) {
      for (const name of names) {
        const key = nameKey(name);
        const before = seen.get(key);
        seen.set(key, before ?? { decision, list, name });
        if (before === undefined || (before.decision === decision && before.list === list)) continue;
        const message = `"${name}" is "${before.name}" to a scan, which is ${before.list} of ${before.decision.id} in line ${before.decision.line}.`;
        problems.push({ file: decision.file, line: decision.line, field: list, message });
      }
    }
  }
  return problems;
}
