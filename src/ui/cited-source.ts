import type { Citation, CitationFlag } from '../core/assessment.ts';
import type { SourceKind } from '../core/source.ts';

/** A source with every place in the post that leads to it. */
export interface CitedSource {
  readonly id: string;
  readonly name: string;
  readonly kind: SourceKind;
  readonly citations: readonly Citation[];
}

/** Each source once, in the order in which the post comes to them. */
export function citedSources(citations: readonly Citation[]): readonly CitedSource[] {
  const sources = new Map<string, CitedSource>();
  for (const citation of citations) {
    const { source: id, name, kind } = citation;
    sources.set(id, { id, name, kind, citations: [...(sources.get(id)?.citations ?? []), citation] });
  }
  return [...sources.values()];
}

/** The flags that each of the citations bears, the gravest first. */
export function sharedFlags(citations: readonly Citation[]): readonly CitationFlag[] {
  return FLAGS_BY_WEIGHT.filter((flag) => citations.length > 0 && citations.every(({ flags }) => flags.includes(flag)));
}

/** The flags that any of the citations bears, the gravest first. */
export function allFlags(citations: readonly Citation[]): readonly CitationFlag[] {
  return FLAGS_BY_WEIGHT.filter((flag) => citations.some(({ flags }) => flags.includes(flag)));
}

const FLAGS_BY_WEIGHT: readonly CitationFlag[] = [
  'retracted',
  'expression-of-concern',
  'not-peer-reviewed',
  'reinstated',
  'corrected',
  'sells-what-it-writes-about',
];
