import { act } from '../content/acting.ts';
import { type Feed, type FeedNeeds, type Marked, markFeed } from '../content/feed.ts';
import type { Assessment } from '../core/assessment.ts';
import type { Settings } from '../core/settings.ts';
import { type Asked, type Health, send } from '../messages.ts';
import { openLine } from '../port.ts';
import { readSettings, watchSettings } from '../settings.ts';
import { sites } from '../sites/index.ts';
import { translate } from '../translate.ts';
import { drawPanel } from '../ui/draw-panel.tsx';
import type { MessageId } from '../ui/translate.ts';

/** What has come of the feeds until now. */
export interface LiveFeeds {
  /** Every post that was assessed, in the page's order. */
  marked(): readonly Marked[];
  /** Whether every post on the page was read and assessed. */
  isSettled(): boolean;
  /** What to tell the reader when the background failed; `null` when it did not. */
  failure(): MessageId | null;
}

/**
 * Marks the invented posts on a page of our own. It is the real thing: the adapters, the pipeline, the engine in the background
 * and the marks.
 */
export function startFeeds(onChange: () => void, signal: AbortSignal): LiveFeeds {
  const feeds: Feed[] = [];
  const line = openLine(() => {}, signal);
  let failure: MessageId | null = null;
  switchOffLinks(document.querySelector('#feeds'));
  void start();

  async function start(): Promise<void> {
    const { settings } = await readSettings();
    for (const site of sites) {
      const needs: FeedNeeds = {
        site,
        document,
        assess,
        drawer: async () => drawPanel,
        records: (ids) => send('records', ids),
        listVersion: () => send('listVersion'),
        act,
        t: translate,
        languages: navigator.languages,
        onChange,
      };
      feeds.push(markFeed(needs, inTheDemo(settings), signal));
    }
    watchSettings((stored) => {
      for (const feed of feeds) feed.apply(inTheDemo(stored.settings));
    }, signal);
    onChange();
  }

  async function assess(asked: Asked): Promise<readonly Assessment[] | null> {
    const assessments = await line.ask('assess', asked).catch(() => null);
    if (assessments === null) failure = (await health()) === 'damaged' ? 'popup_damaged' : 'demo_failed';
    return assessments;
  }

  return {
    marked: () => feeds.flatMap((feed) => feed.marked()),
    isSettled: () => feeds.length === sites.length && feeds.every((feed) => feed.counts().posts > 0 && feed.pending() === 0),
    failure: () => failure,
  };
}

function health(): Promise<Health> {
  return send('health').catch(() => 'well');
}

/** The posts' links lead to pages that do not exist. Those of a mark are not reached by this: their clicks stay in the mark. */
function switchOffLinks(feeds: Element | null): void {
  for (const type of ['click', 'auxclick']) feeds?.addEventListener(type, (event) => event.preventDefault());
}

/** How posts are marked is the reader's choice here too; both sites' looks always are, and a pause does not reach here. */
function inTheDemo(settings: Settings): Settings {
  return { ...settings, sites: { x: true, facebook: true } };
}
