import type { JSX } from 'preact';
import type { Translate } from '../ui/translate.ts';
import { Feeds } from './feeds.tsx';

/** The two feeds, and what was made of them. */
export function DemoPage({ t }: { readonly t: Translate }): JSX.Element {
  return (
    <main class="demo">
      <header>
        <h1>{t('name')}</h1>
        <p>{t('demo_intro')}</p>
        <p>{t('welcome_english')}</p>
      </header>
      <Feeds boxed={false} t={t} />
      <div id="report-place" />
    </main>
  );
}
