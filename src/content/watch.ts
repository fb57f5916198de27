import { inNextFrame } from './frames.ts';

/** What happened in a page since the last time. */
export interface Changes {
  /** Elements that came: they and what is below them is new. */
  readonly added: ReadonlySet<Element>;
  /** Where children came or went, and texts that changed. */
  readonly touched: ReadonlySet<Node>;
  /** Whether anything went. */
  readonly removed: boolean;
  /** Whether the page as a whole may look different: another theme. */
  readonly restyled: boolean;
}

export interface Watching {
  readonly document: Document;
  /** Whether it is by our own hand that a node came or went. */
  isOwn(node: Node, came: boolean): boolean;
  onChanges(changes: Changes): void;
}

/** Past this many places one look at the whole page is cheaper than a look at each, and nothing piles up in a hidden tab. */
const MANY = 2000;

/** The attributes by which the sites, and the extensions that restyle them, switch themes. */
const THEME_ATTRIBUTES = ['class', 'style', 'data-theme'];

/**
 * Tells what changes in a page, with one observer.
 *
 * The first change of a frame is told at once, in the microtask after it, so that a post can be read, assessed and marked
 * before it is first painted. What else changes in that frame is told together in the next one, however much it is: a page
 * that never rests is looked at once a frame, and nothing ever waits longer than that.
 */
export function watch({ document, isOwn, onChanges }: Watching, signal: AbortSignal): void {
  let changes = noChanges();
  // That there is a page is the first news.
  let news = true;
  let waiting = false;

  function collect(records: readonly MutationRecord[]): void {
    for (const { type, target, addedNodes, removedNodes } of records) {
      const [came, went] = [addedNodes.length, removedNodes.length];
      // What we do is done to one node at a time.
      if (came + went === 1 && isOwn((addedNodes[0] ?? removedNodes[0]) as Node, came === 1)) continue;
      news = true;
      if (type === 'attributes') {
        changes.restyled = true;
        continue;
      }
      changes.touched.add(target);
      if (went > 0) changes.removed = true;
      for (let at = 0; at < came; at += 1) {
        const node = addedNodes[at];
        if (node instanceof Element) changes.added.add(node);
      }
      if (changes.added.size + changes.touched.size > MANY) {
        changes.touched.clear();
        changes.added.clear();
        changes.added.add(document.documentElement);
      }
    }
    tell();
  }

  function tell(): void {
    if (!news || waiting || signal.aborted) return;
    waiting = true;
    inNextFrame(() => {
      waiting = false;
      tell();
    });
    news = false;
    const now = changes;
    changes = noChanges();
    onChanges(now);
  }

  /** Both sites change their address without loading a page, before or after they change what is in it. */
  function onAddress(): void {
    news = true;
    tell();
  }

  queueMicrotask(tell);

  const observer = new MutationObserver(collect);
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  for (const element of [document.documentElement, document.body]) {
    observer.observe(element, { attributes: true, attributeFilter: THEME_ATTRIBUTES });
  }
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });

  const view = document.defaultView;
  const navigation = (view as Partial<Window> | null)?.navigation;
  navigation?.addEventListener('currententrychange', onAddress, { signal });
  view?.addEventListener('popstate', onAddress, { signal });
}

function noChanges(): { added: Set<Element>; touched: Set<Node>; removed: boolean; restyled: boolean } {
  return { added: new Set(), touched: new Set(), removed: false, restyled: false };
}
