import type { JSX } from 'preact';
import type { Strictness } from '../core/reading.ts';
import { BADGE_TEXTS, type BadgeText, STRICTNESSES } from '../core/settings.ts';
import type { SettingProps } from './switches.tsx';
import type { MessageId, Translate } from './translate.ts';

export function StrictnessChoice({ settings, disabled, t, onChange }: SettingProps): JSX.Element {
  return (
    <Choice
      field="strictness"
      heading="options_strictness_heading"
      intro="options_strictness_intro"
      values={STRICTNESSES}
      texts={STRICTNESS_TEXTS}
      chosen={settings.strictness}
      disabled={disabled}
      t={t}
      onChoose={(strictness) => onChange({ ...settings, strictness })}
    />
  );
}

export function BadgeTextChoice({ settings, disabled, t, onChange }: SettingProps): JSX.Element {
  return (
    <Choice
      field="badge-text"
      heading="options_text_heading"
      intro="options_text_intro"
      values={BADGE_TEXTS}
      texts={BADGE_TEXT_TEXTS}
      chosen={settings.badgeText}
      disabled={disabled}
      t={t}
      onChoose={(badgeText) => onChange({ ...settings, badgeText })}
    />
  );
}

interface Texts {
  readonly name: MessageId;
  readonly explained: MessageId;
}

const STRICTNESS_TEXTS: Readonly<Record<Strictness, Texts>> = {
  careful: { name: 'strictness_careful', explained: 'strictness_careful_explained' },
  balanced: { name: 'strictness_balanced', explained: 'strictness_balanced_explained' },
};

const BADGE_TEXT_TEXTS: Readonly<Record<BadgeText, Texts>> = {
  site: { name: 'text_site', explained: 'text_site_explained' },
  large: { name: 'text_large', explained: 'text_large_explained' },
  larger: { name: 'text_larger', explained: 'text_larger_explained' },
};

interface ChoiceProps<Value extends string> {
  readonly field: string;
  readonly heading: MessageId;
  readonly intro: MessageId;
  readonly values: readonly Value[];
  readonly texts: Readonly<Record<Value, Texts>>;
  readonly chosen: Value;
  readonly disabled: boolean;
  readonly t: Translate;
  onChoose(value: Value): void;
}

/** One of a few, each explained in a sentence. */
function Choice<Value extends string>(props: ChoiceProps<Value>): JSX.Element {
  const { field, heading, intro, values, texts, chosen, disabled, t, onChoose } = props;
  return (
    <fieldset disabled={disabled} aria-describedby={`${field}-intro`}>
      <legend>{t(heading)}</legend>
      <p id={`${field}-intro`}>{t(intro)}</p>
      {values.map((value) => (
        <div key={value} class="setting">
          <label for={`${field}-${value}`}>
            <span>{t(texts[value].name)}</span>
            <input
              type="radio"
              id={`${field}-${value}`}
              name={field}
              value={value}
              checked={chosen === value}
              aria-describedby={`${field}-${value}-explained`}
              onChange={() => onChoose(value)}
            />
          </label>
          <p id={`${field}-${value}-explained`} class="soft">
            {t(texts[value].explained)}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
