import type { JSX } from 'preact';
import type { Label } from '../core/assessment.ts';
import { Feeds } from '../demo/feeds.tsx';
import { LabelIcon } from '../ui/label-icon.tsx';
import { LABEL_NAMES } from '../ui/names.ts';
import type { MessageId, Translate } from '../ui/translate.ts';

export interface WelcomeProps {
  readonly pages: Readonly<Record<'options' | 'privacy', string>>;
  readonly t: Translate;
}

/** What opens once, after installing: three screens, each with its own heading. */
export function WelcomePage({ pages, t }: WelcomeProps): JSX.Element {
  return (
    <main class="welcome">
      <header>
        <p class="soft">{t('name')}</p>
        <h1>{t('welcome_heading')}</h1>
        <p>{t('welcome_intro')}</p>
        <div class="kinds">
          <Kind heading="welcome_lived_heading" text="welcome_lived" kind="patient-experience" t={t} />
          <Kind heading="welcome_cited_heading" text="welcome_cited" kind="medical-source" t={t} />
        </div>
        <p>{t('welcome_both')}</p>
      </header>
      <section class="kinds">
        <div>
          <h2>{t('welcome_not_heading')}</h2>
          <List texts={['welcome_not_truth', 'welcome_not_all', 'welcome_not_hide', 'welcome_not_advice']} t={t} />
        </div>
        <div>
          <h2>{t('welcome_private_heading')}</h2>
          <p>{t('welcome_private')}</p>
          <List texts={['welcome_check_offline', 'welcome_check_permissions', 'welcome_check_source']} t={t} />
          <p class="links">
            <a href={pages.privacy}>{t('options_privacy_page')}</a>
          </p>
        </div>
      </section>
      <section>
        <h2>{t('welcome_try_heading')}</h2>
        <p>
          {t('welcome_press')} {t('welcome_try')}
        </p>
        <div id="failed-place" role="alert" />
        <Feeds boxed t={t} />
        <p class="soft">{t('welcome_english')}</p>
      </section>
      <footer>
        <p>{t('welcome_start')}</p>
        <p>{t('welcome_button')}</p>
        <p class="links">
          <a href={pages.options}>{t('popup_options')}</a>
        </p>
      </footer>
    </main>
  );
}

interface KindProps {
  readonly heading: MessageId;
  readonly text: MessageId;
  readonly kind: Label;
  readonly t: Translate;
}

function Kind({ heading, text, kind, t }: KindProps): JSX.Element {
  return (
    <div class="kind">
      <h2>{t(heading)}</h2>
      <p>{t(text)}</p>
      <p class="example">
        <LabelIcon label={kind} />
        {t(LABEL_NAMES[kind])}
      </p>
    </div>
  );
}

function List({ texts, t }: { readonly texts: readonly MessageId[]; readonly t: Translate }): JSX.Element {
  return (
    <ul class="points">
      {texts.map((text) => (
        <li key={text}>{t(text)}</li>
      ))}
    </ul>
  );
}
