import { onTestFinished, vi } from 'vitest';
import type { Assessment, Citation, Label, Mention } from '../../src/core/assessment.ts';
import type { EntryRecord, SourceRecord } from '../../src/core/records.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import type { Action } from '../../src/ui/actions.tsx';
import { drawPanel } from '../../src/ui/draw-panel.tsx';
import { type MarkProps, renderMark, unmountMark } from '../../src/ui/mark.ts';
import { createShadow } from '../../src/ui/shadow.ts';
import { english } from './english.ts';

// Marks on a page, as a content script would put them there. All posts are invented.

export const TEXT = 'Since I was told that I have Marfan syndrome I sleep badly. It helps to read.';

export function assessment(given: Partial<Assessment> = {}): Assessment {
  return {
    id: 'a',
    labels: ['patient-experience'],
    health: true,
    experience: { score: 0.9, voice: 'patient', because: [{ start: 6, end: 28 }] },
    claim: null,
    citations: [],
    mentions: [],
    ...given,
  };
}

export function citation(given: Partial<Citation> = {}): Citation {
  return {
    source: 'orphanet',
    name: 'Orphanet',
    kind: 'reference-work',
    how: 'link',
    where: 'https://www.orpha.net/en/disease/detail/558',
    span: null,
    flags: [],
    ...given,
  };
}

export function mention(given: Partial<Mention> = {}): Mention {
  return { id: 'orpha:558', name: 'Marfan syndrome', kind: 'condition', start: 29, end: 44, ...given };
}

export function sourceRecord(given: Partial<SourceRecord> = {}): SourceRecord {
  return {
    id: 'orphanet',
    name: 'Orphanet',
    kind: 'reference-work',
    country: 'FR',
    languages: ['en'],
    scope: 'rare diseases',
    home: 'https://www.orpha.net/',
    evidence: [{ kind: 'ror', id: '02vjkv261', url: 'https://ror.org/02vjkv261' }],
    checked: '2025-05-03',
    funding: null,
    ...given,
  };
}

export function entryRecord(given: Partial<EntryRecord> = {}): EntryRecord {
  return {
    id: 'orpha:558',
    name: 'Marfan syndrome',
    kind: 'condition',
    rare: true,
    orpha: '558',
    pages: [],
    organisations: [],
    group: null,
    ...given,
  };
}

export interface ShownMark {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly onIntent: ReturnType<typeof vi.fn<() => void>>;
  readonly onOpen: ReturnType<typeof vi.fn<(label: Label) => void>>;
  readonly onClose: ReturnType<typeof vi.fn<() => void>>;
  readonly onAction: ReturnType<typeof vi.fn<(action: Action) => Promise<void>>>;
  /** What is read in the panel, spaces as one. */
  text(): string;
  badge(label: Label): HTMLElement;
  update(given: Partial<MarkProps>): void;
}

/** What is drawn of an element that has no text: the style sheet paints it. */
export function drawnIn(element: Element | null | undefined): string {
  return [...(element?.querySelectorAll<HTMLElement>('[data-said]') ?? [])].map(({ dataset }) => dataset['said']).join('');
}

/** Puts a mark on the page until the test is over. */
export function shownMark(given: Partial<MarkProps> = {}): ShownMark {
  const host = document.body.appendChild(document.createElement('div'));
  const root = createShadow(host);
  const onIntent = vi.fn<() => void>();
  const onOpen = vi.fn<(label: Label) => void>();
  const onClose = vi.fn<() => void>();
  const onAction = vi.fn<(action: Action) => Promise<void>>(async () => {});
  const whole = given.assessment ?? assessment();
  let props: MarkProps = {
    assessment: whole,
    text: TEXT,
    labels: whole.labels,
    look: { fit: 'words', size: 12 },
    theme: 'light',
    open: null,
    draw: drawPanel,
    records: { sources: [], entries: [] },
    list: null,
    hidden: false,
    settings: DEFAULT_SETTINGS,
    near: { languages: ['en'], country: null },
    t: english,
    onIntent,
    onOpen,
    onClose,
    onAction,
    ...given,
  };
  renderMark(root, props);
  onTestFinished(() => {
    unmountMark(root);
    host.remove();
  });
  return {
    host,
    root,
    onIntent,
    onOpen,
    onClose,
    onAction,
    text: () => (root.querySelector('.panel')?.textContent ?? '').replaceAll(/\s+/g, ' '),
    badge: (label) => root.querySelector(`.badge[data-label="${label}"]`) as HTMLElement,
    update(more) {
      props = { ...props, ...more };
      renderMark(root, props);
    },
  };
}

/** What a hand does. A page can only make events that are not trusted. */
export function byHand<Made extends Event>(event: Made): Made {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}
