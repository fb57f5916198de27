import { vi } from 'vitest';
import { type Feed, type FeedNeeds, markFeed } from '../../src/content/feed.ts';
import type { Assessment, Label } from '../../src/core/assessment.ts';
import type { Post } from '../../src/core/post.ts';
import { type Choices, DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import type { Site } from '../../src/sites/site.ts';
import { drawPanel } from '../../src/ui/draw-panel.tsx';
import { english } from '../ui/english.ts';
import { byHand } from '../ui/marks.tsx';

// A small site of our own: articles with an id, a header and a text. Its posts stand in `document.body`.

export const site: Site = {
  id: 'x',
  hosts: ['x.example'],
  readsPage: () => true,
  rootsIn(scope) {
    const below = [...scope.querySelectorAll('article')];
    return scope instanceof Element && scope.matches('article') ? [scope, ...below] : below;
  },
  rootOf: (node) => (node instanceof Element ? node : node.parentElement)?.closest('article') ?? null,
  read(root) {
    const text = root.querySelector(':scope > p')?.textContent ?? '';
    const links = [...root.querySelectorAll<HTMLAnchorElement>(':scope > p a')].map(({ href }) => ({
      href,
      place: 'text' as const,
    }));
    if (text === '' && links.length === 0) return null;
    return {
      id: root.getAttribute('data-post') ?? '',
      site: 'x',
      kind: root.classList.contains('comment') ? 'comment' : 'post',
      text,
      links,
      language: 'en',
      promoted: false,
      truncated: false,
      author: null,
    };
  },
  shapesIn: (scope) => [...scope.querySelectorAll('p')],
  slotOf(root) {
    return { parent: root.querySelector(':scope > header') ?? root, row: root.querySelector(':scope > header > b'), until: null };
  },
};

/** An article, not on the page yet. */
export function article(id: string, html: string): HTMLElement {
  const root = document.createElement('article');
  root.setAttribute('data-post', id);
  root.innerHTML = '<header><b>Noor</b></header><p></p>';
  write(root, html);
  return root;
}

/** Gives an article another text, as a site does that draws it anew. */
export function write(root: Element, html: string): void {
  (root.querySelector('p') as Element).innerHTML = html;
}

/** An engine of three words: "my" is a patient, "mum" a carer, "cause" a claim; a link is a source. */
export function assessmentOf({ id, text, links }: Post): Assessment {
  const labels: Label[] = [];
  if (/\bmum\b/i.test(text)) labels.push('carer-experience');
  else if (/\bmy\b/i.test(text)) labels.push('patient-experience');
  if (links.length > 0) labels.push('medical-source');
  else if (/\bcauses?\b/i.test(text) && labels.length === 0) labels.push('no-source');
  const citations = links.map(({ href }) => ({
    source: 'orphanet',
    name: 'Orphanet',
    kind: 'reference-work' as const,
    how: 'link' as const,
    where: href,
    span: null,
    flags: [],
  }));
  return { id, labels, health: labels.length > 0, experience: null, claim: null, citations, mentions: [] };
}

export interface TestFeed extends Feed {
  /** The posts of every message to the background. */
  readonly sent: (readonly Post[])[];
  /** And the choices by which they were to be assessed. */
  readonly chosen: Choices[];
  abort(): void;
}

/** A feed on the page as it is, and everything it has been told to do done. */
export async function startFeed(needs: Partial<FeedNeeds> = {}, settings = DEFAULT_SETTINGS): Promise<TestFeed> {
  const sent: (readonly Post[])[] = [];
  const chosen: Choices[] = [];
  const lifetime = new AbortController();
  const feed = markFeed(
    {
      site,
      document,
      act: async () => {},
      t: english,
      languages: ['en-GB'],
      drawer: async () => drawPanel,
      records: async () => ({ sources: [], entries: [] }),
      listVersion: async () => ({
        version: '2026-03-01.1',
        date: '2026-03-01',
        sources: 60,
        conditions: 500,
        notices: '2025-08',
      }),
      ...needs,
      assess: async (asked) => {
        sent.push(asked.posts);
        chosen.push(asked.choices);
        return needs.assess ? needs.assess(asked) : asked.posts.map(assessmentOf);
      },
    },
    settings,
    lifetime.signal,
  );
  await rest();
  return Object.assign(feed, { sent, chosen, abort: () => lifetime.abort() });
}

/** Some frames: time enough for everything that waits. */
export async function rest(): Promise<void> {
  await vi.advanceTimersByTimeAsync(100);
}

/** What mutations cause at once: what happens before anything else runs in the page. */
export async function now(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}

/** The hosts on the page: elements that the page did not put there. */
export function hosts(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('div')].filter((element) => element.shadowRoot !== null);
}

/** The labels that an article shows. */
export function labelsOn(root: Element): readonly string[] {
  return buttonsOn(root).map((button) => button.dataset['label'] ?? '');
}

export function buttonsOn(root: Element): readonly HTMLElement[] {
  const own = hosts().filter((host) => host.closest('article') === root);
  return own.flatMap((host) => [...(host.shadowRoot?.querySelectorAll<HTMLElement>('button[data-label]') ?? [])]);
}

/** A click by hand: badges take no other. */
export function press(button: Element | undefined): void {
  button?.dispatchEvent(byHand(new MouseEvent('click', { bubbles: true, composed: true })));
}

/** The panels that are open on the page. */
export function panels(): readonly HTMLElement[] {
  return hosts().flatMap((host) => [...(host.shadowRoot?.querySelectorAll<HTMLElement>('[role="dialog"]') ?? [])]);
}
