import type { JSX } from 'preact';
import { COUNTRIES, LANGUAGES } from '../core/regions.ts';
import { countryName, languageName } from './names.ts';
import { Row } from './row.tsx';
import type { SettingProps } from './switches.tsx';
import type { Translate } from './translate.ts';

/** Which languages the reader reads, and where they live. */
export function PlaceSettings(props: SettingProps): JSX.Element {
  return (
    <>
      <Languages {...props} />
      <Country {...props} />
    </>
  );
}

function Languages({ settings, disabled, t, onChange }: SettingProps): JSX.Element {
  const { languages } = settings;
  const choose = (chosen: readonly string[]) => onChange({ ...settings, languages: chosen });
  const without = (language: string) => languages.filter((other) => other !== language);
  return (
    <div class="setting">
      <label class="above" for="language">
        {t('languages_label')}
      </label>
      <p id="language-explained" class="soft">
        {t('languages_explained')}
      </p>
      {languages.length > 0 && (
        <ol class="rows">
          {languages.map((language, place) => (
            <Row
              key={language}
              id={`language-${language}`}
              name={languageName(language, t)}
              detail={null}
              disabled={disabled}
              actions={[
                ...(place > 0 ? [{ name: t('languages_first'), onPress: () => choose([language, ...without(language)]) }] : []),
                { name: t('remove'), onPress: () => choose(without(language)) },
              ]}
            />
          ))}
        </ol>
      )}
      <select
        id="language"
        disabled={disabled}
        aria-describedby="language-explained"
        value=""
        onChange={({ currentTarget }) => {
          choose([...languages, currentTarget.value]);
          currentTarget.value = '';
        }}
      >
        <option value="">{t('languages_choose')}</option>
        {named(LANGUAGES, languageName, t)
          .filter(({ code }) => !languages.includes(code))
          .map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
      </select>
    </div>
  );
}

function Country({ settings, disabled, t, onChange }: SettingProps): JSX.Element {
  return (
    <div class="setting">
      <label class="above" for="country">
        {t('country_label')}
      </label>
      <p id="country-explained" class="soft">
        {t('country_explained')}
      </p>
      <select
        id="country"
        disabled={disabled}
        aria-describedby="country-explained"
        value={settings.country ?? ''}
        onChange={({ currentTarget }) => onChange({ ...settings, country: currentTarget.value || null })}
      >
        <option value="">{t('country_from_browser')}</option>
        {named(COUNTRIES, countryName, t).map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

interface Named {
  readonly code: string;
  readonly name: string;
}

/** Codes with their names, in the order of the names as the reader's language has it. */
function named(codes: readonly string[], nameOf: (code: string, t: Translate) => string, t: Translate): readonly Named[] {
  const { compare } = new Intl.Collator(t('language'));
  return codes.map((code) => ({ code, name: nameOf(code, t) })).sort((one, other) => compare(one.name, other.name));
}
