import type { JSX } from 'preact';
import type { Label } from '../core/assessment.ts';
import { LABELS } from '../core/label.ts';
import type { SiteId } from '../core/post.ts';
import type { Settings } from '../core/settings.ts';
import { LabelIcon } from './label-icon.tsx';
import { LABEL_NAMES, SITE_NAMES } from './names.ts';
import type { MessageId, Translate } from './translate.ts';

export interface SettingProps {
  readonly settings: Settings;
  readonly disabled: boolean;
  readonly t: Translate;
  onChange(settings: Settings): void;
}

export interface SwitchesProps extends SettingProps {
  /** Whether each is explained in a sentence. */
  readonly explained: boolean;
}

export function SiteSwitch({
  site,
  settings,
  explained,
  disabled,
  t,
  onChange,
}: SwitchesProps & { readonly site: SiteId }): JSX.Element {
  return (
    <Switch
      id={`site-${site}`}
      name={t('switch_site', t(SITE_NAMES[site]))}
      explanation={explained ? t(SITE_EXPLANATIONS[site]) : null}
      checked={settings.sites[site]}
      disabled={disabled}
      onChange={(on) => onChange({ ...settings, sites: { ...settings.sites, [site]: on } })}
    />
  );
}

/** One switch for each label, all alike. */
export function LabelSwitches({ settings, disabled, t, onChange }: SettingProps): JSX.Element {
  return (
    <>
      {LABELS.map((label) => (
        <Switch
          key={label}
          id={`label-${label}`}
          name={t(LABEL_NAMES[label])}
          icon={<LabelIcon label={label} />}
          explanation={t(LABEL_EXPLANATIONS[label])}
          checked={settings.labels[label]}
          disabled={disabled}
          onChange={(on) => onChange(withLabel(settings, label, on))}
        />
      ))}
    </>
  );
}

export function CommentsSwitch({ settings, disabled, t, onChange }: SettingProps): JSX.Element {
  return (
    <Switch
      id="comments"
      name={t('switch_comments')}
      explanation={t('explain_comments')}
      checked={settings.comments}
      disabled={disabled}
      onChange={(comments) => onChange({ ...settings, comments })}
    />
  );
}

export function withLabel(settings: Settings, label: Label, on: boolean): Settings {
  return { ...settings, labels: { ...settings.labels, [label]: on } };
}

const SITE_EXPLANATIONS: Readonly<Record<SiteId, MessageId>> = { x: 'explain_site_x', facebook: 'explain_site_facebook' };

const LABEL_EXPLANATIONS: Readonly<Record<Label, MessageId>> = {
  'patient-experience': 'explain_patient_experience',
  'carer-experience': 'explain_carer_experience',
  'medical-source': 'explain_medical_source',
  'no-source': 'explain_no_source',
};

interface SwitchProps {
  readonly id: string;
  readonly name: string;
  readonly icon?: JSX.Element;
  readonly explanation: string | null;
  readonly checked: boolean;
  readonly disabled: boolean;
  onChange(on: boolean): void;
}

function Switch({ id, name, icon, explanation, checked, disabled, onChange }: SwitchProps): JSX.Element {
  const explanationId = explanation === null ? undefined : `${id}-explained`;
  return (
    <div class="setting">
      <label for={id}>
        {icon}
        <span>{name}</span>
        <input
          type="checkbox"
          id={id}
          checked={checked}
          disabled={disabled}
          aria-describedby={explanationId}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      </label>
      {explanation !== null && (
        <p id={explanationId} class="soft">
          {explanation}
        </p>
      )}
    </div>
  );
}
