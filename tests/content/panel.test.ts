// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { type Panel, panel } from '../../src/content/panel.ts';
import type { Assessment } from '../../src/core/assessment.ts';
import type { Records } from '../../src/messages.ts';
import { drawFailure } from '../../src/ui/draw-failure.ts';
import type { DrawPanel } from '../../src/ui/mark.ts';

const LIST = { version: '2026-03-01.1', date: '2026-03-01', sources: 60, conditions: 500, notices: '2025-08' };
const HELD = ['patient-experience', 'medical-source'] as const;
const RECORDS: Records = { sources: [], entries: [] };

const first = document.createElement('article');
const second = document.createElement('article');
const onChange = vi.fn<(root: Element) => void>();
const records = vi.fn(async () => RECORDS);
const draw: DrawPanel = () => () => {};
const drawer = vi.fn(async () => draw);
let lifetime: AbortController;
let opened: Panel;

beforeEach(() => {
  onChange.mockReset();
  records.mockClear();
  drawer.mockReset().mockResolvedValue(draw);
  lifetime = new AbortController();
  opened = panel({ drawer, records, listVersion: async () => LIST, onChange }, lifetime.signal);
});

test('one panel takes the place of another, and both posts hear of it', () => {
  opened.open(first, 'patient-experience', HELD, assessment());
  opened.open(second, 'medical-source', HELD, assessment());
  expect([first, second].map((root) => opened.viewOf(root).open)).toEqual([null, 'medical-source']);
  expect(onChange.mock.calls.map(([root]) => root)).toEqual([first, first, second]);
});

test('another label of the same post is another view of the same panel', async () => {
  opened.open(first, 'patient-experience', HELD, assessment());
  await settled();
  opened.open(first, 'medical-source', HELD, assessment());
  expect(opened.viewOf(first)).toEqual({ open: 'medical-source', draw, records: RECORDS, list: LIST, held: HELD });
  expect(records).toHaveBeenCalledOnce();
  expect(opened.close(first)).toBe('medical-source');
});

test('a panel is open before its records have come', async () => {
  opened.open(first, 'medical-source', HELD, assessment());
  expect(opened.viewOf(first)).toEqual({ open: 'medical-source', draw: null, records: 'loading', list: null, held: HELD });
  await settled();
  expect(opened.viewOf(first)).toEqual({ open: 'medical-source', draw, records: RECORDS, list: LIST, held: HELD });
});

test('what draws panels is brought once, and is there at once for a panel that was expected', async () => {
  opened.prepare();
  opened.prepare();
  await settled();
  for (const root of [first, second]) {
    opened.open(root, 'medical-source', HELD, assessment());
    expect(opened.viewOf(root).draw).toBe(draw);
  }
  expect(drawer).toHaveBeenCalledOnce();
});

test('where it cannot be had that is drawn, and the next panel asks for it again', async () => {
  drawer.mockRejectedValueOnce(new Error('The background went away.'));
  opened.open(first, 'medical-source', HELD, assessment());
  await settled();
  expect(opened.viewOf(first).draw).toBe(drawFailure);
  opened.close(first);
  opened.open(first, 'medical-source', HELD, assessment());
  await settled();
  expect(opened.viewOf(first).draw).toBe(draw);
});

test('each record is asked for once', () => {
  opened.open(first, 'medical-source', HELD, assessment(['nhs', 'who', 'nhs'], ['orpha:1', 'orpha:1']));
  expect(records).toHaveBeenCalledWith({ sources: ['nhs', 'who'], entries: ['orpha:1'] });
});

test.each([
  ['closed', () => opened.close(first)],
  ['ended with its page', () => lifetime.abort()],
])('records that come when the panel is %s change nothing', async (_, end) => {
  opened.open(first, 'medical-source', HELD, assessment());
  end();
  onChange.mockReset();
  await settled();
  expect(onChange).not.toHaveBeenCalled();
});

test('closing tells which label it was, and nothing of a post whose panel was not open', () => {
  opened.open(first, 'medical-source', HELD, assessment());
  expect(opened.close(second)).toBeNull();
  expect(opened.close(first)).toBe('medical-source');
  expect(opened.close(first)).toBeNull();
});

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function assessment(sources: readonly string[] = [], entries: readonly string[] = []): Assessment {
  return {
    id: 'x:1',
    labels: ['medical-source'],
    health: true,
    experience: null,
    claim: null,
    citations: sources.map((source) => ({
      source,
      name: source,
      kind: 'reference-work',
      how: 'link',
      where: 'https://example.org/',
      span: null,
      flags: [],
    })),
    mentions: entries.map((id) => ({ id, name: id, kind: 'condition', start: 0, end: 1 })),
  };
}
