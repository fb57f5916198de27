import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { SourceLine } from '../core/find-sources.ts';
import { countryName, KIND_NAMES } from './names.ts';
import { Row } from './row.tsx';
import type { SettingProps } from './switches.tsx';
import type { Translate } from './translate.ts';

export interface MutedSourcesProps extends SettingProps {
  /** What the list says of the muted ones, by id; `null` of those that are no longer on it. */
  readonly muted: ReadonlyMap<string, SourceLine | null> | 'failed';
  /** What came of the last search; `null` when nothing is searched for. */
  readonly found: readonly SourceLine[] | 'failed' | null;
  onSearch(text: string): void;
}

/** The sources that the reader has muted, and a search for one to mute. */
export function MutedSources({ settings, disabled, t, onChange, muted, found, onSearch }: MutedSourcesProps): JSX.Element {
  const { mutedSources } = settings;
  const [sought, setSought] = useState('');

  function seek(text: string): void {
    setSought(text);
    onSearch(text);
  }

  return (
    <>
      {mutedSources.length === 0 && <p class="soft">{t('muted_none')}</p>}
      {muted === 'failed' && <p class="notice">{t('list_failed')}</p>}
      <ul class="rows">
        {mutedSources.map((id) => {
          const source = muted === 'failed' ? undefined : muted.get(id);
          return (
            <Row
              key={id}
              id={`muted-${id}`}
              name={source?.name ?? id}
              detail={source ? lineOf(source, t) : source === null ? t('muted_gone') : null}
              disabled={disabled}
              actions={[
                {
                  name: t('muted_unmute'),
                  onPress: () => onChange({ ...settings, mutedSources: mutedSources.filter((other) => other !== id) }),
                },
              ]}
            />
          );
        })}
      </ul>
      <div class="fields">
        <div>
          <label for="mute-search">{t('muted_search')}</label>
          <input
            id="mute-search"
            type="search"
            autoComplete="off"
            spellcheck={false}
            dir="auto"
            value={sought}
            disabled={disabled}
            aria-describedby="mute-search-explained"
            onInput={({ currentTarget }) => seek(currentTarget.value)}
          />
          <p id="mute-search-explained" class="soft">
            {t('muted_search_explained')}
          </p>
        </div>
        <p role="status" class="soft">
          {statusOf(found, t)}
        </p>
      </div>
      {Array.isArray(found) && (
        <ul class="rows">
          {(found as readonly SourceLine[]).map((source) => {
            const isMuted = mutedSources.includes(source.id);
            return (
              <Row
                key={source.id}
                id={`found-${source.id}`}
                name={source.name}
                detail={isMuted ? t('muted_already') : lineOf(source, t)}
                disabled={disabled}
                actions={
                  isMuted
                    ? []
                    : [
                        {
                          name: t('muted_mute'),
                          onPress: () => onChange({ ...settings, mutedSources: [...mutedSources, source.id] }),
                        },
                      ]
                }
              />
            );
          })}
        </ul>
      )}
    </>
  );
}

function statusOf(found: MutedSourcesProps['found'], t: Translate): string {
  if (found === null) return '';
  if (found === 'failed') return t('list_failed');
  return found.length === 0 ? t('muted_found_none') : t.count('muted_found', found.length);
}

/** Two of one name are told apart by their countries. */
function lineOf({ kind, country }: SourceLine, t: Translate): string {
  return `${t(KIND_NAMES[kind])} · ${countryName(country, t)}`;
}
