import type { Assessment, Label } from '../core/assessment.ts';
import { isRecognisedCitation } from '../core/label.ts';
import { citedSources, sharedFlags } from './cited-source.ts';
import { FLAG_NAMES, LABEL_NAMES, SHORT_LABEL_NAMES } from './names.ts';
import type { Translate } from './translate.ts';

/** What a badge says. All badges have boxes of one size, so what is drawn is short, and what matters most comes first. */
export interface BadgeText {
  /** In the tooltip. */
  readonly whole: string;
  readonly drawn: string;
  /** Drawn beside another badge: one word. */
  readonly short: string;
}

/**
 * The label's name; for a cited source with the source's name, or their number when there are more.
 * A flag that is on everything cited is said here already: "not peer reviewed" must not wait for a click.
 */
export function badgeText(label: Label, assessment: Assessment, t: Translate): BadgeText {
  const name = t(LABEL_NAMES[label]);
  const short = label === 'no-source' ? name : t(SHORT_LABEL_NAMES[label]);
  const plain = { whole: name, drawn: name, short };
  if (label !== 'medical-source') return plain;
  const citations = assessment.citations.filter(isRecognisedCitation);
  const { length } = citedSources(citations);
  const [first] = citations;
  if (!first) return plain;
  const whole = length === 1 ? t('badge_source_named', first.name) : t.count('badge_sources', length);
  const drawn = length === 1 ? t('drawn_source_named', first.name) : t.count('drawn_sources', length);
  const [shared] = sharedFlags(citations);
  if (!shared) return { whole, drawn, short };
  const flag = t(FLAG_NAMES[shared]);
  return { whole: t('badge_flagged', whole, flag), drawn: t('drawn_flagged', flag, drawn), short: t('short_flagged', short) };
}

/**
 * What is read out of a badge, and what it listens to: the whole of it, with what is drawn in it where that has other words.
 * Somebody who speaks to their browser says what they see.
 *
 *     'Patient experience'                        // drawn: 'Patient'
 *     'Medical source cited – Source: Orphanet'   // drawn: 'Source: Orphanet'
 */
export function spokenText(label: Label, { whole, drawn, short }: BadgeText, shares: boolean, t: Translate): string {
  const seen = shares ? short : drawn;
  if (lettersOf(whole).includes(lettersOf(seen))) return whole;
  return shares ? t('badge_spoken', whole, seen) : t('badge_spoken', t(LABEL_NAMES[label]), seen);
}

function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
