import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { MarkReport, SourceReport } from '../core/handover.ts';
import type { Translate } from '../ui/translate.ts';
import { formAddress, reportTextOf, type Versions } from './report-text.ts';

export interface ReportPageProps {
  /** `null`: the page was reloaded and has forgotten it. */
  readonly report: MarkReport | SourceReport | null;
  readonly versions: Versions;
  readonly t: Translate;
}

/** All that a report would make public, to see and to change before anything is opened. */
export function ReportPage({ report, versions, t }: ReportPageProps): JSX.Element {
  if (!report) {
    return (
      <main class="page">
        <h1>{t('report_title')}</h1>
        <p class="notice">{t('report_gone')}</p>
      </main>
    );
  }
  return <Form report={report} versions={versions} t={t} />;
}

function Form({ report, versions, t }: ReportPageProps & { readonly report: MarkReport | SourceReport }): JSX.Element {
  const [written, setWritten] = useState(() => reportTextOf(report, versions, t));
  return (
    <main class="page">
      <header>
        <h1>{t(report.about === 'source' ? 'report_object_title' : 'report_title')}</h1>
        <p>{t('report_intro')}</p>
        {report.about === 'mark' && report.entries.length > 0 && <p class="notice">{t('report_condition')}</p>}
      </header>
      <section>
        <label class="field">
          {t('report_subject')}
          <input
            type="text"
            value={written.subject}
            onInput={(event) => setWritten({ ...written, subject: event.currentTarget.value })}
          />
        </label>
        <label class="field">
          {t('report_text')}
          <textarea
            rows={14}
            value={written.text}
            onInput={(event) => setWritten({ ...written, text: event.currentTarget.value })}
          />
        </label>
      </section>
      <footer>
        <p>
          <a class="press" href={formAddress(written)} target="_blank" rel="noopener noreferrer">
            {t('report_open')}
            <span class="unseen"> {t('new_tab')}</span>
          </a>
        </p>
        <p class="soft">{t('report_then')}</p>
      </footer>
    </main>
  );
}
