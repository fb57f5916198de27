import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { SiteId } from '../core/post.ts';
import type { ListVersion } from '../core/records.ts';
import { DEFAULT_SETTINGS, isPaused, type Settings } from '../core/settings.ts';
import type { Imported, Unreadable } from '../core/settings-file.ts';
import { BadgeTextChoice, StrictnessChoice } from './choices.tsx';
import { ListLine } from './list-line.tsx';
import type { LiveSettings } from './live-settings.ts';
import { MutedSources, type MutedSourcesProps } from './muted-sources.tsx';
import { SITE_NAMES } from './names.ts';
import { OwnSources } from './own-sources.tsx';
import { Pause } from './pause.tsx';
import { PlaceSettings } from './place-settings.tsx';
import { Reset } from './reset.tsx';
import { LoadedFile, SettingsFile } from './settings-file.tsx';
import { SettingsNotices } from './settings-notices.tsx';
import { CommentsSwitch, LabelSwitches, SiteSwitch } from './switches.tsx';
import type { Translate } from './translate.ts';
import { Replaced, useUndo } from './undo.tsx';

export interface OptionsProps extends Pick<MutedSourcesProps, 'muted' | 'found' | 'onSearch'> {
  readonly live: LiveSettings;
  readonly list: ListVersion | 'loading' | 'failed';
  readonly now: Date;
  /** Where our other pages are. */
  readonly pages: Readonly<Record<'demo' | 'attribution' | 'privacy' | 'welcome', string>>;
  readonly t: Translate;
  /** Whether a host belongs to many. */
  isShared(host: string): boolean;
  onSave(settings: Settings): void;
  /** Reads a file that the reader has chosen. */
  load(file: File, present: Settings): Promise<Imported | Unreadable>;
}

/** Every setting, each explained in a sentence. */
export function OptionsView(props: OptionsProps): JSX.Element {
  const { live, list, pages, t } = props;
  return (
    <main class="page">
      <header>
        <h1>{t('name')}</h1>
        <p>{t('options_intro')}</p>
        <SettingsNotices live={live} t={t} />
      </header>
      {live.stored && <EverySetting {...props} settings={live.stored.settings} disabled={live.stored.newer} />}
      <section>
        <h2>{t('options_list_heading')}</h2>
        <ListLine list={list} now={props.now} t={t} />
        <p class="links">
          <a href={pages.attribution}>{t('options_attribution')}</a>
          <a href={pages.demo}>{t('options_demo')}</a>
          <a href={pages.privacy}>{t('options_privacy_page')}</a>
          <a href={pages.welcome}>{t('options_welcome')}</a>
        </p>
      </section>
      <footer>
        <p class="soft">{t('options_privacy')}</p>
      </footer>
    </main>
  );
}

function EverySetting(props: OptionsProps & { readonly settings: Settings; readonly disabled: boolean }): JSX.Element {
  const { live, settings, disabled, now, t, onSave, load } = props;
  const undoable = useUndo(live);
  const [loaded, setLoaded] = useState<Imported | Unreadable | null>(null);
  const setting = { settings, disabled, t, onChange: undoable.change };

  async function takeFrom(file: File): Promise<void> {
    const read = await load(file, settings);
    setLoaded(read);
    if (read !== 'no-settings-file') undoable.replace(read.settings, 'file');
  }

  return (
    <>
      {isPaused(settings, now.getTime()) && (
        <section>
          <Pause {...setting} now={now} />
        </section>
      )}
      <section>
        <h2>{t('switches_sites')}</h2>
        <p>{t('options_sites_intro')}</p>
        {(Object.keys(SITE_NAMES) as SiteId[]).map((site) => (
          <SiteSwitch key={site} {...setting} site={site} explained />
        ))}
      </section>
      <section>
        <h2>{t('switches_labels')}</h2>
        <p>{t('options_labels_intro')}</p>
        <LabelSwitches {...setting} />
        <CommentsSwitch {...setting} />
      </section>
      <StrictnessChoice {...setting} />
      <BadgeTextChoice {...setting} />
      <section>
        <h2>{t('options_place_heading')}</h2>
        <p>{t('options_place_intro')}</p>
        <PlaceSettings {...setting} />
      </section>
      <section>
        <h2>{t('own_heading')}</h2>
        <p>{t('own_intro')}</p>
        <OwnSources {...setting} isShared={props.isShared} />
      </section>
      <section>
        <h2>{t('muted_heading')}</h2>
        <p>{t('muted_intro')}</p>
        <MutedSources {...setting} muted={props.muted} found={props.found} onSearch={props.onSearch} />
      </section>
      <section>
        <h2>{t('file_heading')}</h2>
        <p>{t('file_intro')}</p>
        <SettingsFile disabled={disabled} t={t} onSave={() => onSave(settings)} onLoad={takeFrom} />
        <div role="alert">{loaded === 'no-settings-file' && <p class="notice">{t('file_unreadable')}</p>}</div>
        <Replaced undoable={undoable} why="file" t={t}>
          {loaded !== null && loaded !== 'no-settings-file' && <LoadedFile loaded={loaded} t={t} />}
        </Replaced>
      </section>
      <section>
        <h2>{t('reset_heading')}</h2>
        <p>{t('reset_intro')}</p>
        <Reset disabled={disabled} t={t} onReset={() => undoable.replace(DEFAULT_SETTINGS, 'reset')} />
        <Replaced undoable={undoable} why="reset" t={t}>
          <p>{t('reset_done')}</p>
        </Replaced>
        <p class="soft">{t('options_shared_warning')}</p>
      </section>
    </>
  );
}
