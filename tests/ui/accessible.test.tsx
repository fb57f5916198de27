// @vitest-environment jsdom
import axe from 'axe-core';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { AttributionPage } from '../../src/attribution/attribution-page.tsx';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { PrivacyPage } from '../../src/privacy/privacy-page.tsx';
import { drawPanel } from '../../src/ui/draw-panel.tsx';
import { renderMark } from '../../src/ui/mark.ts';
import { OptionsView } from '../../src/ui/options-view.tsx';
import { PopupView } from '../../src/ui/popup-view.tsx';
import { WelcomePage } from '../../src/welcome/welcome-page.tsx';
import { english } from './english.ts';
import { assessment, citation, entryRecord, mention, sourceRecord, TEXT } from './marks.tsx';
import { LIST, live, OPTIONS, POPUP } from './settings.tsx';

// axe sees nothing in a closed root, so the same components stand in an open one here. Colours and sizes need a real browser.

const FILLED = live({
  languages: ['es', 'en'],
  ownSources: [{ host: 'clinic.example', name: 'Our clinic', kind: 'hospital' }],
  mutedSources: ['orphanet'],
  pausedUntil: 'always',
});

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
        look: { fit: 'icons', size: 12 },
        theme: 'light',
        open: 'patient-experience',
        draw: drawPanel,
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
        onIntent: () => {},
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
    (place) => render(<PopupView {...POPUP} health="damaged" access={[{ site: 'facebook', state: 'refused' }]} />, place),
  ],
  [
    'the options',
    'label',
    (place) => render(<OptionsView {...OPTIONS} live={FILLED} found={[{ ...sourceRecord(), id: 'found' }]} />, place),
  ],
  [
    'the first page',
    'heading-order',
    (place) => render(<WelcomePage pages={{ options: 'options.html', privacy: 'privacy.html' }} t={english} />, place),
  ],
  [
    'the privacy page',
    'list',
    (place) => render(<PrivacyPage pages={{ demo: 'demo.html', attribution: 'attribution.html' }} t={english} />, place),
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
