// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import type { DoctorSheet } from '../../src/core/handover.ts';
import { DoctorPage, type Shown } from '../../src/doctor/doctor-page.tsx';
import { english } from '../ui/english.ts';
import { entryRecord, sourceRecord } from '../ui/marks.tsx';

const SHEET: DoctorSheet = {
  page: 'doctor',
  cited: [
    { source: 'j', name: 'Journal', kind: 'journal', flags: ['retracted'], address: 'https://doi.org/10.1000/bad' },
    { source: 'j', name: 'Journal', kind: 'journal', flags: [], address: 'https://doi.org/10.1000/good' },
    { source: 'orphanet', name: 'Orphanet', kind: 'reference-work', flags: [], address: null },
  ],
  entries: ['orpha:558'],
};

const SHOWN: Shown = {
  sheet: SHEET,
  records: {
    sources: [
      sourceRecord(),
      sourceRecord({ id: 'friends', name: 'Marfan Friends', home: 'https://marfan.example/', country: 'US' }),
      sourceRecord({ id: 'league', name: 'Tissue League', home: 'https://league.example/', country: 'INT' }),
    ],
    entries: [
      entryRecord({
        organisations: ['friends'],
        group: { id: 'MONDO:9', name: 'connective tissue diseases', organisations: ['friends', 'league'] },
        pages: [
          { source: 'orphanet', url: 'https://www.orpha.net/558', language: 'en', part: null, how: 'id' },
          { source: 'orphanet', url: 'https://www.orpha.net/fr/558', language: 'fr', part: null, how: 'id' },
        ],
      }),
    ],
  },
  list: { version: '2025-11-20.3', date: '2025-11-20', sources: 63, conditions: 512, notices: '2025-08' },
  near: { languages: ['en'], country: null },
};

const onPrint = vi.fn();

beforeEach(() => {
  onPrint.mockReset();
  act(() => render(null, document.body));
});

function show(shown: Shown | null): void {
  act(() => render(<DoctorPage shown={shown} day="2026-05-03" t={english} onPrint={onPrint} />, document.body));
}

/** What would be printed: everything that is not for the screen alone. */
function printed(): string {
  const copy = document.body.cloneNode(true) as HTMLElement;
  for (const part of copy.querySelectorAll('.screen')) part.remove();
  return (copy.textContent ?? '').replaceAll(/\s+/g, ' ');
}

test('it prints what is cited, with where it is and what is wrong with it', () => {
  show(SHOWN);
  expect(printed()).toContain('Journal Journal retractedhttps://doi.org/10.1000/bad');
  expect(printed()).toContain('https://doi.org/10.1000/good');
  // A source that is named without a page has its own site.
  expect(printed()).toContain('Orphanet Medical reference workhttps://www.orpha.net/');
});

test("it prints each condition with its number, its pages in the reader's languages and its organisations", () => {
  show(SHOWN);
  expect(printed()).toContain('About Marfan syndromeRare condition · ORPHAcode 558');
  expect(printed()).toContain('Orphanet Englishhttps://www.orpha.net/558');
  expect(printed()).not.toContain('https://www.orpha.net/fr/558');
  expect(printed()).toContain('Marfan Friends Patient organisation · United Stateshttps://marfan.example/');
  expect(printed()).toContain('Tissue League Patient organisation · For connective tissue diseases · International');
});

test('it says how it came about, and when', () => {
  show(SHOWN);
  expect(printed()).toContain('Nobody has checked that they fit this patient.');
  expect(printed()).toContain('Printed on May 3, 2026. From Lived & Cited, list version 2025-11-20.3. Not medical advice.');
});

test('everything is chosen at first; what is not is not printed, and neither is a part without lines', () => {
  show(SHOWN);
  const boxes = () => [...document.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  expect(boxes().map(({ checked }) => checked)).toEqual([true, true, true, true, true, true]);
  for (const box of boxes().slice(3)) act(() => box.click());
  expect(printed()).not.toMatch(/Marfan/);
  expect(printed()).toContain('10.1000/bad');
  act(() => boxes()[3]?.click());
  expect(printed()).toContain('About Marfan syndrome');
  expect(printed()).not.toContain('Marfan Friends');
});

test('its button prints, and is not printed', () => {
  show(SHOWN);
  const button = document.querySelector('button');
  expect(button?.closest('.screen')).not.toBeNull();
  act(() => button?.click());
  expect(onPrint).toHaveBeenCalledOnce();
});

test('without the records what is cited is there still', () => {
  show({ ...SHOWN, records: null, list: null });
  expect(printed()).toContain('https://doi.org/10.1000/bad');
  expect(document.body.textContent).toContain('could not be read just now');
});

test('when it has forgotten its sources it says so', () => {
  show(null);
  expect(document.body.textContent).toContain('This page has forgotten its sources.');
  expect(document.querySelector('button')).toBeNull();
});
