import type { Assessment, CitationFlag, CitedBy, Label } from './assessment.ts';
import { addressOf } from './citation-address.ts';
import { isOwn } from './own-sources.ts';
import type { SourceKind } from './source.ts';

// What a page of the extension that opens from a mark is given: nothing of the post's words, its author or its address.

export type Handover = DoctorSheet | MarkReport | SourceReport;

/** To print: where the post leads, and what it names. */
export interface DoctorSheet {
  readonly page: 'doctor';
  readonly cited: readonly CitedPage[];
  /** Ids of conditions and treatments. */
  readonly entries: readonly string[];
}

export interface CitedPage {
  readonly source: string;
  readonly name: string;
  readonly kind: SourceKind;
  readonly flags: readonly CitationFlag[];
  readonly address: string | null;
}

/** To publish: what caused the marks of a post, in the list's own ids. */
export interface MarkReport {
  readonly page: 'report';
  readonly about: 'mark';
  readonly labels: readonly Label[];
  readonly cited: readonly { readonly source: string; readonly how: CitedBy }[];
  readonly entries: readonly string[];
}

export interface SourceReport {
  readonly page: 'report';
  readonly about: 'source';
  readonly source: string;
}

export function doctorSheetOf({ citations, mentions }: Assessment): DoctorSheet {
  return {
    page: 'doctor',
    cited: citations.map((citation) => {
      const { source, name, kind, flags } = citation;
      return { source, name, kind, flags, address: addressOf(citation) };
    }),
    entries: distinct(mentions.map(({ id }) => id)),
  };
}

export function markReportOf(labels: readonly Label[], { citations, mentions }: Assessment): MarkReport {
  return {
    page: 'report',
    about: 'mark',
    labels,
    // What the reader has added to their own list is theirs alone.
    cited: citations.flatMap(({ source, how }) => (isOwn(source) ? [] : [{ source, how }])),
    entries: distinct(mentions.map(({ id }) => id)),
  };
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
