import type { SourceKind } from './source.ts';

/** What a post is marked with. `LABELS` in label.ts says when. */
export type Label = 'patient-experience' | 'carer-experience' | 'medical-source' | 'no-source';

/** All that the engine found in one post. */
export interface Assessment {
  /** The post's id. */
  readonly id: string;
  /** In the order in which they are shown. Empty means "not assessed", never "checked". */
  readonly labels: readonly Label[];
  /** Whether the post is about human health, illness, care or medicine, literally. */
  readonly health: boolean;
  readonly experience: Experience | null;
  readonly claim: Reading | null;
  readonly citations: readonly Citation[];
  readonly mentions: readonly Mention[];
}

/** A stretch of the post's text, in UTF-16 code units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What one reading of a text came to. */
export interface Reading {
  /** 0 to 1: how sure the reader is. */
  readonly score: number;
  /** The words that carried it, the weightiest first. */
  readonly because: readonly Span[];
}

export interface Experience extends Reading {
  /** Whose experience is told: the author's own, or that of somebody the author is close to or cares for. */
  readonly voice: Voice;
}

export type Voice = 'patient' | 'carer';

/** A condition, treatment, vaccine or symptom named in the text. */
export interface Mention extends Span {
  readonly id: string;
  /** The name our list uses for it. */
  readonly name: string;
  readonly kind: MentionKind;
}

export type MentionKind = 'condition' | 'drug' | 'vaccine' | 'symptom' | 'topic';

/** A place in a post that leads to a source of the list. */
export interface Citation {
  /** The source's id. */
  readonly source: string;
  readonly name: string;
  readonly kind: SourceKind;
  readonly how: CitedBy;
  /** The address, identifier or words that lead there. */
  readonly where: string;
  /** Where in the text, when it is there. */
  readonly span: Span | null;
  readonly flags: readonly CitationFlag[];
}

/**
 * How a post leads to a source: an address; a preview card that tells only the host; an identifier in the text;
 * a plain attribution by name; or the post is the source's own.
 */
export type CitedBy = 'link' | 'card' | 'doi' | 'pmid' | 'pmcid' | 'trial' | 'isbn' | 'name' | 'account';

export type CitationFlag =
  | 'not-peer-reviewed'
  | 'retracted'
  | 'expression-of-concern'
  | 'corrected'
  | 'reinstated'
  | 'sells-what-it-writes-about';
