import browser from 'webextension-polyfill';
import type { Settings } from '../core/settings.ts';
import { answer, send, type TabMessages } from '../messages.ts';
import { openLine } from '../port.ts';
import { readSettings, watchSettings } from '../settings.ts';
import type { Site } from '../sites/site.ts';
import { translate } from '../translate.ts';
import { act } from './acting.ts';
import { fetchedDrawer } from './drawer.ts';
import { markFeed } from './feed.ts';
import { pageGate } from './gate.ts';
import { removeOrphans } from './host.ts';
import { throughPauses, unlessPaused } from './pause.ts';

/** Marks the posts of this page of a site. Each site has a script of its own, in which is no other's adapter. */
export async function start(site: Site): Promise<void> {
  // An address of a site can be that of a picture or a file, which has no body.
  if (!site.hosts.includes(location.hostname) || !document.body) return;
  removeOrphans(document);
  const lifetime = new AbortController();
  // Watched before they are read: no change falls in between.
  let changed: Settings | null = null;
  let apply = (settings: Settings): void => {
    changed = settings;
  };
  watchSettings(({ settings }) => apply(settings), lifetime.signal);
  const { settings } = await readSettings();
  const line = openLine(onCut, lifetime.signal);
  const feed = markFeed(
    {
      site,
      document,
      readsPage: pageReader(site),
      couldBeLabelled: pageGate(() => line.ask('gate')),
      assess: (asked) => orFallSilent(() => line.ask('assess', asked)),
      drawer: () => orFallSilent(fetchedDrawer),
      records: (ids) => orFallSilent(() => send('records', ids)),
      listVersion: () => orFallSilent(() => send('listVersion')),
      isAlive,
      act: (action) => orFallSilent(() => act(action)),
      t: translate,
      languages: navigator.languages,
    },
    unlessPaused(changed ?? settings, Date.now()),
    lifetime.signal,
  );
  apply = throughPauses(feed.apply, lifetime.signal);
  apply(changed ?? settings);
  answer<TabMessages>({ counts: feed.counts }, lifetime.signal);

  /**
   * An extension that is updated, switched off or removed leaves its scripts in the pages that are open, cut off from it.
   * Such a script takes its badges away and is never heard of again: the new extension's own may already be here.
   */
  async function orFallSilent<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    try {
      return await ask();
    } catch (error) {
      fallSilentWhenGone();
      throw error;
    }
  }

  function onCut(): void {
    fallSilentWhenGone();
    // Chromium cuts the line first, and only then takes the extension away.
    setTimeout(fallSilentWhenGone, A_MOMENT);
  }

  function fallSilentWhenGone(): void {
    if (!browser.runtime?.id) lifetime.abort();
  }

  function isAlive(): boolean {
    fallSilentWhenGone();
    return !lifetime.signal.aborted;
  }
}

const A_MOMENT = 500;

/** Whether the page shown now is one to read; the address is only taken apart when it is another. */
function pageReader(site: Site): () => boolean {
  let address = '';
  let reads = false;
  return () => {
    if (address !== location.href) {
      address = location.href;
      reads = site.readsPage(new URL(address));
    }
    return reads;
  };
}
