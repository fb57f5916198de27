// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test } from 'vitest';
import type { MarkReport, SourceReport } from '../../src/core/handover.ts';
import { PROJECT } from '../../src/project.ts';
import { ReportPage } from '../../src/report/report-page.tsx';
import { english } from '../ui/english.ts';

const MARK: MarkReport = {
  page: 'report',
  about: 'mark',
  labels: ['medical-source'],
  cited: [{ source: 'orphanet', how: 'link' }],
  entries: ['MONDO:0007947'],
};
const SOURCE: SourceReport = { page: 'report', about: 'source', source: 'orphanet' };

beforeEach(() => act(() => render(null, document.body)));

function show(report: MarkReport | SourceReport | null, list: string | null = '2025-11-20.3'): void {
  act(() => render(<ReportPage report={report} versions={{ list, extension: '1.2.3' }} t={english} />, document.body));
}

const text = () => document.querySelector('textarea')?.value;
const link = () => new URL(document.querySelector<HTMLAnchorElement>('a')?.href ?? '');

test('a report says which mark it is, with which list, and by which rules', () => {
  show(MARK);
  expect(document.querySelector('input')?.value).toBe('Wrong mark: medical-source');
  expect(text()).toBe(
    [
      'Mark: Medical source cited (medical-source)',
      'List: 2025-11-20.3',
      'Extension: 1.2.3',
      'Source: orphanet (link)',
      'Topic: MONDO:0007947',
      '',
      'What is wrong with it? Please do not copy the post.',
      '',
      '',
    ].join('\n'),
  );
});

test('an objection says which source it is', () => {
  show(SOURCE, null);
  expect(document.querySelector('h1')?.textContent).toBe('Object to a source');
  expect(document.querySelector('input')?.value).toBe('Objection to a source: orphanet');
  expect(text()).toBe('Source: orphanet\nExtension: 1.2.3\n\nWhat is wrong with it, and how can we see that?\n\n');
});

test('the link opens the public form with what is seen, as the reader has changed it', () => {
  show(MARK);
  const area = document.querySelector('textarea') as HTMLTextAreaElement;
  act(() => {
    area.value = 'Mine & yours #1';
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(link().href.startsWith(`${PROJECT}/issues/new?`)).toBe(true);
  expect(Object.fromEntries(link().searchParams)).toEqual({ title: 'Wrong mark: medical-source', body: 'Mine & yours #1' });
  expect(document.querySelector('a')?.rel).toBe('noopener noreferrer');
});

test('that a topic of health is named is said where one is', () => {
  show(MARK);
  expect(document.body.textContent).toContain('It does name the health topics');
  show(null);
  show({ ...MARK, entries: [] });
  expect(document.body.textContent).not.toContain('It does name the health topics');
});

test('when it has forgotten its text it says so, and leads nowhere', () => {
  show(null);
  expect(document.body.textContent).toContain('This page has forgotten its text.');
  expect(document.querySelector('a')).toBeNull();
});
