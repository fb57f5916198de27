// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { Assessment, Label } from '../../src/core/assessment.ts';
import { assessment, byHand, citation, drawnIn, shownMark } from './marks.tsx';

const cited = (...citations: Assessment['citations']) => assessment({ labels: ['medical-source'], citations });

describe('what a badge says', () => {
  test.each<[says: string, drawn: string, label: Label, found: Assessment]>([
    ['Patient experience', 'Patient experience', 'patient-experience', assessment()],
    ["Carer's experience", "Carer's experience", 'carer-experience', assessment({ labels: ['carer-experience'] })],
    ['No medical source cited', 'No medical source cited', 'no-source', assessment({ labels: ['no-source'] })],
    ['Medical source cited: Orphanet', 'Source: Orphanet', 'medical-source', cited(citation())],
    [
      'Medical source cited: Orphanet',
      'Source: Orphanet',
      'medical-source',
      cited(citation(), citation({ how: 'name', where: 'Orphanet' })),
    ],
    ['Medical sources cited: 2', 'Sources: 2', 'medical-source', cited(citation(), citation({ source: 'who', name: 'WHO' }))],
    [
      'Medical source cited: Orphanet',
      'Source: Orphanet',
      'medical-source',
      cited(citation(), citation({ source: 'shop', name: 'Shop', kind: 'seller' })),
    ],
    [
      'Medical source cited: medRxiv, not peer reviewed',
      'not peer reviewed · Source: medRxiv',
      'medical-source',
      cited(citation({ source: 'm', name: 'medRxiv', flags: ['not-peer-reviewed'] })),
    ],
    [
      'Medical source cited: Journal, retracted',
      'retracted · Source: Journal',
      'medical-source',
      cited(citation({ name: 'Journal', flags: ['not-peer-reviewed', 'retracted'] })),
    ],
    [
      'Medical sources cited: 2',
      'Sources: 2',
      'medical-source',
      cited(citation({ flags: ['retracted'] }), citation({ source: 'who', name: 'WHO' })),
    ],
  ])('%s, drawn as "%s"', (says, drawn, label, found) => {
    const badge = shownMark({ assessment: found }).badge(label);
    expect(badge.title).toBe(says);
    expect(drawnIn(badge)).toBe(drawn);
    // Whoever speaks to their browser says what they see.
    const spoken = badge.getAttribute('aria-label') ?? '';
    expect(spoken).toMatch(/^(?:Patient experience|Carer's experience|No medical source cited|Medical source cited – )/);
    expect(spoken.endsWith(drawn)).toBe(true);
  });

  test('without its words a badge keeps its name', () => {
    const mark = shownMark({ look: { fit: 'icons', size: 12 } });
    expect(mark.root.querySelector('.mark')?.getAttribute('data-fit')).toBe('icons');
    expect(mark.badge('patient-experience').getAttribute('aria-label')).toBe('Patient experience');
  });

  test('a hostile name is text', () => {
    const name = '<img src=x onerror=alert(1)>\ue000';
    const mark = shownMark({ assessment: cited(citation({ name })) });
    expect(mark.root.querySelector('img')).toBeNull();
    expect(drawnIn(mark.badge('medical-source'))).toBe(`Source: ${name}`);
  });
});

describe('equal standing', () => {
  test.each([
    [[], 'Source', 'Medical source cited: Orphanet'],
    [['retracted'], 'Source*', 'Medical source cited: Orphanet, retracted'],
  ] as const)('side by side they say one word each, and keep their whole names: with the flags %j', (flags, drawn, whole) => {
    const found = assessment({ labels: ['carer-experience', 'medical-source'], citations: [citation({ flags })] });
    const mark = shownMark({ assessment: found });
    const badges = [mark.badge('carer-experience'), mark.badge('medical-source')];
    expect(badges.map(drawnIn)).toEqual(['Carer', drawn]);
    expect(badges.map(({ title }) => title)).toEqual(["Carer's experience", whole]);
    expect(badges.map((badge) => badge.getAttribute('aria-label'))).toEqual(badges.map(({ title }) => title));
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
