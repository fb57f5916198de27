import type { MentionKind } from './assessment.ts';
import type { SourceKind } from './source.ts';

// What the panel shows beyond an assessment. The background keeps these in IndexedDB, read one at a time.

/** A body of the curated list, as the panel shows it. */
export interface SourceRecord {
  readonly id: string;
  readonly name: string;
  readonly kind: SourceKind;
  /** ISO 3166-1 alpha-2; `INT` for an international body; `EU` for one of the European Union; `ZZ` where nobody says. */
  readonly country: string;
  /** BCP 47. */
  readonly languages: readonly string[];
  /** What it covers, in a few words: `all`, `rare diseases`, `cancer`. */
  readonly scope: string;
  /** Its own site. */
  readonly home: string;
  /** Why it is on the list. */
  readonly evidence: readonly Evidence[];
  /** The day a person last opened the evidence, as YYYY-MM-DD; `null` when nobody has yet. */
  readonly checked: string | null;
  /** Who runs or pays for it, where that matters. */
  readonly funding: string | null;
}

/** One reason why a body is what the list says it is. */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** The register's id, the domain, the accreditation's name. */
  readonly id: string;
  /** Where to look it up; `null` where there is no page for it. */
  readonly url: string | null;
}

export type EvidenceKind =
  | 'ror'
  | 'issn'
  | 'medline'
  | 'government-domain'
  | 'wikidata'
  | 'crossref-member'
  | 'membership'
  | 'accreditation'
  | 'register'
  | 'law'
  /** Says so itself; nobody else's register was checked. */
  | 'self-description';

/** A named condition, drug, vaccine, symptom or topic, as the panel shows it. */
export interface EntryRecord {
  readonly id: string;
  readonly name: string;
  readonly kind: MentionKind;
  /** `null` where no source of ours says. */
  readonly rare: boolean | null;
  readonly orpha: string | null;
  readonly pages: readonly ReferencePage[];
  /** Ids of patient organisations in the list. */
  readonly organisations: readonly string[];
  /** The nearest group of diseases that it is one of and that has patient organisations: for `holoprosencephaly 8`, holoprosencephaly. */
  readonly group: DiseaseGroup | null;
}

export type DiseaseGroup = Pick<EntryRecord, 'id' | 'name' | 'organisations'>;

/** An entry as the list has it: the group by its id. */
export interface ListedEntry extends Omit<EntryRecord, 'group'> {
  readonly group: string | null;
}

/** A page about a condition or treatment at one of the listed reference works. */
export interface ReferencePage {
  /** The source's id. */
  readonly source: string;
  readonly url: string;
  /** BCP 47 */
  readonly language: string;
  /** Which part of the source it is of, where that has several. */
  readonly part: PagePart | null;
  /** Whether the page was joined to the condition by a shared identifier or by its name. */
  readonly how: 'id' | 'name';
}

export type PagePart = 'encyclopedia' | 'medicines' | 'series';

/** The list's own identity. */
export interface ListVersion {
  /** YYYY-MM-DD.N: the day of the newest curated change, and a count. */
  readonly version: string;
  /** The day it was made, YYYY-MM-DD. */
  readonly date: string;
  readonly sources: number;
  readonly conditions: number;
  /** The month up to which retractions and corrections of papers are known, YYYY-MM. */
  readonly notices: string;
}
