// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test } from 'vitest';
import type { Marked } from '../../src/content/feed.ts';
import { Report, type ReportProps } from '../../src/demo/report.tsx';
import { EMPTY_POST } from '../core/empty-post.ts';
import { english } from '../ui/english.ts';
import { assessment, citation } from '../ui/marks.tsx';

function marked(text: string, found: Parameters<typeof assessment>[0]): Marked {
  const post = { ...EMPTY_POST, id: text, text };
  return { post, assessment: assessment({ experience: null, ...found, id: text }) };
}

function report(given: Partial<ReportProps>): HTMLElement {
  const place = document.createElement('div');
  render(<Report marked={[]} settled={false} failure={null} t={english} {...given} />, place);
  return place;
}

const rowsOf = (place: HTMLElement) =>
  [...place.querySelectorAll('#report tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent));

test('every assessed post has a line: its site, its beginning, its marks and what caused them', () => {
  const long = 'My son was told that he has lupus and since then we go to the clinic each week.';
  const place = report({
    marked: [
      marked(long, {
        labels: ['carer-experience', 'medical-source'],
        experience: { score: 1, voice: 'carer', because: [{ start: 0, end: 15 }] },
        citations: [citation(), citation({ name: 'Shop', kind: 'seller' })],
      }),
      marked('Salt raises blood pressure.', { labels: ['no-source'], claim: { score: 1, because: [{ start: 5, end: 11 }] } }),
      marked('Good morning.', { labels: [], health: false }),
    ],
  });
  expect(rowsOf(place)).toEqual([
    [
      'X',
      'My son was told that he has lupus and since …',
      "Carer's experience + Medical source cited",
      '“My son was told”; Orphanet: https://www.orpha.net/en/disease/detail/558',
    ],
    ['X', 'Salt raises blood pressure.', 'No medical source cited', '“raises”'],
    ['X', 'Good morning.', 'no mark', ''],
  ]);
});

test('it says when it is complete', () => {
  expect(report({}).querySelector('#report[data-settled]')).toBeNull();
  expect(report({}).textContent).toContain('The posts are being read');
  expect(report({ settled: true }).querySelector('#report[data-settled]')).not.toBeNull();
  expect(report({ settled: true }).textContent).not.toContain('The posts are being read');
});

test('a background that does not answer is told', () => {
  expect(report({ failure: 'demo_failed' }).textContent).toContain('does not answer');
  expect(report({}).textContent).not.toContain('does not answer');
});
