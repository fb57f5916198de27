import type { JSX } from 'preact';
import type { SiteId } from '../core/post.ts';
import type { ListVersion } from '../core/records.ts';
import { isPaused } from '../core/settings.ts';
import type { Health, TabCounts } from '../messages.ts';
import { AccessNotice, type SiteAccess } from './access-notice.tsx';
import { ListLine } from './list-line.tsx';
import type { LiveSettings } from './live-settings.ts';
import { MarksTable } from './marks-table.tsx';
import { SITE_NAMES } from './names.ts';
import { Pause } from './pause.tsx';
import { SettingsNotices } from './settings-notices.tsx';
import { SiteSwitch } from './switches.tsx';
import type { Translate } from './translate.ts';

export interface PopupProps {
  /** Of the tab the popup was opened on; `null` when it is on none of ours, `undefined` until it is known. */
  readonly site: SiteId | null | undefined;
  readonly counts: TabCounts | 'loading' | 'no-answer';
  /** Sites that the browser does not let us read, and what came of asking it to. */
  readonly access: readonly SiteAccess[];
  readonly health: Health;
  readonly live: LiveSettings;
  readonly list: ListVersion | 'loading' | 'failed';
  readonly now: Date;
  /** The addresses of other pages of ours. */
  readonly pages: Readonly<Record<'demo' | 'privacy', string>>;
  readonly t: Translate;
  onAllow(site: SiteId): void;
  onReload(): void;
  onOptions(): void;
}

/** What opens from the button in the browser's bar: what stands in the way, then this page, then where there is more. */
export function PopupView(props: PopupProps): JSX.Element {
  const { access, health, live, list, now, pages, t, onAllow, onOptions } = props;
  return (
    <main class="page popup">
      <header>
        <h1>{t('name')}</h1>
        {health === 'damaged' && <p class="notice">{t('popup_damaged')}</p>}
        {access.map((each) => (
          <AccessNotice key={each.site} access={each} t={t} onAllow={onAllow} />
        ))}
        <SettingsNotices live={live} t={t} />
      </header>
      <ThisPage {...props} />
      {live.stored && (
        <section>
          <h2>{t('pause_heading')}</h2>
          <Pause settings={live.stored.settings} disabled={live.stored.newer} now={now} t={t} onChange={live.change} />
        </section>
      )}
      <footer>
        <ListLine list={list} now={now} t={t} />
        <p class="links">
          <button type="button" class="link" onClick={onOptions}>
            {t('popup_options')}
          </button>
          <a href={pages.demo} target="_blank" rel="noopener">
            {t('popup_demo')}
          </a>
          <a href={pages.privacy} target="_blank" rel="noopener">
            {t('popup_privacy')}
          </a>
        </p>
      </footer>
    </main>
  );
}

function ThisPage({ site, access, counts, live, now, t, onReload }: PopupProps): JSX.Element {
  const { stored, change } = live;
  const isOn = stored && site && stored.settings.sites[site] && !isPaused(stored.settings, now.getTime());
  const setting = stored && { settings: stored.settings, disabled: stored.newer, t, onChange: change };
  return (
    <section>
      {/* The address of a tab that we may not read is not told to us: it could be on one of the two. */}
      {(site || access.length === 0) && <h2>{t('popup_here')}</h2>}
      {site === null && access.length === 0 && <p>{t('popup_elsewhere')}</p>}
      {site && setting && <SiteSwitch {...setting} site={site} explained={false} />}
      {site && stored && !stored.settings.sites[site] && <p>{t('popup_off', t(SITE_NAMES[site]))}</p>}
      {isOn && counts === 'no-answer' && (
        <div class="notice">
          <p>{t('popup_no_answer')}</p>
          <p class="buttons">
            <button type="button" class="press" onClick={onReload}>
              {t('popup_reload')}
            </button>
          </p>
        </div>
      )}
      {isOn && typeof counts !== 'string' && counts.layout === 'unreadable' && <p class="notice">{t('popup_unreadable')}</p>}
      {setting && (
        <>
          <h2>{t('switches_labels')}</h2>
          <MarksTable {...setting} counts={isOn && typeof counts !== 'string' ? counts : null} />
        </>
      )}
    </section>
  );
}
