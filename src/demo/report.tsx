import type { JSX } from 'preact';
import type { Marked } from '../content/feed.ts';
import type { Assessment, Label, Span } from '../core/assessment.ts';
import { isRecognisedCitation } from '../core/label.ts';
import { LABEL_NAMES, SITE_NAMES } from '../ui/names.ts';
import type { MessageId, Translate } from '../ui/translate.ts';

export interface ReportProps {
  readonly marked: readonly Marked[];
  /** Whether every post on the page was read and assessed. */
  readonly settled: boolean;
  /** What to tell the reader when the background failed. */
  readonly failure: MessageId | null;
  readonly t: Translate;
}

/** What was marked, and why: a line for each post. `npm start` prints this table where there is no screen. */
export function Report({ marked, settled, failure, t }: ReportProps): JSX.Element {
  return (
    <details open>
      <summary>{t('demo_report')}</summary>
      {failure && <p class="notice">{t(failure)}</p>}
      {!settled && <p class="soft">{t('demo_report_reading')}</p>}
      <div class="wide">
        <table id="report" {...(settled ? { 'data-settled': '' } : {})}>
          <thead>
            <tr>
              <th scope="col">{t('demo_report_site')}</th>
              <th scope="col">{t('demo_report_post')}</th>
              <th scope="col">{t('demo_report_labels')}</th>
              <th scope="col">{t('demo_report_because')}</th>
            </tr>
          </thead>
          <tbody>
            {marked.map(({ post, assessment }) => (
              <tr key={`${post.site} ${post.id}`}>
                <td>{post.site && t(SITE_NAMES[post.site])}</td>
                <td>{beginningOf(post.text)}</td>
                <td>{labelsOf(assessment, t)}</td>
                <td>{assessment.labels.map((label) => causeOf(label, assessment, post.text, t)).join('; ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

const BEGINNING = 48;

function beginningOf(text: string): string {
  return text.length <= BEGINNING ? text : `${text.slice(0, BEGINNING).replace(/(?<!\s)\s+\S*$/u, '')} …`;
}

function labelsOf({ labels }: Assessment, t: Translate): string {
  return labels.length === 0 ? t('demo_report_nothing') : labels.map((label) => t(LABEL_NAMES[label])).join(' + ');
}

function causeOf(label: Label, { experience, claim, citations }: Assessment, text: string, t: Translate): string {
  switch (label) {
    case 'patient-experience':
    case 'carer-experience':
      return wordsOf(text, experience?.because ?? [], t);
    case 'no-source':
      return wordsOf(text, claim?.because ?? [], t);
    case 'medical-source':
      return citations
        .filter(isRecognisedCitation)
        .map(({ name, where }) => `${name}: ${where}`)
        .join(', ');
  }
}

function wordsOf(text: string, spans: readonly Span[], t: Translate): string {
  return spans.map(({ start, end }) => t('quoted', text.slice(start, end))).join(' ');
}
