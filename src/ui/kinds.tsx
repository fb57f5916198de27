import type { JSX, Ref } from 'preact';
import type { Citation, Label } from '../core/assessment.ts';
import { isRecognisedCitation } from '../core/label.ts';
import { isOwn } from '../core/own-sources.ts';
import { LabelIcon } from './label-icon.tsx';
import { LABEL_MEANINGS, LABEL_NAMES } from './names.ts';
import type { MessageId, Translate } from './translate.ts';

export interface KindsProps {
  /** Those of the post. */
  readonly labels: readonly Label[];
  readonly citations: readonly Citation[];
  /** The one that the panel opened from. */
  readonly open: Label;
  readonly heading: Ref<HTMLHeadingElement>;
  readonly t: Translate;
}

/** What the marks of a post mean, one sentence each; experience and source always side by side, whichever of them the post has. */
export function Kinds({ labels, citations, open, heading, t }: KindsProps): JSX.Element {
  const elsewhere = kindElsewhere(labels);
  return (
    <div class="kinds">
      {labels.map((label) => (
        <section key={label} class="kind">
          <h2 id={headingId(label)} tabIndex={-1} ref={label === open ? heading : null}>
            <LabelIcon label={label} />
            {t(LABEL_NAMES[label])}
          </h2>
          <p>{t(meaningOf(label, citations))}</p>
        </section>
      ))}
      {elsewhere && (
        <section class="kind">
          <h2>
            <LabelIcon label={elsewhere} />
            {t(LABEL_NAMES[elsewhere])}
          </h2>
          <p>{t(MEANINGS_ELSEWHERE[elsewhere])}</p>
          <p class="soft">{t('kind_not_here')}</p>
        </section>
      )}
    </div>
  );
}

/** A panel is named by the heading of the label that it opened from. */
export function headingId(label: Label): string {
  return `about-${label}`;
}

/** A source that the reader has added is on their list and not on ours. */
function meaningOf(label: Label, citations: readonly Citation[]): MessageId {
  const cited = label === 'medical-source' ? citations.filter(isRecognisedCitation) : [];
  return cited.length > 0 && cited.every(({ source }) => isOwn(source)) ? 'meaning_own_source' : LABEL_MEANINGS[label];
}

type Kind = 'patient-experience' | 'medical-source';

/** The kind of knowledge that the post does not carry; `null` when it carries both. */
function kindElsewhere(labels: readonly Label[]): Kind | null {
  if (labels.includes('patient-experience') || labels.includes('carer-experience')) {
    return labels.includes('medical-source') ? null : 'medical-source';
  }
  return 'patient-experience';
}

const MEANINGS_ELSEWHERE: Readonly<Record<Kind, MessageId>> = {
  'patient-experience': 'meaning_elsewhere_experience',
  'medical-source': 'meaning_elsewhere_source',
};
