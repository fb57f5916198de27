import type { JSX } from 'preact';
import type { SiteId } from '../core/post.ts';
import type { ListVersion } from '../core/records.ts';
import type { TabCounts } from '../messages.ts';
import { CountsTable } from './counts-table.tsx';
import { ListLine } from './list-line.tsx';
import type { LiveSettings } from './live-settings.ts';
import { SITE_NAMES } from './names.ts';
import { SettingsNotices } from './settings-notices.tsx';
import { LabelSwitches, SiteSwitch } from './switches.tsx';
import type { Translate } from './translate.ts';

export interface PopupProps {
  /** Of the tab the popup was opened on; `null` when it is on none of ours, `undefined` until it is known. */
  readonly site: SiteId | null | undefined;
  readonly counts: TabCounts | 'loading' | 'no-answer';
  readonly live: LiveSettings;
  readonly list: ListVersion | 'loading' | 'failed';
  /** The address of the demo. */
  readonly demo: string;
  readonly t: Translate;
  onOptions(): void;
}

/** What opens from the button in the browser's bar: this page first, then the marks, then where there is more. */
export function PopupView({ site, counts, live, list, demo, t, onOptions }: PopupProps): JSX.Element {
  const { stored, change } = live;
  const disabled = stored?.newer ?? true;
  return (
    <main class="page popup">
      <header>
        <h1>{t('name')}</h1>
        <SettingsNotices live={live} t={t} />
      </header>
      <section>
        <h2>{t('popup_here')}</h2>
        {site === null && <p>{t('popup_elsewhere')}</p>}
        {site && stored && (
          <>
            <SiteSwitch site={site} settings={stored.settings} explained={false} disabled={disabled} t={t} onChange={change} />
            {stored.settings.sites[site] ? <Counts counts={counts} t={t} /> : <p>{t('popup_off', t(SITE_NAMES[site]))}</p>}
          </>
        )}
      </section>
      {stored && (
        <section>
          <h2>{t('switches_labels')}</h2>
          <LabelSwitches settings={stored.settings} explained={false} disabled={disabled} t={t} onChange={change} />
        </section>
      )}
      <footer>
        <ListLine list={list} t={t} />
        <p class="links">
          <button type="button" class="link" onClick={onOptions}>
            {t('popup_options')}
          </button>
          <a href={demo} target="_blank" rel="noopener">
            {t('popup_demo')}
          </a>
        </p>
      </footer>
    </main>
  );
}

function Counts({ counts, t }: Pick<PopupProps, 'counts' | 't'>): JSX.Element | null {
  if (counts === 'loading') return null;
  if (counts === 'no-answer') return <p>{t('popup_no_answer')}</p>;
  return <CountsTable counts={counts} t={t} />;
}
