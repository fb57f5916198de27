import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { type Mock, onTestFinished, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Settings, type StoredSettings } from '../../src/core/settings.ts';
import type { TabCounts } from '../../src/messages.ts';
import type { LiveSettings } from '../../src/ui/live-settings.ts';
import type { OptionsProps } from '../../src/ui/options-view.tsx';
import type { PopupProps } from '../../src/ui/popup-view.tsx';
import { english } from './english.ts';

// What the tests of the popup and of the options share.

export const COUNTS: TabCounts = {
  posts: 1204,
  labels: { 'patient-experience': 3, 'carer-experience': 1, 'medical-source': 2, 'no-source': 0 },
  layout: 'read',
};
export const LIST = { version: '2025-11-20.3', date: '2025-11-20', sources: 63, conditions: 512, notices: '2025-08' };
/** A Wednesday. */
export const NOW = new Date(2025, 11, 3, 14, 30);
export const LABEL_NAMES = ['Patient experience', "Carer's experience", 'Medical source cited', 'No medical source cited'];

export function shown(page: ComponentChild): HTMLElement {
  const place = document.body.appendChild(document.createElement('div'));
  act(() => render(page, place));
  onTestFinished(() => {
    render(null, place);
    place.remove();
  });
  return place;
}

export type TestSettings = LiveSettings & { readonly change: Mock<LiveSettings['change']> };

export function live(
  given: Partial<Settings> = {},
  { newer = false, problem = null }: Partial<Pick<StoredSettings, 'newer'> & Pick<LiveSettings, 'problem'>> = {},
): TestSettings {
  const settings = { ...DEFAULT_SETTINGS, ...given };
  return { stored: { settings, newer }, problem, change: vi.fn<LiveSettings['change']>() };
}

export const POPUP: PopupProps = {
  site: 'x',
  counts: COUNTS,
  access: [],
  health: 'well',
  live: live(),
  list: LIST,
  now: NOW,
  pages: { demo: 'demo.html', privacy: 'privacy.html' },
  t: english,
  onAllow() {},
  onReload() {},
  onOptions() {},
};

export const OPTIONS: OptionsProps = {
  live: live(),
  list: LIST,
  now: NOW,
  pages: { demo: 'demo.html', attribution: 'attribution.html', privacy: 'privacy.html', welcome: 'welcome.html' },
  muted: new Map(),
  found: null,
  t: english,
  isShared: (host) => host === 'github.io',
  onSearch() {},
  onSave() {},
  load: async () => 'no-settings-file',
};

export const switchesIn = (place: HTMLElement) => [...place.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];

export function namesOf(place: HTMLElement): readonly (string | undefined)[] {
  return switchesIn(place).map(({ id }) => place.querySelector(`label[for="${id}"]`)?.textContent);
}

/** The button with that accessible name. */
export function buttonIn(place: HTMLElement, name: string): HTMLButtonElement {
  const buttons = [...place.querySelectorAll('button')];
  const found = buttons.find((button) => nameOf(button, place) === name);
  if (!found) throw new Error(`No button "${name}" but: ${buttons.map((button) => nameOf(button, place)).join(' | ')}`);
  return found;
}

function nameOf(button: HTMLElement, place: HTMLElement): string | null {
  const labelled = button.getAttribute('aria-labelledby')?.split(' ');
  return labelled ? labelled.map((id) => place.ownerDocument.getElementById(id)?.textContent).join(', ') : button.textContent;
}

export function press(place: HTMLElement, name: string): void {
  act(() => buttonIn(place, name).click());
}

export function type(place: HTMLElement, id: string, text: string): void {
  const field = place.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`);
  if (!field) throw new Error(`There is no field "${id}".`);
  field.value = text;
  act(() => {
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  });
}
