import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Label } from '../core/assessment.ts';
import { AboutMarks } from './about-marks.tsx';
import { Actions } from './actions.tsx';
import { byHand } from './by-hand.ts';
import { CitedSources } from './cited-sources.tsx';
import { onDismissal } from './dismissal.ts';
import { headingId, Kinds } from './kinds.tsx';
import type { MarkProps } from './mark.ts';
import { NamedEntries } from './named-entries.tsx';
import { hostOf, standBeside } from './panel-box.ts';
import { panelText } from './panel-text.ts';
import { UrgentHelpPart } from './urgent-help-part.tsx';
import { Why } from './why.tsx';

export interface PanelProps extends MarkProps {
  readonly id: string;
  readonly open: Label;
  /** The badges that it stays beside, all of them: where it stands does not tell which one was pressed. */
  row(): Element | null;
}

/**
 * What is behind the marks of a post. It holds the same whichever badge opened it: the labels of a post are equals.
 * It is a popover in the shadow root of its badge, and not modal: the reader can leave it as they came.
 */
export function Panel(props: PanelProps): JSX.Element {
  const { id, open, labels, assessment, text, records, list, near, t, row, onClose } = props;
  const panel = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  // After each drawing: whoever moves the host in the page hides its popover.
  useLayoutEffect(() => {
    const box = panel.current;
    if (!box) return;
    const lifetime = new AbortController();
    standBeside(box, row(), t, lifetime.signal);
    onDismissal(hostOf(box), onClose, lifetime.signal);
    return () => lifetime.abort();
  });

  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), [open]);

  return (
    <div class="panel" id={id} ref={panel} popover="manual" role="dialog" aria-labelledby={headingId(open)}>
      <header class="top">
        <span class="brand">{t('name')}</span>
        <button type="button" class="close" aria-label={t('close')} title={t('close')} onClick={byHand(onClose)}>
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d="M3 3l10 10M13 3L3 13" />
          </svg>
        </button>
      </header>
      <div class="body" ref={body}>
        <Kinds labels={labels} citations={assessment.citations} open={open} heading={heading} t={t} />
        <Why labels={labels} assessment={assessment} text={text} t={t} />
        {(assessment.citations.length > 0 || assessment.mentions.length > 0) && <RecordsState records={records} t={t} />}
        <CitedSources labels={labels} citations={assessment.citations} records={records} list={list} t={t} />
        <NamedEntries mentions={assessment.mentions} records={records} near={near} t={t} />
        <AboutMarks list={list} t={t} />
        <UrgentHelpPart near={near} t={t} />
        <Actions {...props} said={() => (body.current ? panelText(body.current) : '')} />
      </div>
    </div>
  );
}

/** Said before both sections that need the records, so that a failure is never taken for "there are none". */
function RecordsState({ records, t }: Pick<PanelProps, 'records' | 't'>): JSX.Element | null {
  if (records === 'loading') return <p class="notice">{t('records_loading')}</p>;
  if (records === 'failed') return <p class="notice">{t('records_failed')}</p>;
  return null;
}
