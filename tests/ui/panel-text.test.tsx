// @vitest-environment happy-dom
import { options } from 'preact';
import { expect, test } from 'vitest';
import { paintTexts } from '../../src/ui/painted-texts.ts';
import { panelText } from '../../src/ui/panel-text.ts';
import { assessment, citation, entryRecord, mention, shownMark, sourceRecord } from './marks.tsx';

/** What a panel of both labels says. */
function said(): string {
  const mark = shownMark({
    assessment: assessment({
      labels: ['patient-experience', 'medical-source'],
      citations: [citation(), citation({ source: 'who', name: 'WHO', how: 'name', where: 'WHO' })],
      mentions: [mention()],
    }),
    open: 'patient-experience',
    records: {
      sources: [sourceRecord(), sourceRecord({ id: 'friends', name: 'Marfan Friends', home: 'https://marfan.example/' })],
      entries: [entryRecord({ organisations: ['friends'] })],
    },
  });
  return panelText(mark.root.querySelector('.body') as Element);
}

test('everything that a panel says is in its text, with addresses, a line for each thing', () => {
  const lines = said().split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'Patient experience',
      'The writer tells of their own health: an illness, a symptom, a test, a treatment or care.',
      '> Since I was told that I have Marfan syndrome I sleep badly. It helps to…',
      '- A link leads to Orphanet: https://www.orpha.net/en/disease/detail/558',
      'Cited sources',
      'Medical reference work · France',
      'The page cited (https://www.orpha.net/en/disease/detail/558)',
      'Its own site (https://www.orpha.net/)',
      '- In the Research Organization Registry (ROR): 02vjkv261 (https://ror.org/02vjkv261)',
      'Marfan syndrome',
      '- Marfan Friends (https://marfan.example/) France',
    ]),
  );
  expect(lines.some((line) => line.includes('“WHO”'))).toBe(true);
  expect(said()).toMatch(/No mark means/i);
});

test('what can be done with it is not, nor what only screen readers meet', () => {
  expect(said()).not.toMatch(/Copy sources|Report|new tab|Close/);
  expect(said()).not.toMatch(/\n\n\n|[^\S\n]\n|^\s|\s$/);
});

test('it is the same text when it is painted', () => {
  const plain = said();
  const before = options.vnode;
  paintTexts();
  try {
    expect(said()).toBe(plain);
  } finally {
    if (before) options.vnode = before;
    else delete options.vnode;
  }
});
