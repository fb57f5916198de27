// @vitest-environment happy-dom
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, type Mock, onTestFinished, test, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Settings, type StoredSettings } from '../../src/core/settings.ts';
import type { TabCounts } from '../../src/messages.ts';
import { type LiveSettings, type SettingsStore, useLiveSettings } from '../../src/ui/live-settings.ts';
import { OptionsView } from '../../src/ui/options-view.tsx';
import { type PopupProps, PopupView } from '../../src/ui/popup-view.tsx';
import { english } from './english.ts';

const COUNTS: TabCounts = {
  posts: 1204,
  labels: { 'patient-experience': 3, 'carer-experience': 1, 'medical-source': 2, 'no-source': 0 },
};
const LIST = { version: '2025-11-20.3', date: '2025-11-20', sources: 63, conditions: 512, notices: '2025-08' };

function shown(page: ComponentChild): HTMLElement {
  const place = document.body.appendChild(document.createElement('div'));
  act(() => render(page, place));
  onTestFinished(() => {
    render(null, place);
    place.remove();
  });
  return place;
}

function live(
  given: Partial<StoredSettings> = {},
  failed = false,
): LiveSettings & { readonly change: Mock<LiveSettings['change']> } {
  return { stored: { settings: DEFAULT_SETTINGS, newer: false, ...given }, failed, change: vi.fn<LiveSettings['change']>() };
}

function popup(given: Partial<PopupProps> = {}): HTMLElement {
  const props: PopupProps = {
    site: 'x',
    counts: COUNTS,
    live: live(),
    list: LIST,
    demo: 'demo.html',
    t: english,
    onOptions() {},
    ...given,
  };
  return shown(<PopupView {...props} />);
}

const switchesIn = (place: HTMLElement) => [...place.querySelectorAll<HTMLInputElement>('input')];
const namesOf = (place: HTMLElement) => switchesIn(place).map(({ id }) => place.querySelector(`label[for="${id}"]`)?.textContent);

const LABELS = ['Patient experience', "Carer's experience", 'Medical source cited', 'No medical source cited'];

describe('the popup', () => {
  test('has a switch for the site of the tab and one for each label', () => {
    expect(namesOf(popup())).toEqual(['Mark posts on X', ...LABELS]);
  });

  test('counts the marks of the page', () => {
    const rows = [...popup().querySelectorAll('tbody tr, tfoot tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows).toEqual([...LABELS.map((label, index) => [label, `${[3, 1, 2, 0][index]}`]), ['Posts read', '1,204']]);
  });

  test.each<[what: string, given: Partial<PopupProps>, says: string]>([
    ['elsewhere', { site: null }, 'is not on X or Facebook'],
    ['without an answer', { counts: 'no-answer' }, 'This page does not answer.'],
    [
      'switched off',
      { live: live({ settings: { ...DEFAULT_SETTINGS, sites: { x: false, facebook: true } } }) },
      'Switched off on X.',
    ],
    ['without the list', { list: 'failed' }, 'Our list could not be read'],
    ['with the list', {}, 'version 2025-11-20.3'],
  ])('%s says so, and counts nothing it does not know', (_, given, says) => {
    const place = popup(given);
    expect(place.textContent).toContain(says);
    if (given.site === null || given.counts || given.live) expect(place.querySelector('table')).toBeNull();
  });

  test('leads to the options and the demo', () => {
    const onOptions = vi.fn();
    const place = popup({ onOptions });
    place.querySelector<HTMLElement>('button')?.click();
    expect(onOptions).toHaveBeenCalledOnce();
    expect(place.querySelector('a')?.getAttribute('href')).toBe('demo.html');
  });
});

describe('the options', () => {
  const options = (settings: LiveSettings) =>
    shown(<OptionsView live={settings} list={LIST} demo="demo.html" attribution="attribution.html" t={english} />);

  test('lead to the demo and to where the list comes from', () => {
    const links = [...options(live()).querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(expect.arrayContaining(['demo.html', 'attribution.html']));
  });

  test('have a switch for every site and label, each explained', () => {
    const place = options(live());
    expect(namesOf(place)).toEqual(['Mark posts on X', 'Mark posts on Facebook', ...LABELS]);
    for (const { attributes } of switchesIn(place)) {
      const explanation = place.querySelector(`#${attributes.getNamedItem('aria-describedby')?.value}`)?.textContent;
      expect(explanation).toMatch(/\.$/);
    }
  });

  test.each<[id: string, changed: Settings]>([
    ['site-facebook', { ...DEFAULT_SETTINGS, sites: { x: true, facebook: false } }],
    ['label-no-source', { ...DEFAULT_SETTINGS, labels: { ...DEFAULT_SETTINGS.labels, 'no-source': false } }],
  ])('the switch %s changes that and nothing else', (id, changed) => {
    const settings = live();
    options(settings).querySelector<HTMLElement>(`#${id}`)?.click();
    expect(settings.change.mock.calls).toEqual([[changed]]);
  });

  test('settings of a newer version are shown and can not be changed', () => {
    const place = options(live({ newer: true }));
    expect(place.textContent).toContain('saved by a newer version');
    for (const { disabled } of switchesIn(place)) expect(disabled).toBe(true);
  });

  test('that a change could not be saved is said aloud', () => {
    expect(options(live({}, true)).querySelector('[role="alert"]')?.textContent).toContain('could not be saved');
    expect(options(live()).querySelector('[role="alert"]')?.textContent).toBe('');
  });

  test('until the settings are read there is no switch to press', () => {
    const place = options({ stored: null, failed: false, change() {} });
    expect(switchesIn(place)).toEqual([]);
    expect(place.textContent).toContain('Reading your settings');
  });
});

describe('live settings', () => {
  const X_OFF: Settings = { ...DEFAULT_SETTINGS, sites: { x: false, facebook: true } };
  const FACEBOOK_OFF: Settings = { ...DEFAULT_SETTINGS, sites: { x: true, facebook: false } };

  /** A store in memory; `refuse` makes its next writing fail. */
  function storeOf(settings: Settings) {
    let stored: StoredSettings = { settings, newer: false };
    let refused = false;
    let tell: (news: StoredSettings) => void = () => {};
    const writes: Settings[] = [];
    const store: SettingsStore = {
      readSettings: async () => stored,
      async writeSettings(next) {
        if (refused) throw new Error('QUOTA_BYTES quota exceeded');
        writes.push(next);
        stored = { settings: next, newer: false };
        tell(stored);
      },
      watchSettings(onChange, signal) {
        tell = (news) => !signal.aborted && onChange(news);
      },
    };
    return { store, writes, refuse: () => (refused = true), tell: (next: Settings) => tell({ settings: next, newer: false }) };
  }

  async function liveOn(store: SettingsStore): Promise<{ now: LiveSettings; readonly all: (Settings | undefined)[] }> {
    const seen = { all: [] as (Settings | undefined)[] } as { now: LiveSettings; readonly all: (Settings | undefined)[] };
    function Probe() {
      seen.now = useLiveSettings(store);
      seen.all.push(seen.now.stored?.settings);
      return null;
    }
    shown(<Probe />);
    await act(async () => {});
    return seen;
  }

  test('are read, and follow what changes elsewhere', async () => {
    const memory = storeOf(X_OFF);
    const seen = await liveOn(memory.store);
    expect(seen.now.stored?.settings).toEqual(X_OFF);
    await act(async () => memory.tell(FACEBOOK_OFF));
    expect(seen.now.stored?.settings).toEqual(FACEBOOK_OFF);
  });

  test('a change shows at once and is saved, in order', async () => {
    const memory = storeOf(DEFAULT_SETTINGS);
    const seen = await liveOn(memory.store);
    act(() => {
      seen.now.change(X_OFF);
      seen.now.change(FACEBOOK_OFF);
    });
    expect(seen.now.stored?.settings).toEqual(FACEBOOK_OFF);
    await vi.waitFor(() => expect(memory.writes).toEqual([X_OFF, FACEBOOK_OFF]));
    await act(async () => {});
    expect(seen.now.failed).toBe(false);
    // News of the first change come when the second is made already: the switch must not jump back.
    expect(seen.all.slice(seen.all.indexOf(FACEBOOK_OFF))).not.toContain(X_OFF);
  });

  test('a change that can not be saved is taken back and told', async () => {
    const memory = storeOf(DEFAULT_SETTINGS);
    const seen = await liveOn(memory.store);
    memory.refuse();
    act(() => seen.now.change(X_OFF));
    expect(seen.now.stored?.settings).toEqual(X_OFF);
    await vi.waitFor(() => expect(seen.now.stored?.settings).toEqual(DEFAULT_SETTINGS));
    expect(seen.now.failed).toBe(true);
  });
});
