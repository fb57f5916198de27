import type { JSX } from 'preact';
import type { SiteId } from '../core/post.ts';
import type { ListVersion } from '../core/records.ts';
import { ListLine } from './list-line.tsx';
import type { LiveSettings } from './live-settings.ts';
import { SITE_NAMES } from './names.ts';
import { SettingsNotices } from './settings-notices.tsx';
import { LabelSwitches, SiteSwitch } from './switches.tsx';
import type { Translate } from './translate.ts';

export interface OptionsProps {
  readonly live: LiveSettings;
  readonly list: ListVersion | 'loading' | 'failed';
  /** The address of the demo. */
  readonly demo: string;
  /** The address of the page that says where the list comes from. */
  readonly attribution: string;
  readonly t: Translate;
}

/** Every setting, each explained in a sentence. */
export function OptionsView({ live, list, demo, attribution, t }: OptionsProps): JSX.Element {
  const { stored, change } = live;
  return (
    <main class="page">
      <header>
        <h1>{t('name')}</h1>
        <p>{t('options_intro')}</p>
        <SettingsNotices live={live} t={t} />
      </header>
      {stored && (
        <>
          <section>
            <h2>{t('switches_sites')}</h2>
            <p>{t('options_sites_intro')}</p>
            {(Object.keys(SITE_NAMES) as SiteId[]).map((site) => (
              <SiteSwitch
                key={site}
                site={site}
                settings={stored.settings}
                explained
                disabled={stored.newer}
                t={t}
                onChange={change}
              />
            ))}
          </section>
          <section>
            <h2>{t('switches_labels')}</h2>
            <p>{t('options_labels_intro')}</p>
            <LabelSwitches settings={stored.settings} explained disabled={stored.newer} t={t} onChange={change} />
          </section>
        </>
      )}
      <section>
        <h2>{t('options_list_heading')}</h2>
        <ListLine list={list} t={t} />
        <p class="links">
          <a href={attribution}>{t('options_attribution')}</a>
          <a href={demo}>{t('options_demo')}</a>
        </p>
      </section>
      <footer>
        <p class="soft">{t('options_privacy')}</p>
      </footer>
    </main>
  );
}
