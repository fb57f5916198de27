import type { JSX } from 'preact';
import type { Assessment, Citation, Label, Span } from '../core/assessment.ts';
import { addressOf } from '../core/citation-address.ts';
import { isRecognisedCitation } from '../core/label.ts';
import { excerptsOf } from './excerpt.ts';
import { CITED_BY } from './names.ts';
import { OutwardLink } from './outward-link.tsx';
import { Sentence } from './sentence.tsx';
import type { MessageId, Translate } from './translate.ts';

export interface WhyProps {
  readonly labels: readonly Label[];
  readonly assessment: Assessment;
  readonly text: string;
  readonly t: Translate;
}

/** What in the post caused its labels: the words, or the places that lead to a source. */
export function Why({ labels, assessment, text, t }: WhyProps): JSX.Element {
  return (
    <section class="part">
      <h3>{t(labels.length > 1 ? 'why_heading_both' : 'why_heading')}</h3>
      {labels.map((label) => (
        <Cause key={label} label={label} assessment={assessment} text={text} t={t} />
      ))}
    </section>
  );
}

function Cause({ label, assessment, text, t }: Omit<WhyProps, 'labels'> & { readonly label: Label }): JSX.Element {
  switch (label) {
    case 'patient-experience':
      return <Words intro="why_patient_experience" text={text} spans={assessment.experience?.because ?? []} t={t} />;
    case 'carer-experience':
      return <Words intro="why_carer_experience" text={text} spans={assessment.experience?.because ?? []} t={t} />;
    case 'no-source':
      return (
        <>
          <Words intro="why_no_source" text={text} spans={assessment.claim?.because ?? []} t={t} />
          <p>{t('why_no_source_found')}</p>
        </>
      );
    case 'medical-source':
      return (
        <ul class="plain">
          {assessment.citations.filter(isRecognisedCitation).map((citation, index) => (
            <li key={index}>
              <Sentence t={t} id={CITED_BY[citation.how]} parts={[<strong>{citation.name}</strong>]} />{' '}
              {citation.how !== 'account' && <Where citation={citation} t={t} />}
            </li>
          ))}
        </ul>
      );
  }
}

interface WordsProps {
  readonly intro: MessageId;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly t: Translate;
}

function Words({ intro, text, spans, t }: WordsProps): JSX.Element {
  const excerpts = excerptsOf(text, spans);
  return (
    <>
      <p>{t(intro)}</p>
      {excerpts.length === 0 && <p>{t('why_whole_text')}</p>}
      {excerpts.map((excerpt, index) => (
        // The post has a language and a direction of its own.
        <blockquote key={index} dir="auto" lang="">
          {excerpt.map((part) => (part.spoke ? <mark>{part.text}</mark> : part.text))}
        </blockquote>
      ))}
    </>
  );
}

/** The place in the post: as a link where it can be looked up, in quotation marks where it is the post's words. */
export function Where({ citation, t }: { readonly citation: Citation; readonly t: Translate }): JSX.Element {
  const words = <bdi lang="">{citation.where}</bdi>;
  if (citation.how === 'name') return <q>{words}</q>;
  return (
    <OutwardLink href={addressOf(citation)} t={t}>
      {words}
    </OutwardLink>
  );
}
