import type { JSX } from 'preact';
import type { ListVersion } from '../core/records.ts';
import { dayName } from './names.ts';
import type { Translate } from './translate.ts';

export interface ListLineProps {
  readonly list: ListVersion | 'loading' | 'failed';
  readonly t: Translate;
}

/** Which list is in use, how old and how large it is. */
export function ListLine({ list, t }: ListLineProps): JSX.Element | null {
  if (list === 'loading') return null;
  if (list === 'failed') return <p class="soft">{t('list_failed')}</p>;
  const { version, date, sources, conditions } = list;
  const size = [t.count('list_sources', sources), t.count('list_conditions', conditions)];
  return <p class="soft">{t('list_line', version, dayName(date, t), ...size)}</p>;
}
