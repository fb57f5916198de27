import type { JSX } from 'preact';
import type { ListVersion } from '../core/records.ts';
import { dayName } from './names.ts';
import { Sentence } from './sentence.tsx';
import type { Translate } from './translate.ts';

export interface ListLineProps {
  readonly list: ListVersion | 'loading' | 'failed';
  /** Where the age is wanted too. */
  readonly now?: Date;
  readonly t: Translate;
}

/** Which list is in use, how old and how large it is. */
export function ListLine({ list, now, t }: ListLineProps): JSX.Element | null {
  if (list === 'loading') return null;
  if (list === 'failed') return <p class="soft">{t('list_failed')}</p>;
  const { version, date, sources, conditions } = list;
  // Without a direction of its own a version is read backwards between words from right to left.
  const parts = [
    <bdi key="version">{version}</bdi>,
    dayName(date, t),
    t.count('list_sources', sources),
    t.count('list_conditions', conditions),
  ];
  return (
    <>
      <p class="soft">
        <Sentence t={t} id="list_line" parts={parts} />
      </p>
      {now && <Age days={daysBetween(date, now)} t={t} />}
    </>
  );
}

/** A list that is not renewed does not know what was withdrawn since. */
const OLD = 182;

function Age({ days, t }: { readonly days: number; readonly t: Translate }): JSX.Element {
  return (
    <p class="soft">
      {t('list_age', ageName(days, t))} {days > OLD && t('list_old')}
    </p>
  );
}

function ageName(days: number, t: Translate): string {
  const relative = new Intl.RelativeTimeFormat(t('language'), { numeric: 'auto' });
  if (days < 14) return relative.format(-days, 'day');
  if (days < 60) return relative.format(-Math.round(days / 7), 'week');
  return days < 730 ? relative.format(-Math.round(days / 30.4), 'month') : relative.format(-Math.round(days / 365), 'year');
}

/** A clock that is behind the list's day makes it as new as can be, not of tomorrow. */
function daysBetween(day: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(`${day}T00:00:00Z`)) / 86_400_000));
}
