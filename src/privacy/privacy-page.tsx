import type { JSX } from 'preact';
import { PROJECT } from '../project.ts';
import { OutwardLink } from '../ui/outward-link.tsx';
import type { MessageId, Translate } from '../ui/translate.ts';

export interface PrivacyProps {
  readonly pages: Readonly<Record<'demo' | 'attribution', string>>;
  readonly t: Translate;
}

/** What the extension sees, keeps and sends, in plain words, and how to check it. PRIVACY.md says the same to the stores. */
export function PrivacyPage({ pages, t }: PrivacyProps): JSX.Element {
  return (
    <main class="page">
      <header>
        <h1>{t('privacy_title')}</h1>
        <p>{t('privacy_intro')}</p>
      </header>
      {PARTS.map(([heading, ...texts]) => (
        <section key={heading}>
          <h2>{t(heading)}</h2>
          <Texts texts={texts} t={t} />
        </section>
      ))}
      <footer>
        <p class="links">
          <a href={pages.demo}>{t('options_demo')}</a>
          <a href={pages.attribution}>{t('options_attribution')}</a>
          <OutwardLink href={PROJECT} t={t}>
            {t('source_code')}
          </OutwardLink>
        </p>
      </footer>
    </main>
  );
}

/** A heading and what stands under it: a paragraph, or a list where there is more than one thing. */
const PARTS: readonly (readonly [heading: MessageId, ...texts: readonly MessageId[]])[] = [
  ['privacy_reads_heading', 'privacy_reads'],
  ['privacy_where_heading', 'privacy_where'],
  ['privacy_keeps_heading', 'privacy_keeps_settings', 'privacy_keeps_list', 'privacy_keeps_nothing'],
  ['privacy_leaves_heading', 'privacy_leaves'],
  ['privacy_page_heading', 'privacy_page'],
  ['privacy_permissions_heading', 'privacy_permission_sites', 'privacy_permission_storage', 'privacy_permission_scripting'],
  ['privacy_check_heading', 'privacy_check_offline', 'privacy_check_network', 'privacy_check_promise', 'welcome_check_source'],
  ['privacy_remove_heading', 'privacy_remove'],
];

function Texts({ texts, t }: { readonly texts: readonly MessageId[]; readonly t: Translate }): JSX.Element {
  const [first] = texts;
  if (first !== undefined && texts.length === 1) return <p>{t(first)}</p>;
  return (
    <ul class="points">
      {texts.map((text) => (
        <li key={text}>{t(text)}</li>
      ))}
    </ul>
  );
}
