import type { JSX } from 'preact';
import type { Imported, Kept } from '../core/settings-file.ts';
import type { MessageId, Translate } from './translate.ts';

export interface SettingsFileProps {
  readonly disabled: boolean;
  readonly t: Translate;
  onSave(): void;
  onLoad(file: File): void;
}

/** Saves the settings to a file, and loads them from one. */
export function SettingsFile({ disabled, t, onSave, onLoad }: SettingsFileProps): JSX.Element {
  return (
    <p class="buttons">
      <button type="button" class="press" onClick={onSave}>
        {t('file_save')}
      </button>
      <label class="press">
        {t('file_load')}
        <input
          type="file"
          accept="application/json,.json"
          disabled={disabled}
          class="unseen"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) onLoad(file);
            // The same file can be chosen once more.
            currentTarget.value = '';
          }}
        />
      </label>
    </p>
  );
}

/** What was taken from a file, and what was not. */
export function LoadedFile({ loaded, t }: { readonly loaded: Imported; readonly t: Translate }): JSX.Element {
  const { taken, left, unknown } = loaded;
  return (
    <>
      <p>{taken.length > 0 ? t('file_taken', namesOf(taken, t)) : t('file_taken_none')}</p>
      {left.length > 0 && <p>{t('file_left', namesOf(left, t))}</p>}
      {unknown > 0 && <p>{t.count('file_unknown', unknown)}</p>}
    </>
  );
}

function namesOf(settings: readonly Kept[], t: Translate): string {
  return new Intl.ListFormat(t('language')).format(settings.map((setting) => t(NAMES[setting])));
}

const NAMES: Readonly<Record<Kept, MessageId>> = {
  sites: 'switches_sites',
  labels: 'switches_labels',
  comments: 'switch_comments',
  strictness: 'options_strictness_heading',
  languages: 'languages_label',
  country: 'country_label',
  badgeText: 'options_text_heading',
  ownSources: 'own_heading',
  mutedSources: 'muted_heading',
};
