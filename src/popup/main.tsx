import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { SiteId } from '../core/post.ts';
import type { ListVersion } from '../core/records.ts';
import { type Health, send, sendToTab, type TabCounts } from '../messages.ts';
import * as store from '../settings.ts';
import { siteFor } from '../sites/index.ts';
import { translate } from '../translate.ts';
import { useLiveSettings } from '../ui/live-settings.ts';
import { dressPage } from '../ui/page.ts';
import { PopupView } from '../ui/popup-view.tsx';
import { useAccess } from './access.ts';

dressPage(document, 'name', translate);
render(<Popup />, document.body);

function Popup() {
  const [tab, setTab] = useState<Tab>();
  const [list, setList] = useState<ListVersion | 'loading' | 'failed'>('loading');
  const [health, setHealth] = useState<Health>('well');
  const [access, allow] = useAccess();
  const counts = useCounts(tab?.site ? tab.id : undefined);

  useEffect(() => {
    currentTab().then(setTab);
    send('listVersion').then(setList, () => setList('failed'));
    // A background that does not answer says nothing about its files.
    send('health').then(setHealth, () => {});
  }, []);

  return (
    <PopupView
      site={tab?.site}
      counts={counts}
      access={access}
      health={health}
      live={useLiveSettings(store)}
      list={list}
      now={new Date()}
      pages={{ demo: '../demo/index.html', privacy: '../privacy/index.html' }}
      t={translate}
      onAllow={allow}
      onReload={() => tab?.id !== undefined && browser.tabs.reload(tab.id).then(() => window.close())}
      onOptions={() => browser.runtime.openOptionsPage().then(() => window.close())}
    />
  );
}

interface Tab {
  readonly id: number | undefined;
  readonly site: SiteId | null;
}

async function currentTab(): Promise<Tab> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  // We see the address of no tab but those of our two sites.
  return { id: tab?.id, site: tab?.url ? (siteFor(new URL(tab.url))?.id ?? null) : null };
}

const ASK_AGAIN = 1000;

/** What is on the page of a tab, asked again while the popup is open: posts come as the reader scrolls, and a switch changes them. */
function useCounts(tab: number | undefined): TabCounts | 'loading' | 'no-answer' {
  const [counts, setCounts] = useState<TabCounts | 'loading' | 'no-answer'>('loading');
  useEffect(() => {
    if (tab === undefined) return;
    const ask = () => sendToTab(tab, 'counts').then(setCounts, () => setCounts('no-answer'));
    ask();
    const timer = setInterval(ask, ASK_AGAIN);
    return () => clearInterval(timer);
  }, [tab]);
  return counts;
}
