import type { JSX } from 'preact';
import { isPaused } from '../core/settings.ts';
import type { SettingProps } from './switches.tsx';
import type { Translate } from './translate.ts';

export interface PauseProps extends SettingProps {
  readonly now: Date;
}

/** Stops marking everywhere, for a while or until the reader resumes; says so as long as that is. */
export function Pause({ settings, disabled, now, t, onChange }: PauseProps): JSX.Element {
  if (!isPaused(settings, now.getTime())) {
    return (
      <p class="buttons">
        <button type="button" class="press" disabled={disabled} onClick={() => onChange({ ...settings, pausedUntil: 'always' })}>
          {t('pause_everywhere')}
        </button>
        <button
          type="button"
          class="press"
          disabled={disabled}
          onClick={() => onChange({ ...settings, pausedUntil: nextMorning(now).getTime() })}
        >
          {t('pause_until_tomorrow')}
        </button>
      </p>
    );
  }
  const { pausedUntil } = settings;
  return (
    <div class="notice">
      <p>{typeof pausedUntil === 'number' ? t('paused_until', timeName(pausedUntil, t)) : t('paused_always')}</p>
      <p class="buttons">
        <button type="button" class="press" disabled={disabled} onClick={() => onChange({ ...settings, pausedUntil: null })}>
          {t('pause_resume')}
        </button>
      </p>
    </div>
  );
}

/**
 * The next morning: five o'clock, where the reader is. For those who are still up in the small hours it is that of the coming
 * day, but never so soon that nothing comes of the pause.
 */
export function nextMorning(now: Date): Date {
  const sooner = new Date(now.getFullYear(), now.getMonth(), now.getDate(), MORNING);
  const later = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, MORNING);
  return sooner.getTime() - now.getTime() >= SHORTEST ? sooner : later;
}

const MORNING = 5;
const SHORTEST = 2 * 60 * 60 * 1000;

function timeName(time: number, t: Translate): string {
  return new Intl.DateTimeFormat(t('language'), { weekday: 'long', hour: 'numeric', minute: '2-digit' }).format(time);
}
