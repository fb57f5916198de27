import { render } from 'preact';
import { act } from '../content/acting.ts';
import { type Feed, type FeedNeeds, markFeed } from '../content/feed.ts';
import type { Assessment } from '../core/assessment.ts';
import type { Settings } from '../core/settings.ts';
import { type Asked, send } from '../messages.ts';
import { readSettings, watchSettings } from '../settings.ts';
import { sites } from '../sites/index.ts';
import { translate } from '../translate.ts';
import { dressPage } from '../ui/page.ts';
import { DemoPage } from './demo-page.tsx';
import './demo.css';
import { Report } from './report.tsx';

// The demo is the real thing on a page of our own: the adapters, the pipeline, the engine in the background and the marks.

dressPage(document, 'demo_title', translate);
render(<DemoPage t={translate} />, document.body);
switchOffLinks(document.querySelector('#feeds'));
void start(new AbortController().signal);

/** Milliseconds. */
const LOOK_AGAIN = 100;

async function start(signal: AbortSignal): Promise<void> {
  let failed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const feeds: Feed[] = [];
  const { settings } = await readSettings();
  for (const site of sites) {
    const needs: FeedNeeds = {
      site,
      document,
      assess,
      records: (ids) => send('records', ids),
      listVersion: () => send('listVersion'),
      act,
      t: translate,
      languages: navigator.languages,
      onChange: report,
    };
    feeds.push(markFeed(needs, inTheDemo(settings), signal));
  }
  watchSettings((stored) => {
    for (const feed of feeds) feed.apply(inTheDemo(stored.settings));
  }, signal);
  report();

  async function assess(asked: Asked): Promise<readonly Assessment[]> {
    try {
      return await send('assess', asked);
    } catch (error) {
      failed = true;
      throw error;
    }
  }

  function report(): void {
    const place = document.querySelector('#report-place');
    if (!place) return;
    const marked = feeds.flatMap((feed) => feed.marked());
    const settled = feeds.length === sites.length && feeds.every((feed) => feed.counts().posts > 0 && feed.pending() === 0);
    render(<Report marked={marked} settled={settled} failed={failed} t={translate} />, place);
    // Drawing the report is itself a change of the page that the feeds look at, and find nothing in to tell us of.
    clearTimeout(timer);
    if (!settled) timer = setTimeout(report, LOOK_AGAIN);
  }
}

/** The posts' links lead to pages that do not exist. Those of a mark are not reached by this: their clicks stay in the mark. */
function switchOffLinks(feeds: Element | null): void {
  for (const type of ['click', 'auxclick']) feeds?.addEventListener(type, (event) => event.preventDefault());
}

/** Which marks are shown is the reader's choice here too; both sites' looks always are. */
function inTheDemo(settings: Settings): Settings {
  return { ...settings, sites: { x: true, facebook: true } };
}
