// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { nextMorning } from '../../src/ui/pause.tsx';
import { type PopupProps, PopupView } from '../../src/ui/popup-view.tsx';
import { buttonIn, COUNTS, LABEL_NAMES, live, NOW, namesOf, POPUP, press, shown, switchesIn } from './settings.tsx';

function popup(given: Partial<PopupProps> = {}): HTMLElement {
  return shown(<PopupView {...POPUP} {...given} />);
}

const HOUR = 3_600_000;
const X_OFF = { sites: { x: false, facebook: true } };

test('has a switch for the site of the tab and one for each label', () => {
  expect(namesOf(popup())).toEqual(['Mark posts on X', ...LABEL_NAMES]);
});

test('counts the marks of the page', () => {
  const rows = [...popup().querySelectorAll('tbody tr, tfoot tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
  expect(rows).toEqual([
    ...LABEL_NAMES.map((label, index) => [label, `${[3, 1, 2, 0][index]}`, '']),
    ['Posts read', '1,204', ''],
  ]);
});

test('a label that is switched off has a switch and no count', () => {
  const labels = { ...DEFAULT_SETTINGS.labels, 'no-source': false };
  const row = popup({ live: live({ labels }) }).querySelector('[data-label="no-source"]');
  expect(row?.textContent).toBe('No medical source cited');
  expect(row?.querySelector('input')?.checked).toBe(false);
});

test.each<[what: string, given: Partial<PopupProps>, says: string]>([
  ['elsewhere', { site: null }, 'is not on X or Facebook'],
  ['before the tab is known', { site: undefined }, 'On this page'],
  ['without an answer', { counts: 'no-answer' }, 'This page does not answer.'],
  ['switched off', { live: live(X_OFF) }, 'Switched off on X.'],
  ['paused', { live: live({ pausedUntil: 'always' }) }, 'Paused everywhere.'],
])('%s says so, and counts nothing it does not know', (_, given, says) => {
  const place = popup(given);
  expect(place.textContent).toContain(says);
  expect(place.textContent).not.toContain('Posts read');
});

test.each<[what: string, given: Partial<PopupProps>, says: string]>([
  ['without the list', { list: 'failed' }, 'Our list could not be read'],
  ['with the list', {}, 'version 2025-11-20.3'],
  ['with a list of some days', {}, 'Made 13 days ago.'],
  ['with a list of today', { now: new Date(2025, 10, 20, 12) }, 'Made today.'],
  ['with a clock that is behind', { now: new Date(2024, 10, 20) }, 'Made today.'],
  ['with an old list', { now: new Date(2026, 10, 20) }, 'Made 12 months ago. That is more than half a year.'],
  ['on a page whose layout is another', { counts: { ...COUNTS, layout: 'unreadable' } }, "We can't read this page's layout"],
  ['with a damaged file', { health: 'damaged' }, 'A file of Lived & Cited is damaged'],
])('%s says so', (_, given, says) => {
  expect(popup(given).textContent).toContain(says);
});

test('a page that is read as it should be raises no notice', () => {
  expect(popup().querySelectorAll('.notice')).toHaveLength(0);
});

test('a page that does not answer can be reloaded', () => {
  const onReload = vi.fn();
  press(popup({ counts: 'no-answer', onReload }), 'Reload this page');
  expect(onReload).toHaveBeenCalledOnce();
});

describe('a site that the browser does not let us read', () => {
  test('is told, wherever the popup opens: without its leave we do not see that a tab is on it', () => {
    const onAllow = vi.fn();
    const place = popup({ site: null, access: [{ site: 'facebook', state: 'missing' }], onAllow });
    expect(place.textContent).toContain('does not let Lived & Cited read Facebook');
    expect(place.textContent).not.toContain('is not on X or Facebook');
    press(place, 'Allow on Facebook');
    expect(onAllow.mock.calls).toEqual([['facebook']]);
  });

  test('once allowed only wants its pages reloaded', () => {
    const place = popup({ access: [{ site: 'x', state: 'allowed' }] });
    expect(place.textContent).toContain('Reload the pages of X');
    expect(() => buttonIn(place, 'Allow on X')).toThrow();
  });

  test('that was refused can be asked for again, and elsewhere', () => {
    const place = popup({ access: [{ site: 'x', state: 'refused' }] });
    expect(place.textContent).toContain("in your browser's own settings");
    expect(buttonIn(place, 'Allow on X').disabled).toBe(false);
  });
});

describe('a pause', () => {
  test.each([
    ['Pause everywhere', 'always'],
    ['Pause until tomorrow', new Date(2025, 11, 4, 5).getTime()],
  ])('%s', (button, pausedUntil) => {
    const settings = live();
    press(popup({ live: settings }), button);
    expect(settings.change.mock.calls).toEqual([[{ ...DEFAULT_SETTINGS, pausedUntil }]]);
  });

  test('says until when it is, and can be ended', () => {
    const settings = live({ pausedUntil: new Date(2025, 11, 4, 5).getTime() });
    const place = popup({ live: settings });
    expect(place.textContent).toMatch(/Paused everywhere until Thursday.* 5:00\sAM/);
    press(place, 'Resume');
    expect(settings.change.mock.calls).toEqual([[DEFAULT_SETTINGS]]);
  });

  test('that is over is as if it had not been', () => {
    const place = popup({ live: live({ pausedUntil: NOW.getTime() }) });
    expect(buttonIn(place, 'Pause everywhere').disabled).toBe(false);
    expect(place.textContent).toContain('1,204');
  });

  test.each([
    ['in the afternoon', new Date(2025, 11, 3, 14, 30), new Date(2025, 11, 4, 5)],
    ['before midnight', new Date(2025, 11, 3, 23, 59), new Date(2025, 11, 4, 5)],
    ['after midnight', new Date(2025, 11, 3, 1, 0), new Date(2025, 11, 3, 5)],
    ['shortly before the morning', new Date(2025, 11, 3, 4, 30), new Date(2025, 11, 4, 5)],
    ['at the end of a year', new Date(2025, 11, 31, 20), new Date(2026, 0, 1, 5)],
  ])('until tomorrow, asked for %s, ends at five, after a night', (_, now, morning) => {
    expect(nextMorning(now)).toEqual(morning);
    const lasts = morning.getTime() - now.getTime();
    expect(lasts).toBeGreaterThanOrEqual(2 * HOUR);
    expect(lasts).toBeLessThan(48 * HOUR);
  });
});

test('leads to the options, the demo and the privacy page', () => {
  const onOptions = vi.fn();
  const place = popup({ onOptions });
  press(place, 'All settings');
  expect(onOptions).toHaveBeenCalledOnce();
  expect([...place.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(['demo.html', 'privacy.html']);
});

test('settings of a newer version are shown and can not be changed', () => {
  const place = popup({ live: live({}, { newer: true }) });
  expect(place.textContent).toContain('saved by a newer version');
  for (const { disabled } of switchesIn(place)) expect(disabled).toBe(true);
  expect(buttonIn(place, 'Pause everywhere').disabled).toBe(true);
});
