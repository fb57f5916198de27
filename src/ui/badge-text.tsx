import type { ComponentChildren } from 'preact';
import type { Assessment, Label } from '../core/assessment.ts';
import { isRecognisedCitation } from '../core/label.ts';
import { citedSources, sharedFlags } from './cited-source.ts';
import { FLAG_NAMES, LABEL_NAMES } from './names.ts';
import { Sentence } from './sentence.tsx';
import type { Translate } from './translate.ts';

/** What a badge says: whole, and as it is drawn, where a long name is cut. */
export interface BadgeText {
  readonly whole: string;
  readonly drawn: ComponentChildren;
}

/**
 * The label's name; for a cited source with the source's name, or their number when there are more.
 * A flag that is on everything cited is said here already: "not peer reviewed" must not wait for a click.
 */
export function badgeText(label: Label, assessment: Assessment, t: Translate): BadgeText {
  if (label !== 'medical-source') return plain(t(LABEL_NAMES[label]));
  const citations = assessment.citations.filter(isRecognisedCitation);
  const sources = citedSources(citations);
  const [first] = sources;
  if (!first) return plain(t(LABEL_NAMES[label]));
  const text = sources.length === 1 ? named(first.name, t) : plain(t.count('badge_sources', sources.length));
  const [flag] = sharedFlags(citations);
  return flag ? flagged(text, t(FLAG_NAMES[flag]), t) : text;
}

function plain(text: string): BadgeText {
  return { whole: text, drawn: text };
}

function named(name: string, t: Translate): BadgeText {
  return {
    whole: t('badge_source_named', name),
    drawn: <Sentence t={t} id="badge_source_named" parts={[<span class="name">{name}</span>]} />,
  };
}

function flagged(text: BadgeText, flag: string, t: Translate): BadgeText {
  return {
    whole: t('badge_flagged', text.whole, flag),
    drawn: <Sentence t={t} id="badge_flagged" parts={[text.drawn, flag]} />,
  };
}
