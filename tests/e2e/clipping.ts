import type { Tab } from '../../src/cli/browsers/browser.ts';

/** What of a page is cut off, sticks out, or is too small to be hit: an empty list when all is well. */
export function misfitsOn(tab: Tab): Promise<readonly string[]> {
  return tab.evaluate(misfitsIn, null);
}

/** The same of everything we draw into a site's page. */
export async function misfitsInMarks(tab: Tab): Promise<readonly string[]> {
  return (await tab.inClosedRoots(misfitsIn)).flat();
}

/** It runs in the page: what it uses is inside of it. `from` is the page, or a closed root in it. */
function misfitsIn(from: ShadowRoot | null): readonly string[] {
  const root: ParentNode = from ?? document;
  // A pixel of a font's overhang, or of rounding.
  const SLACK = 1.5;
  const SMALLEST_TARGET = 24;
  const found: string[] = [];
  const page = document.documentElement;
  if (!from && page.scrollWidth > page.clientWidth) found.push(`the page is ${page.scrollWidth} wide in ${page.clientWidth}`);

  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (!isSeen(element)) continue;
    if (sticksOut(element)) found.push(`${nameOf(element)} is ${element.scrollWidth} wide in ${element.clientWidth}`);
    if (isCutOff(element)) found.push(`${nameOf(element)} is ${element.scrollHeight} high in ${element.clientHeight}`);
    if (isTooSmall(element)) found.push(`${nameOf(element)} is a target of ${sizeOf(element)}`);
  }
  for (const text of texts()) {
    const box = outermostBox(text);
    if (box) found.push(`"${text.data.trim().slice(0, 40)}" reaches out of ${box}`);
  }
  return found;

  /** Not what is only read out, nor the invented posts: those are drawn as their sites draw them. */
  function isSeen(element: Element): boolean {
    if (element.closest('.unseen, [data-testid], [role="article"], svg')) return false;
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
  }

  function sticksOut(element: HTMLElement): boolean {
    const style = getComputedStyle(element);
    // What the reader types into moves with what is typed.
    if (element instanceof HTMLInputElement) return false;
    if (style.display === 'inline' || ['auto', 'scroll'].includes(style.overflowX) || isEllipsis(element)) return false;
    return element.clientWidth > 0 && element.scrollWidth > element.clientWidth + SLACK;
  }

  /** What ends in dots by its style, where the whole of it is in a title; but the names of the labels are never cut. */
  function isEllipsis(element: Element): boolean {
    if (getComputedStyle(element).textOverflow !== 'ellipsis') return false;
    const badge = element.closest<HTMLElement>('[title]');
    return badge !== null && badge.dataset['label'] === 'medical-source' && badge.parentElement?.childElementCount === 1;
  }

  function isCutOff(element: HTMLElement): boolean {
    const { overflowY, display } = getComputedStyle(element);
    if (display === 'inline' || !['hidden', 'clip'].includes(overflowY)) return false;
    return element.scrollHeight > element.clientHeight + SLACK;
  }

  function isTooSmall(element: HTMLElement): boolean {
    if (!element.matches('a[href], button, input, select, textarea, summary, [role="button"], [role="switch"]')) return false;
    // A link in a sentence is as high as its line (WCAG 2.5.8 excepts it).
    if (element.matches('a, button.link') && getComputedStyle(element).display === 'inline' && isInSentence(element))
      return false;
    const { width, height } = targetOf(element);
    return Math.min(width, height) < SMALLEST_TARGET * scaleOf(element) - 0.5;
  }

  /** Where a post has room for nothing else, its mark is drawn smaller: placement.ts. */
  function scaleOf(element: Element): number {
    const around = element.getRootNode();
    return 'host' in around ? Number.parseFloat(getComputedStyle(around.host as Element).scale) || 1 : 1;
  }

  function isInSentence(element: Element): boolean {
    return [...(element.parentElement?.childNodes ?? [])].some(
      (node) => node !== element && node.nodeType === Node.TEXT_NODE && /\p{L}/u.test(node.textContent ?? ''),
    );
  }

  /** A label is part of what can be pressed, and so is what is drawn around an element by its style. */
  function targetOf(element: HTMLElement): { width: number; height: number } {
    const labels = 'labels' in element ? [...((element.labels as NodeListOf<HTMLElement> | null) ?? [])] : [];
    const around = ['::before', '::after']
      .map((part) => getComputedStyle(element, part))
      .filter(({ position }) => position === 'absolute');
    const boxes = [
      ...[element, ...labels].map((box) => box.getBoundingClientRect()),
      ...around.map(({ width, height }) => ({ width: Number.parseFloat(width) || 0, height: Number.parseFloat(height) || 0 })),
    ];
    return { width: Math.max(...boxes.map(({ width }) => width)), height: Math.max(...boxes.map(({ height }) => height)) };
  }

  function sizeOf(element: HTMLElement): string {
    const { width, height } = targetOf(element);
    return `${Math.round(width)} × ${Math.round(height)}`;
  }

  function texts(): readonly Text[] {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const all: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node as Text;
      const parent = text.parentElement;
      if (parent && text.data.trim() !== '' && isSeen(parent) && !isEllipsis(parent)) all.push(text);
    }
    return all;
  }

  /** The box that a text reaches out of, sideways: one that cuts off, or the window. */
  function outermostBox(text: Text): string | null {
    const range = document.createRange();
    range.selectNodeContents(text);
    const { left, right } = range.getBoundingClientRect();
    for (let box = text.parentElement; box; box = box.parentElement) {
      const { overflowX, position } = getComputedStyle(box);
      if (['auto', 'scroll'].includes(overflowX)) return null;
      const edge = box.getBoundingClientRect();
      const cuts = ['hidden', 'clip'].includes(overflowX) || box.matches('button, label, td, th, .badge, .panel');
      if (cuts && (left < edge.left - SLACK || right > edge.right + SLACK)) return nameOf(box);
      if (position === 'fixed') break;
    }
    return left < -SLACK || right > window.innerWidth + SLACK ? 'the window' : null;
  }

  function nameOf(element: Element): string {
    const said = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
    const kind = element.id ? `#${element.id}` : element.classList.length > 0 ? `.${[...element.classList].join('.')}` : '';
    return `${element.tagName.toLowerCase()}${kind} "${said}"`;
  }
}
