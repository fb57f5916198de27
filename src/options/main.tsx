import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { SourceLine } from '../core/find-sources.ts';
import type { ListVersion } from '../core/records.ts';
import type { Settings } from '../core/settings.ts';
import { type Imported, settingsFile, settingsFromFile, type Unreadable } from '../core/settings-file.ts';
import { send } from '../messages.ts';
import * as store from '../settings.ts';
import { translate } from '../translate.ts';
import { useLiveSettings } from '../ui/live-settings.ts';
import type { MutedSourcesProps } from '../ui/muted-sources.tsx';
import { OptionsView } from '../ui/options-view.tsx';
import { dressPage } from '../ui/page.ts';
import { isShared } from './is-shared.ts';

dressPage(document, 'options_title', translate);
render(<Options />, document.body);

function Options() {
  const [list, setList] = useState<ListVersion | 'loading' | 'failed'>('loading');
  const live = useLiveSettings(store);
  const [found, search] = useSearch();
  useEffect(() => {
    send('listVersion').then(setList, () => setList('failed'));
  }, []);
  return (
    <OptionsView
      live={live}
      list={list}
      now={new Date()}
      pages={{
        demo: '../demo/index.html',
        attribution: '../attribution/index.html',
        privacy: '../privacy/index.html',
        welcome: '../welcome/index.html',
      }}
      muted={useMuted(live.stored?.settings.mutedSources ?? [])}
      found={found}
      t={translate}
      onSearch={search}
      isShared={isShared}
      onSave={save}
      load={load}
    />
  );
}

/** What the list says of the sources with these ids. What is known stays while others are asked for. */
function useMuted(ids: readonly string[]): MutedSourcesProps['muted'] {
  const [muted, setMuted] = useState<MutedSourcesProps['muted']>(new Map());
  const known = muted === 'failed' ? new Map<string, SourceLine | null>() : muted;
  const unknown = ids.filter((id) => !known.has(id)).slice(0, MOST_ASKED);
  const asked = unknown.join(' ');
  useEffect(() => {
    if (asked === '') return;
    let isStale = false;
    const sources = asked.split(' ');
    send('records', { sources, entries: [] }).then(
      (records) => {
        const found = sources.map((id) => [id, records.sources.find((source) => source.id === id) ?? null] as const);
        if (!isStale) setMuted((before) => new Map([...(before === 'failed' ? [] : before), ...found]));
      },
      () => isStale || setMuted('failed'),
    );
    return () => {
      isStale = true;
    };
  }, [asked]);
  return muted;
}

/** In one message: the background answers no more. */
const MOST_ASKED = 100;

/** Milliseconds for which nothing is typed. */
const TYPED = 150;

/** What came of the last text that was searched for. */
function useSearch(): readonly [found: MutedSourcesProps['found'], search: (text: string) => void] {
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly SourceLine[] | 'failed' | null>(null);
  useEffect(() => {
    if (text.trim() === '') {
      setFound(null);
      return;
    }
    let isStale = false;
    const timer = setTimeout(() => {
      send('findSources', text).then(
        (sources) => isStale || setFound(sources),
        () => isStale || setFound('failed'),
      );
    }, TYPED);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [text]);
  return [found, setText];
}

function save(settings: Settings): void {
  const address = URL.createObjectURL(new Blob([settingsFile(settings)], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: 'lived-and-cited-settings.json' });
  link.click();
  // Firefox begins to read it only after the click is over.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function load(file: File, present: Settings): Promise<Imported | Unreadable> {
  return settingsFromFile(await file.text(), present, isShared);
}
