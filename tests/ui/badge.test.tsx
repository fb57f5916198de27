// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { Assessment, Label } from '../../src/core/assessment.ts';
import { assessment, byHand, citation, drawnIn, shownMark } from './marks.tsx';

const cited = (...citations: Assessment['citations']) => assessment({ labels: ['medical-source'], citations });

/** With the room of a whole badge, of a name, of a word. */
const FITS = ['whole', 'words', 'word'] as const;

describe('what a badge says', () => {
  test.each<[says: string, drawn: readonly [whole: string, brief: string, word: string], label: Label, found: Assessment]>([
    ['Patient experience', ['Patient experience', 'Patient experience', 'Patient'], 'patient-experience', assessment()],
    [
      "Carer's experience",
      ["Carer's experience", "Carer's experience", 'Carer'],
      'carer-experience',
      assessment({ labels: ['carer-experience'] }),
    ],
    [
      'No medical source cited',
      ['No medical source cited', 'No medical source cited', 'No source'],
      'no-source',
      assessment({ labels: ['no-source'] }),
    ],
    [
      'Medical source cited: Orphanet',
      ['Medical source cited: Orphanet', 'Source: Orphanet', 'Source'],
      'medical-source',
      cited(citation()),
    ],
    [
      'Medical source cited: Orphanet',
      ['Medical source cited: Orphanet', 'Source: Orphanet', 'Source'],
      'medical-source',
      cited(citation(), citation({ how: 'name', where: 'Orphanet' })),
    ],
    [
      'Medical sources cited: 2',
      ['Medical sources cited: 2', 'Sources: 2', 'Source'],
      'medical-source',
      cited(citation(), citation({ source: 'who', name: 'WHO' })),
    ],
    [
      'Medical source cited: Orphanet',
      ['Medical source cited: Orphanet', 'Source: Orphanet', 'Source'],
      'medical-source',
      cited(citation(), citation({ source: 'shop', name: 'Shop', kind: 'seller' })),
    ],
    [
      'Medical source cited: medRxiv, not peer reviewed',
      ['not peer reviewed · Source: medRxiv', 'not peer reviewed · Source: medRxiv', 'Source*'],
      'medical-source',
      cited(citation({ source: 'm', name: 'medRxiv', flags: ['not-peer-reviewed'] })),
    ],
    [
      'Medical source cited: Journal, retracted',
      ['retracted · Source: Journal', 'retracted · Source: Journal', 'Source*'],
      'medical-source',
      cited(citation({ name: 'Journal', flags: ['not-peer-reviewed', 'retracted'] })),
    ],
    [
      'Medical sources cited: 2',
      ['Medical sources cited: 2', 'Sources: 2', 'Source'],
      'medical-source',
      cited(citation({ flags: ['retracted'] }), citation({ source: 'who', name: 'WHO' })),
    ],
  ])('%s, drawn as %j', (says, drawn, label, found) => {
    const name = /^(?:Patient experience|Carer's experience|No medical source cited|Medical sources? cited)/;
    for (const [index, fit] of FITS.entries()) {
      const badge = shownMark({ assessment: found, look: { fit, size: 12 } }).badge(label);
      const seen = drawn[index] as string;
      expect(badge.title).toBe(says);
      expect(drawnIn(badge)).toBe(seen);
      const spoken = badge.getAttribute('aria-label') ?? '';
      expect(spoken).toMatch(name);
      // Whoever speaks to their browser says what they see.
      expect(spoken.toLowerCase()).toContain(seen.toLowerCase().replace('*', ''));
    }
  });

  test.each([
    ['whole', 'Medical source cited: Orphanet'],
    ['words', 'Medical source cited – Source: Orphanet'],
    ['word', 'Medical source cited: Orphanet'],
    ['icons', 'Medical source cited: Orphanet'],
  ] as const)('with the room of %s a source is read out by its name: %s', (fit, spoken) => {
    const mark = shownMark({ assessment: cited(citation()), look: { fit, size: 12 } });
    expect(mark.badge('medical-source').getAttribute('aria-label')).toBe(spoken);
  });

  test('without its words a badge keeps its name', () => {
    const mark = shownMark({ look: { fit: 'icons', size: 12 } });
    expect(drawnIn(mark.badge('patient-experience'))).toBe('');
    expect(mark.badge('patient-experience').getAttribute('aria-label')).toBe('Patient experience');
  });

  test('a hostile name is text', () => {
    const name = '<img src=x onerror=alert(1)>\ue000';
    const mark = shownMark({ assessment: cited(citation({ name })) });
    expect(mark.root.querySelector('img')).toBeNull();
    expect(drawnIn(mark.badge('medical-source'))).toBe(`Source: ${name}`);
  });
});

test('of a badge that is too narrow the name of a source is cut, not its words, and in any direction at its end', () => {
  const badge = shownMark({ assessment: cited(citation()), look: { fit: 'whole', size: 12 } }).badge('medical-source');
  const [words, name] = ['.words', '.name'].map((part) => badge.querySelector<HTMLElement>(part));
  expect([words, name].map((part) => part?.dataset['said'])).toEqual(['Medical source cited: ', 'Orphanet']);
  expect(name?.dir).toBe('auto');
});

describe('equal standing', () => {
  test.each([
    ['pair', [], "Carer's experience", 'Medical source cited: Orphanet'],
    ['whole', [], 'Carer', 'Source: Orphanet'],
    ['words', [], 'Carer', 'Source'],
    ['word', [], '', ''],
    ['icons', [], '', ''],
    ['pair', ['retracted'], "Carer's experience", 'retracted · Source: Orphanet'],
    ['whole', ['retracted'], 'Carer', 'Source*'],
    ['words', ['retracted'], 'Carer', 'Source*'],
  ] as const)('side by side in the room of %s with the flags %j they say "%s" and "%s"', (fit, flags, carer, source) => {
    const found = assessment({ labels: ['carer-experience', 'medical-source'], citations: [citation({ flags })] });
    const mark = shownMark({ assessment: found, look: { fit, size: 12 } });
    const badges = [mark.badge('carer-experience'), mark.badge('medical-source')];
    const whole = flags.length === 0 ? 'Medical source cited: Orphanet' : 'Medical source cited: Orphanet, retracted';
    expect(badges.map(drawnIn)).toEqual([carer, source]);
    expect(badges.map(({ title }) => title)).toEqual(["Carer's experience", whole]);
    const spoken = badges.map((badge) => badge.getAttribute('aria-label'));
    expect(spoken[0]).toBe("Carer's experience");
    expect(spoken[1]).toMatch(/^Medical source cited.+Orphanet/);
  });

  test('two labels are two badges of the same make, side by side', () => {
    const found = assessment({ labels: ['patient-experience', 'medical-source'], citations: [citation()] });
    const badges = [...shownMark({ assessment: found }).root.querySelectorAll('.row > *')];
    expect(badges.map((badge) => badge.getAttribute('data-label'))).toEqual(['patient-experience', 'medical-source']);
    const makes = badges.map((badge) => [
      badge.tagName,
      badge.className,
      badge.firstElementChild?.className,
      badge.querySelectorAll('svg').length,
    ]);
    expect(makes[0]).toEqual(makes[1]);
  });
});

describe('a badge is a button', () => {
  test('it tells of the panel that it opens', () => {
    const mark = shownMark();
    const badge = mark.badge('patient-experience');
    expect(badge.tagName).toBe('BUTTON');
    expect(badge.getAttribute('type')).toBe('button');
    expect(badge.getAttribute('aria-haspopup')).toBe('dialog');
    expect(badge.getAttribute('aria-expanded')).toBe('false');
    expect(badge.hasAttribute('aria-controls')).toBe(false);
    mark.update({ open: 'patient-experience' });
    expect(badge.getAttribute('aria-expanded')).toBe('true');
    expect(mark.root.getElementById(badge.getAttribute('aria-controls') ?? '')?.getAttribute('role')).toBe('dialog');
  });

  test('the reader opens it, and closes it with a second press', () => {
    const mark = shownMark();
    const badge = mark.badge('patient-experience');
    badge.dispatchEvent(byHand(new MouseEvent('click', { bubbles: true, composed: true })));
    expect(mark.onOpen).toHaveBeenCalledWith('patient-experience');
    mark.update({ open: 'patient-experience' });
    badge.dispatchEvent(byHand(new MouseEvent('click', { bubbles: true, composed: true })));
    expect(mark.onClose).toHaveBeenCalledOnce();
  });

  test('the page can not press it', () => {
    const mark = shownMark();
    mark.badge('patient-experience').click();
    mark.host.click();
    expect(mark.onOpen).not.toHaveBeenCalled();
  });
});
