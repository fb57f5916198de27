// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import type { Action } from '../../src/ui/actions.tsx';
import { assessment, byHand, citation, entryRecord, mention, type ShownMark, shownMark, sourceRecord } from './marks.tsx';

const BOTH = assessment({ labels: ['patient-experience', 'medical-source'], citations: [citation()], mentions: [mention()] });
const RECORDS = {
  sources: [sourceRecord(), sourceRecord({ id: 'friends', name: 'Marfan Friends', home: 'https://marfan.example/' })],
  entries: [
    entryRecord({
      organisations: ['friends'],
      pages: [{ source: 'orphanet', url: 'https://www.orpha.net/558', language: 'en', part: null, how: 'id' }],
    }),
  ],
};
const LIST = { version: '2025-11-20.3', date: '2025-11-20', sources: 63, conditions: 512, notices: '2025-08' };

afterEach(() => vi.restoreAllMocks());

const shown = (given: Parameters<typeof shownMark>[0] = {}) =>
  shownMark({ assessment: BOTH, open: 'medical-source', records: RECORDS, list: LIST, ...given });

const buttons = (mark: ShownMark) => [...mark.root.querySelectorAll<HTMLButtonElement>('footer button')];

function buttonOf(mark: ShownMark, words: string): HTMLButtonElement {
  const button = buttons(mark).find(({ textContent }) => textContent === words);
  if (!button) throw new Error(`There is no button "${words}".`);
  return button;
}

function press(mark: ShownMark, words: string): Action | undefined {
  buttonOf(mark, words).dispatchEvent(byHand(new MouseEvent('click', { bubbles: true })));
  return mark.onAction.mock.lastCall?.[0];
}

const status = (mark: ShownMark) => mark.root.querySelector('[role="status"]')?.textContent;

describe('what can be done', () => {
  test('is the same whichever of two badges opened the panel', () => {
    const names = (mark: ShownMark) => buttons(mark).map(({ textContent }) => textContent);
    expect(names(shown({ open: 'patient-experience' }))).toEqual(names(shown()));
    expect(names(shown())).toEqual([
      'Copy sources',
      'For my doctor',
      'Copy this text',
      'Hide these marks',
      'Never show “Patient experience”',
      'Never show “Medical source cited”',
      'Report a wrong mark',
      'Object to Orphanet',
      'Never count Orphanet',
    ]);
  });

  test('all that the panel says can be copied', () => {
    const action = press(shown(), 'Copy this text');
    expect(action).toMatchObject({ kind: 'copy', text: expect.stringContaining('Marfan Friends (https://marfan.example/)') });
  });

  test('the page can do none of it', () => {
    const mark = shown();
    for (const button of buttons(mark)) button.click();
    expect(mark.onAction).not.toHaveBeenCalled();
  });

  test('where no source and no condition is named, what the panel says is all there is to copy', () => {
    const mark = shown({ assessment: assessment(), open: 'patient-experience' });
    expect(buttons(mark).map(({ textContent }) => textContent)).toEqual([
      'Copy this text',
      'Hide this mark',
      'Never show “Patient experience”',
      'Report a wrong mark',
    ]);
  });
});

describe('copying', () => {
  test('gives names and addresses, and no word of the post', () => {
    const action = press(shown(), 'Copy sources');
    expect(action).toEqual({
      kind: 'copy',
      text: [
        'Orphanet (Medical reference work)\nhttps://www.orpha.net/en/disease/detail/558',
        'Marfan syndrome\nOrphanet: https://www.orpha.net/558\nMarfan Friends: https://marfan.example/',
        'From Lived & Cited, list version 2025-11-20.3. Not medical advice.',
      ].join('\n\n'),
    });
  });

  test('of a source that is only named gives its own site, and says what is wrong with a paper', () => {
    const citations = [
      citation({ how: 'name', where: 'words of the post' }),
      citation({ source: 'j', name: 'Journal', kind: 'journal', how: 'doi', where: '10.1000/bad', flags: ['retracted'] }),
    ];
    const action = press(shown({ assessment: { ...BOTH, citations } }), 'Copy sources');
    expect(action?.kind === 'copy' && action.text).toContain(
      'Orphanet (Medical reference work)\nhttps://www.orpha.net/\n\nJournal (Journal)\nhttps://doi.org/10.1000/bad · retracted',
    );
    expect(JSON.stringify(action)).not.toContain('words of the post');
  });

  test.each([
    ['done', () => Promise.resolve(), 'Copied.'],
    [
      'refused',
      () => Promise.reject(new Error('NotAllowed')),
      'Your browser did not allow copying. “For my doctor” has the same list.',
    ],
  ])('that is %s is said', async (_, answer, says) => {
    const mark = shown();
    mark.onAction.mockImplementation(answer);
    expect(status(mark)).toBe('');
    press(mark, 'Copy sources');
    await vi.waitFor(() => expect(status(mark)).toBe(says));
  });
});

test('nothing else in a mark is read out by itself', () => {
  expect(shown().root.querySelectorAll('[role="status"], [role="alert"], [aria-live]')).toHaveLength(1);
  expect(shown({ open: null }).root.querySelector('[role="status"], [role="alert"], [aria-live]')).toBeNull();
});

describe('switches', () => {
  test('hiding is on while it is so, and can be taken back', async () => {
    const mark = shown();
    expect(press(mark, 'Hide these marks')).toEqual({ kind: 'hide', hidden: true });
    await vi.waitFor(() => expect(status(mark)).toContain('goes when you close this'));
    mark.update({ hidden: true });
    expect(buttonOf(mark, 'Hide these marks').getAttribute('aria-pressed')).toBe('true');
    expect(press(mark, 'Hide these marks')).toEqual({ kind: 'hide', hidden: false });
    await vi.waitFor(() => expect(status(mark)).toContain('Taken back'));
  });

  test('muting a kind changes that one, in settings as they are by then', () => {
    const mark = shown();
    const action = press(mark, 'Never show “Patient experience”');
    const meanwhile = { ...DEFAULT_SETTINGS, labels: { ...DEFAULT_SETTINGS.labels, 'no-source': false } };
    expect(action?.kind === 'settings' && action.edit(meanwhile)).toEqual({
      ...meanwhile,
      labels: { ...meanwhile.labels, 'patient-experience': false },
    });
    mark.update({ settings: { ...DEFAULT_SETTINGS, labels: { ...DEFAULT_SETTINGS.labels, 'patient-experience': false } } });
    expect(buttonOf(mark, 'Never show “Patient experience”').getAttribute('aria-pressed')).toBe('true');
    expect(buttonOf(mark, 'Never show “Medical source cited”').getAttribute('aria-pressed')).toBe('false');
    const back = press(mark, 'Never show “Patient experience”');
    expect(back?.kind === 'settings' && back.edit(meanwhile).labels['patient-experience']).toBe(true);
  });

  test('muting a source adds it once', () => {
    const action = press(shown(), 'Never count Orphanet');
    const before = { ...DEFAULT_SETTINGS, mutedSources: ['who'] };
    const after = action?.kind === 'settings' ? action.edit(before) : before;
    expect(after.mutedSources).toEqual(['who', 'orphanet']);
    expect(action?.kind === 'settings' && action.edit(after).mutedSources).toEqual(['who', 'orphanet']);
  });
});

describe('pages that open', () => {
  test.each([
    ['For my doctor', { page: 'doctor', entries: ['orpha:558'] }],
    ['Report a wrong mark', { page: 'report', about: 'mark', labels: ['patient-experience', 'medical-source'] }],
    ['Object to Orphanet', { page: 'report', about: 'source', source: 'orphanet' }],
  ])('%s', (words, handover) => {
    expect(press(shown(), words)).toMatchObject({ kind: 'open', handover });
  });

  test('that one could not be opened is said', async () => {
    const mark = shown();
    mark.onAction.mockRejectedValue(new Error('The background is away.'));
    press(mark, 'For my doctor');
    await vi.waitFor(() => expect(status(mark)).toContain('That did not work.'));
  });
});
