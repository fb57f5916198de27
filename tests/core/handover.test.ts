import { expect, test } from 'vitest';
import type { Assessment } from '../../src/core/assessment.ts';
import { doctorSheetOf, markReportOf } from '../../src/core/handover.ts';

const SECRETS = ['secretwords', 'secrethandle', 'secret.example'];

/** A post of which every field that holds something of the post itself says so. */
const ASSESSMENT: Assessment = {
  id: 'x:secretwords',
  labels: ['patient-experience', 'medical-source'],
  health: true,
  experience: { score: 0.9, voice: 'patient', because: [{ start: 0, end: 11 }] },
  claim: null,
  citations: [
    { source: 'cdc', name: 'CDC', kind: 'public-health-agency', how: 'name', where: 'secretwords', span: null, flags: [] },
    { source: 'who', name: 'WHO', kind: 'public-health-agency', how: 'account', where: 'secrethandle', span: null, flags: [] },
    { source: 'bmj', name: 'The BMJ', kind: 'journal', how: 'doi', where: '10.1136/a', span: null, flags: ['retracted'] },
    {
      source: 'own:secret.example',
      name: 'Mine',
      kind: 'hospital',
      how: 'link',
      where: 'https://secret.example/',
      span: null,
      flags: [],
    },
  ],
  mentions: [
    { id: 'MONDO:1', name: 'Marfan syndrome', kind: 'condition', start: 5, end: 9 },
    { id: 'MONDO:1', name: 'Marfan syndrome', kind: 'condition', start: 50, end: 54 },
  ],
};

test('the sheet for the doctor has where sources are, and no word or name of the post', () => {
  const sheet = doctorSheetOf(ASSESSMENT);
  expect(sheet.cited.map(({ source, address }) => [source, address])).toEqual([
    ['cdc', null],
    ['who', null],
    ['bmj', 'https://doi.org/10.1136/a'],
    // The reader's own list is for their own eyes, and this page is.
    ['own:secret.example', 'https://secret.example/'],
  ]);
  expect(sheet.entries).toEqual(['MONDO:1']);
  for (const secret of SECRETS.slice(0, 2)) expect(JSON.stringify(sheet)).not.toContain(secret);
});

test("a report has ids alone: no word, name or address of the post, and nothing of the reader's own list", () => {
  expect(markReportOf(['patient-experience'], ASSESSMENT)).toEqual({
    page: 'report',
    about: 'mark',
    labels: ['patient-experience'],
    cited: [
      { source: 'cdc', how: 'name' },
      { source: 'who', how: 'account' },
      { source: 'bmj', how: 'doi' },
    ],
    entries: ['MONDO:1'],
  });
});
