import type { JSX } from 'preact';
import { LABELS } from '../core/label.ts';
import type { TabCounts } from '../messages.ts';
import { LabelIcon } from './label-icon.tsx';
import { LABEL_NAMES, numberName } from './names.ts';
import { type SettingProps, withLabel } from './switches.tsx';

export interface MarksTableProps extends SettingProps {
  /** Of the page the popup was opened on; `null` where there is nothing to count. */
  readonly counts: TabCounts | null;
}

/** A switch for each label, and how many posts of the page carry it. */
export function MarksTable({ counts, settings, disabled, t, onChange }: MarksTableProps): JSX.Element {
  return (
    <table class="marks">
      <thead class="unseen">
        <tr>
          <th scope="col">{t('counts_label')}</th>
          {counts && <th scope="col">{t('counts_posts')}</th>}
          <th scope="col">{t('counts_shown')}</th>
        </tr>
      </thead>
      <tbody>
        {LABELS.map((label) => (
          <tr key={label} data-label={label}>
            <th scope="row">
              <label for={`label-${label}`}>
                <LabelIcon label={label} />
                <span>{t(LABEL_NAMES[label])}</span>
              </label>
            </th>
            {counts && <td>{settings.labels[label] ? numberName(counts.labels[label], t) : ''}</td>}
            <td>
              <input
                type="checkbox"
                id={`label-${label}`}
                checked={settings.labels[label]}
                disabled={disabled}
                onChange={({ currentTarget }) => onChange(withLabel(settings, label, currentTarget.checked))}
              />
            </td>
          </tr>
        ))}
      </tbody>
      {counts && (
        <tfoot>
          <tr>
            <th scope="row">{t('popup_posts')}</th>
            <td>{numberName(counts.posts, t)}</td>
            <td />
          </tr>
        </tfoot>
      )}
    </table>
  );
}
