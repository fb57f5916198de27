import type { Assessment, Label } from '../core/assessment.ts';
import { isRecognisedCitation } from '../core/label.ts';
import { citedSources, sharedFlags } from './cited-source.ts';
import { FLAG_NAMES, LABEL_NAMES, SHORT_LABEL_NAMES } from './names.ts';
import type { Translate } from './translate.ts';

/** How much of what it has to say a badge has room for. Half a badge is one that shares the room of a whole one. */
export type Wording = 'whole' | 'half' | 'brief' | 'word';

/** What a badge says. All badges have boxes of one size: so what matters most comes first, and the end may be cut. */
export interface BadgeText extends Readonly<Record<Wording, string>> {
  /** Everything, in the tooltip. */
  readonly full: string;
  /** What is cut of it first: the name that it ends in, of the one source that is cited; empty for others. */
  readonly name: string;
}

/**
 * The label's name; for a cited source with the source's name, or their number when there are more.
 * A flag that is on everything cited is said here already: "not peer reviewed" must not wait for a click.
 */
export function badgeText(label: Label, assessment: Assessment, t: Translate): BadgeText {
  const name = t(LABEL_NAMES[label]);
  const word = t(SHORT_LABEL_NAMES[label]);
  const plain = { full: name, whole: name, half: word, brief: name, word, name: '' };
  if (label !== 'medical-source') return plain;
  const citations = assessment.citations.filter(isRecognisedCitation);
  const { length } = citedSources(citations);
  const [first] = citations;
  if (!first) return plain;
  const full = length === 1 ? t('badge_source_named', first.name) : t.count('badge_sources', length);
  const brief = length === 1 ? t('drawn_source_named', first.name) : t.count('drawn_sources', length);
  const [shared] = sharedFlags(citations);
  const source = length === 1 ? first.name : '';
  if (!shared) return { full, whole: full, half: brief, brief, word, name: source };
  const flag = t(FLAG_NAMES[shared]);
  const flagged = t('drawn_flagged', flag, brief);
  const marked = t('short_flagged', word);
  return { full: t('badge_flagged', full, flag), whole: flagged, half: marked, brief: flagged, word: marked, name: source };
}

/**
 * What is read out of a badge, and what it listens to: the whole of it, with what is drawn in it where that has other words.
 * Somebody who speaks to their browser says what they see.
 *
 *     'Medical source cited: Orphanet'            // drawn: the same, 'Source', or an icon alone
 *     'Medical source cited – Source: Orphanet'   // drawn: 'Source: Orphanet'
 */
export function spokenText(label: Label, text: BadgeText, wording: Wording | null, t: Translate): string {
  const seen = wording === null ? '' : text[wording];
  if (lettersOf(text.full).includes(lettersOf(seen))) return text.full;
  // A word alone does not name the source, so the whole does.
  return t('badge_spoken', seen === text.word ? text.full : t(LABEL_NAMES[label]), seen);
}

function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
