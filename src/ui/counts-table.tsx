import type { JSX } from 'preact';
import { LABELS } from '../core/label.ts';
import type { TabCounts } from '../messages.ts';
import { LabelIcon } from './label-icon.tsx';
import { LABEL_NAMES, numberName } from './names.ts';
import type { Translate } from './translate.ts';

/** How many posts of a page carry each label. */
export function CountsTable({ counts, t }: { readonly counts: TabCounts; readonly t: Translate }): JSX.Element {
  return (
    <table class="counts">
      <thead class="unseen">
        <tr>
          <th scope="col">{t('counts_label')}</th>
          <th scope="col">{t('counts_posts')}</th>
        </tr>
      </thead>
      <tbody>
        {LABELS.map((label) => (
          <tr key={label} data-label={label}>
            <th scope="row">
              <LabelIcon label={label} />
              {t(LABEL_NAMES[label])}
            </th>
            <td>{numberName(counts.labels[label], t)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('popup_posts')}</th>
          <td>{numberName(counts.posts, t)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
