import type { JSX } from 'preact';
import type { LiveSettings, Problem } from './live-settings.ts';
import type { MessageId, Translate } from './translate.ts';

export interface SettingsNoticesProps {
  readonly live: LiveSettings;
  readonly t: Translate;
}

/** What stands in the way of the settings, in plain words; nothing when nothing does. */
export function SettingsNotices({ live, t }: SettingsNoticesProps): JSX.Element {
  return (
    <>
      {live.stored === null && <p class="soft">{t('settings_loading')}</p>}
      {live.stored?.newer && <p class="notice">{t('settings_newer')}</p>}
      {/* Always there, so that a screen reader hears what is put into it. */}
      <div role="alert">{live.problem && <p class="notice">{t(PROBLEMS[live.problem])}</p>}</div>
    </>
  );
}

const PROBLEMS: Readonly<Record<Problem, MessageId>> = { 'no-room': 'settings_no_room', refused: 'settings_failed' };
