// @vitest-environment jsdom
import axe from 'axe-core';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { AttributionPage } from '../../src/attribution/attribution-page.tsx';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { renderMark } from '../../src/ui/mark.tsx';
import { OptionsView } from '../../src/ui/options-view.tsx';
import { PopupView } from '../../src/ui/popup-view.tsx';
import { english } from './english.ts';
import { assessment, citation, entryRecord, mention, sourceRecord, TEXT } from './marks.tsx';

// axe sees nothing in a closed root, so the same components stand in an open one here. Colours and sizes need a real browser.

const LIVE = { stored: { settings: DEFAULT_SETTINGS, newer: false }, failed: false, change() {} };
const LIST = { version: '2025-11-20.3', date: '2025-11-20', sources: 63, conditions: 512, notices: '2025-08' };
const COUNTS = { posts: 9, labels: { 'patient-experience': 3, 'carer-experience': 1, 'medical-source': 2, 'no-source': 0 } };

/** Each with a rule that must have found something to look at: what is hidden breaks none. */
const SURFACES: readonly (readonly [name: string, rule: string, show: (place: HTMLElement) => void])[] = [
  [
    'a mark with its panel',
    'aria-dialog-name',
    (place) => {
      const found = assessment({
        labels: ['patient-experience', 'medical-source'],
        citations: [
          citation(),
          citation({ source: 'm', name: 'medRxiv', kind: 'preprint-server', flags: ['not-peer-reviewed'] }),
        ],
        mentions: [mention()],
      });
      const root = place.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
      renderMark(root, {
        assessment: found,
        text: TEXT,
        labels: found.labels,
        fit: 'icons',
        theme: 'light',
        open: 'patient-experience',
        records: {
          sources: [sourceRecord()],
          entries: [
            entryRecord({
              pages: [{ source: 'orphanet', url: 'https://www.orpha.net/a', language: 'en', part: null, how: 'id' }],
            }),
          ],
        },
        list: LIST,
        hidden: false,
        settings: DEFAULT_SETTINGS,
        near: { languages: ['en'], country: 'FR' },
        t: english,
        onOpen() {},
        onClose() {},
        onAction: async () => {},
      });
      // jsdom hides popovers and can not show them.
      root.querySelector('.panel')?.removeAttribute('popover');
    },
  ],
  [
    'the popup',
    'button-name',
    (place) =>
      render(<PopupView site="x" counts={COUNTS} live={LIVE} list={LIST} demo="d" t={english} onOptions={() => {}} />, place),
  ],
  [
    'the options',
    'label',
    (place) => render(<OptionsView live={LIVE} list={LIST} demo="d" attribution="a" t={english} />, place),
  ],
  ['the attribution page', 'definition-list', (place) => render(<AttributionPage list={LIST} t={english} />, place)],
];

test.each(SURFACES)('%s breaks no rule of axe', async (_, rule, show) => {
  document.documentElement.lang = 'en';
  document.title = 'Test';
  document.body.replaceChildren();
  act(() => show(document.body.appendChild(document.createElement('div'))));
  const { violations, passes } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  expect(passes.map(({ id }) => id)).toContain(rule);
});
