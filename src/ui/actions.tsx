import { type ComponentChildren, Fragment, type JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Label } from '../core/assessment.ts';
import { doctorSheetOf, type Handover, markReportOf } from '../core/handover.ts';
import { isOwn } from '../core/own-sources.ts';
import type { Settings } from '../core/settings.ts';
import { byHand } from './by-hand.ts';
import { citedSources } from './cited-source.ts';
import type { MarkProps } from './mark.ts';
import { LABEL_NAMES } from './names.ts';
import { sourcesText } from './sources-text.ts';
import type { MessageId } from './translate.ts';

/** What a reader has done with a mark. */
export type Action =
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'open'; readonly handover: Handover }
  /** Of this one post, until its tab is gone. */
  | { readonly kind: 'hide'; readonly hidden: boolean }
  | { readonly kind: 'settings'; readonly edit: (settings: Settings) => Settings };

export type ActionsProps = Pick<
  MarkProps,
  'labels' | 'assessment' | 'records' | 'list' | 'near' | 'hidden' | 'settings' | 't' | 'onAction'
> & {
  /** All that the panel says. */
  said(): string;
};

/** What can be done with the marks of a post and its sources; what came of it is said once, in words. */
export function Actions(props: ActionsProps): JSX.Element {
  const { labels, assessment, records, list, near, hidden, settings, t, said, onAction } = props;
  const [status, setStatus] = useState<MessageId | null>(null);
  const sources = citedSources(assessment.citations);
  const known = typeof records === 'string' ? { sources: [], entries: [] } : records;

  function act(action: Action, done: MessageId | null, failed: MessageId = 'action_failed'): void {
    // Emptied first: the same words put there again would not be read out.
    setStatus(null);
    onAction(action).then(
      () => setStatus(done),
      () => setStatus(failed),
    );
  }

  return (
    <footer class="part">
      <h3>{t('actions_heading')}</h3>
      <div class="buttons">
        {(sources.length > 0 || assessment.mentions.length > 0) && (
          <>
            <Press
              onPress={() =>
                act({ kind: 'copy', text: sourcesText(assessment, known, near, list, t) }, 'action_copied', 'action_copy_failed')
              }
            >
              {t('action_copy')}
            </Press>
            <Press onPress={() => act({ kind: 'open', handover: doctorSheetOf(assessment) }, null)}>{t('action_doctor')}</Press>
          </>
        )}
        <Press onPress={() => act({ kind: 'copy', text: said() }, 'action_copied', 'action_copy_text_failed')}>
          {t('action_copy_text')}
        </Press>
      </div>
      <div class="buttons">
        <Press
          pressed={hidden}
          onPress={() => act({ kind: 'hide', hidden: !hidden }, hidden ? 'action_taken_back' : 'action_hidden')}
        >
          {t(labels.length > 1 ? 'action_hide_both' : 'action_hide')}
        </Press>
        {labels.map((label) => {
          const isMuted = !settings.labels[label];
          const done = isMuted ? 'action_taken_back' : 'action_muted_label';
          return (
            <Press key={label} pressed={isMuted} onPress={() => act({ kind: 'settings', edit: withLabel(label, isMuted) }, done)}>
              {t('action_mute_label', t(LABEL_NAMES[label]))}
            </Press>
          );
        })}
      </div>
      <div class="buttons">
        <Press onPress={() => act({ kind: 'open', handover: markReportOf(labels, assessment) }, null)}>
          {t('action_report')}
        </Press>
        {sources
          .filter(({ id }) => !isOwn(id))
          .map(({ id, name }) => (
            <Fragment key={id}>
              <Press onPress={() => act({ kind: 'open', handover: { page: 'report', about: 'source', source: id } }, null)}>
                {t('action_object', name)}
              </Press>
              <Press onPress={() => act({ kind: 'settings', edit: withMuted(id) }, 'action_muted_source')}>
                {t('action_mute_source', name)}
              </Press>
            </Fragment>
          ))}
      </div>
      <p role="status">{status && t(status)}</p>
    </footer>
  );
}

interface PressProps {
  /** Of a switch: whether it is on. */
  readonly pressed?: boolean;
  readonly children: ComponentChildren;
  onPress(): void;
}

function Press({ pressed, children, onPress }: PressProps): JSX.Element {
  return (
    <button type="button" class="press" aria-pressed={pressed} onClick={byHand(onPress)}>
      {children}
    </button>
  );
}

function withLabel(label: Label, shown: boolean): (settings: Settings) => Settings {
  return (settings) => ({ ...settings, labels: { ...settings.labels, [label]: shown } });
}

function withMuted(id: string): (settings: Settings) => Settings {
  return (settings) => ({ ...settings, mutedSources: [...new Set([...settings.mutedSources, id])] });
}
