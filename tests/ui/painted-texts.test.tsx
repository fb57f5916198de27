// @vitest-environment happy-dom
import { Fragment, options, render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { paintTexts } from '../../src/ui/painted-texts.ts';
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

test('no text of a mark is a text of the document, in its badges or in its open panel', () => {
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
  expect(container?.textContent).toBe('');
  const painted = [...(container?.querySelectorAll<HTMLElement>('[data-said]') ?? [])].map(({ dataset }) => dataset['said']);
  expect(painted.join('')).toContain('Marfan syndrome');
  expect(painted.join('')).toContain('Orphanet');
  expect(painted).toContain('Patient');
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
  expect(place.innerHTML).toBe(['a', '1', 'b', 'd'].map((text) => `<span data-said="${text}"></span>`).join(''));
});
