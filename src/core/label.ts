import type { Assessment, Citation, Label } from './assessment.ts';
import { isRecognised } from './source.ts';

/** Every label, in the order in which a post shows them. */
export const LABELS: readonly Label[] = ['patient-experience', 'carer-experience', 'medical-source', 'no-source'];

/** What a label is decided from: nothing but what the engine found in the post itself. */
export interface Findings extends Pick<Assessment, 'health' | 'experience' | 'claim' | 'citations'> {
  /** Whether the page shows only the beginning of the post: the link may stand behind "Show more". */
  readonly truncated: boolean;
  /** Whether somebody paid for the post. What an advert tells is what an organisation tells of its patients: nobody's own story. */
  readonly promoted: boolean;
}

/**
 * The decision, in one function. The two kinds of knowledge stand side by side: neither hides the other, neither is first
 * by worth (experience is first by the alphabet of `LABELS` alone).
 *
 * | found | label |
 * |---|---|
 * | experience, in no advert | patient's or carer's experience |
 * | health, and a recognised source cited, be it its front page | medical source cited |
 * | both | both |
 * | a claim, no such experience, no recognised source, the whole text read | no medical source cited |
 * | anything else | none |
 */
export function labelsFor(found: Findings): readonly Label[] {
  if (!found.health) return [];
  const labels: Label[] = [];
  if (found.experience !== null && !found.promoted)
    labels.push(found.experience.voice === 'carer' ? 'carer-experience' : 'patient-experience');
  if (found.citations.some(isRecognisedCitation)) labels.push('medical-source');
  if (labels.length === 0 && found.claim !== null && !found.truncated) labels.push('no-source');
  return labels;
}

/** Whether a citation counts as a medical source: a seller's or a fact-checker's page is shown as what it is and does not. */
export function isRecognisedCitation(citation: Citation): boolean {
  return isRecognised(citation.kind);
}
