import { type Entry, encodeEntries } from '../../core/entries.ts';
import { encodeGate } from '../../core/gate.ts';
import { encodeLexicon } from '../../core/lexicon.ts';
import { encodeRecords } from '../../core/record-file.ts';
import type { ListVersion, SourceRecord } from '../../core/records.ts';
import { encodeRetractions } from '../../core/retractions.ts';
import { encodeSections } from '../../core/sections.ts';
import { encodeSourceIndex } from '../../core/source-index.ts';
import { foldedWord, wordsOf } from '../../core/text.ts';
import { encodeTypos } from '../../core/typos.ts';
import type { CuratedSource } from '../schema.ts';
import type { Curated } from './curated.ts';
import { gateListFrom } from './gate-list.ts';
import { type List, listFrom } from './list.ts';
import { type Notices, noticesIn } from './notices.ts';
import { WORKS } from './works.ts';

/** What the extension ships, and the list it was made of. */
export interface Shipped {
  readonly list: List;
  readonly version: ListVersion;
  /** By file name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * The second step of the build: what was written by hand and what was extracted, as the extension reads it. `prefilter` is what
 * `npm run train:gate` has learned.
 */
export function shippedFrom(curated: Curated, extracted: (file: string) => string, prefilter: Uint8Array): Shipped {
  const list = listFrom(curated, extracted);
  const notices = noticesIn(extracted('notices.tsv'));
  const version = versionOf(curated, list, notices);
  const chapters = chapterKeys(list);
  const sources = list.sources.map(({ id, name, kind, keys }) => ({
    id,
    name,
    kind,
    keys: [...keys, ...(chapters.get(id) ?? [])],
  }));
  const organisations = organisationsByCondition(list.sources);
  const index = encodeSections({
    LEX2: encodeLexicon(list.names),
    // The index of sources has their names.
    ENTR: encodeEntries(list.entries.map((entry) => (entry.kind === 'source' ? { ...entry, name: '' } : entry))),
    SRCS: encodeSourceIndex(sources, [...new Set(list.sources.flatMap(({ excluded }) => excluded))]),
    RETR: encodeRetractions(notices.papers, notices.asOf),
    TYPO: encodeTypos(forgivenNames(list)),
    GATE: encodeGate(gateListFrom(list), prefilter),
  });
  const records = encodeRecords(
    version,
    WORKS,
    list.subjects.map((subject) => ({
      ...subject,
      organisations: organisations.get(subject.id) ?? [],
      group: list.groups.get(subject.id) ?? null,
    })),
    list.sources.map(sourceRecord),
  );
  return {
    list,
    version,
    files: new Map([
      ['index.bin', index],
      ['records.bin', records],
      ['version.json', new TextEncoder().encode(`${JSON.stringify(version, null, 2)}\n`)],
    ]),
  };
}

/** Names of one word of which a mistyped letter is forgiven: of conditions and drugs, none that is also an everyday word. */
function forgivenNames(list: List): readonly string[] {
  return list.names
    .filter(({ entry, flags }) => flags === 0 && ['condition', 'drug'].includes((list.entries[entry] as Entry).kind))
    .filter(({ text }) => wordsOf(text).count === 1)
    .map(({ text }) => foldedWord(text));
}

function versionOf(curated: Curated, list: List, { asOf }: Notices): ListVersion {
  const version = curated.changes[0]?.version ?? '';
  const conditions = list.subjects.filter(({ kind }) => kind === 'condition').length;
  return { version, date: version.slice(0, 10), sources: list.sources.length, conditions, notices: asOf };
}

function organisationsByCondition(sources: readonly CuratedSource[]): ReadonlyMap<string, readonly string[]> {
  const byCondition = new Map<string, string[]>();
  for (const { id, conditions } of sources) {
    for (const condition of conditions) byCondition.set(condition, [...(byCondition.get(condition) ?? []), id]);
  }
  return byCondition;
}

/** Chapters of GeneReviews share their address with every other book of the NCBI Bookshelf; only their numbers tell them. */
function chapterKeys(list: List): ReadonlyMap<string, readonly string[]> {
  const numbers = list.subjects.flatMap(({ pages }) => pages).flatMap((page) => /^genereviews:(NBK\d+)$/.exec(page)?.[1] ?? []);
  return new Map([
    ['genereviews', [...new Set(numbers)].sort().map((number) => `path:ncbi.nlm.nih.gov/books/${number.toLowerCase()}`)],
  ]);
}

function sourceRecord(source: CuratedSource): SourceRecord {
  const { id, name, kind, country, languages, scope, home, evidence, checked, funding } = source;
  return { id, name, kind, country, languages, scope, home, evidence, checked, funding };
}
