import type { MarkReport, SourceReport } from '../core/handover.ts';
import { PROJECT } from '../project.ts';
import { LABEL_NAMES } from '../ui/names.ts';
import type { Translate } from '../ui/translate.ts';

/** What a public form is filled with. */
export interface ReportText {
  readonly subject: string;
  readonly text: string;
}

export interface Versions {
  /** `null` where it could not be read. */
  readonly list: string | null;
  readonly extension: string;
}

/** In the reader's language; the ids in it are the same in all. The reader sees it, and can change all of it. */
export function reportTextOf(report: MarkReport | SourceReport, { list, extension }: Versions, t: Translate): ReportText {
  const versions = [...(list === null ? [] : [t('report_line_list', list)]), t('report_line_extension', extension)];
  if (report.about === 'source') {
    return {
      subject: t('report_source_subject', report.source),
      text: textOf([t('report_line_source', report.source), ...versions], t('report_question_source')),
    };
  }
  const lines = [
    ...report.labels.map((label) => t('report_line_mark', `${t(LABEL_NAMES[label])} (${label})`)),
    ...versions,
    ...report.cited.map(({ source, how }) => t('report_line_source', `${source} (${how})`)),
    ...report.entries.map((id) => t('report_line_entry', id)),
  ];
  return {
    subject: t('report_mark_subject', report.labels.join(' + ')),
    text: textOf(lines, t('report_question_mark')),
  };
}

function textOf(lines: readonly string[], question: string): string {
  return `${lines.join('\n')}\n\n${question}\n\n`;
}

/** The address of the form with that in it. */
export function formAddress({ subject, text }: ReportText): string {
  return `${PROJECT}/issues/new?${new URLSearchParams({ title: subject, body: text })}`;
}
