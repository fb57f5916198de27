// @vitest-environment happy-dom
import { Fragment, options, render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { paintTexts } from '../../src/ui/painted-texts.ts';
import { UNDRAWN } from '../../src/ui/said.ts';
import { assessment, citation, entryRecord, mention, shownMark, sourceRecord } from './marks.tsx';

let before: typeof options.vnode;

beforeEach(() => {
  before = options.vnode;
  paintTexts();
});

afterEach(() => {
  if (before) options.vnode = before;
  else delete options.vnode;
});

test('no text of a mark that is drawn is a text of the document, in its badges or in its open panel', () => {
  const mark = shownMark({
    assessment: assessment({
      labels: ['patient-experience', 'medical-source'],
      citations: [citation()],
      mentions: [mention()],
    }),
    open: 'patient-experience',
    records: { sources: [sourceRecord()], entries: [entryRecord()] },
    list: { version: '2026-03-01.1', date: '2026-03-01', sources: 60, conditions: 500, notices: '2026-02-01' },
  });
  const container = mark.root.querySelector('.mark');
  for (const real of realTexts(container)) real.remove();
  expect(container?.textContent).toBe('');
  const painted = [...(container?.querySelectorAll<HTMLElement>('[data-said]') ?? [])].map(({ dataset }) => dataset['said']);
  expect(painted.join('')).toContain('Marfan syndrome');
  expect(painted.join('')).toContain('Orphanet');
  expect(painted).toContain('Patient');
});

test('without a style sheet every text of a mark is there as a text', () => {
  const mark = shownMark({
    assessment: assessment({ labels: ['medical-source'], citations: [citation()] }),
    open: 'medical-source',
    records: { sources: [sourceRecord()], entries: [] },
  });
  const painted = [...mark.root.querySelectorAll<HTMLElement>('[data-said]')];
  expect(painted.length).toBeGreaterThan(30);
  for (const text of painted) expect(text.textContent).toBe(text.dataset['said']);
  // Their own style alone keeps them from being drawn: where no styles apply, nothing does.
  for (const real of realTexts(mark.root)) real.removeAttribute('style');
  expect(mark.root.textContent).toContain('A person last checked this on May 3, 2025.');
  mark.update({ open: null, look: { fit: 'words', size: 12 } });
  expect(mark.badge('medical-source').textContent).toBe('Source: Orphanet');
});

test('what is drawn anew is painted anew, in the same place', () => {
  const mark = shownMark();
  const text = mark.root.querySelector<HTMLElement>('.words');
  expect(text?.dataset['said']).toBe('Patient experience');
  mark.update({ labels: ['carer-experience'] });
  expect(mark.root.querySelector<HTMLElement>('.words')?.dataset['said']).toBe("Carer's experience");
});

test('texts in fragments and lists are painted, and numbers; nothing is made of nothing', () => {
  const place = document.createElement('div');
  render(
    <>
      {'a'}
      {[1, ['b']]}
      {''}
      {null}
      <Fragment key="c">d</Fragment>
    </>,
    place,
  );
  const texts = ['a', '1', 'b', 'd'].map((text) => `<span data-said="${text}"><span style="${UNDRAWN}">${text}</span></span>`);
  expect(place.innerHTML.replaceAll(/display: none;/g, UNDRAWN)).toBe(texts.join(''));
});

/** Of texts that are painted: what stands for them where no style sheet is. */
function realTexts(root: ParentNode | null): readonly HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[data-said] > span') ?? [])];
}
