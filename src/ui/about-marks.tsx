import type { JSX } from 'preact';
import type { ListVersion } from '../core/records.ts';
import { ListLine } from './list-line.tsx';
import type { Translate } from './translate.ts';

/** What a mark does not say, and which list it was made with. */
export function AboutMarks({ list, t }: { readonly list: ListVersion | null; readonly t: Translate }): JSX.Element {
  return (
    <section class="part">
      <h3>{t('about_heading')}</h3>
      <ul>
        <li>{t('about_kind_not_truth')}</li>
        <li>{t('about_no_mark')}</li>
        <li>{t('about_no_advice')}</li>
      </ul>
      {list && <ListLine list={list} t={t} />}
    </section>
  );
}
