import type { JSX } from 'preact';
import type { Nearness } from '../core/nearness.ts';
import { countryName } from './names.ts';
import type { Translate } from './translate.ts';
import { urgentHelpIn } from './urgent-help.ts';

/** Whom to call, in the reader's country. */
export function UrgentHelpPart({ near, t }: { readonly near: Nearness; readonly t: Translate }): JSX.Element {
  const help = near.country === null ? null : urgentHelpIn(near.country);
  return (
    <section class="part">
      <h3>{t('help_heading')}</h3>
      {help && near.country ? (
        <ul>
          <li>{t('help_emergency', countryName(near.country, t), help.emergency)}</li>
          {help.advice && <li>{t('help_advice', help.advice)}</li>}
          {help.crisis && <li>{t('help_crisis', help.crisis)}</li>}
        </ul>
      ) : (
        <p>{t('help_unknown')}</p>
      )}
      {near.country === null && <p class="soft">{t('help_country')}</p>}
    </section>
  );
}
