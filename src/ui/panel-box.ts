import { type Place, placeBeside } from './place.ts';
import type { Translate } from './translate.ts';

/**
 * Shows a box in the top layer of its page, beside a row of badges, and keeps it there until the signal aborts.
 * So the site's boxes cannot cut it off, whatever their overflow, and it still belongs to the dialog of the site in which the post may stand.
 */
export function standBeside(box: HTMLElement, row: Element | null, t: Translate, signal: AbortSignal): void {
  const stand = () => put(box, placeOf(box, row, t));
  show(box);
  stand();
  const window = box.ownerDocument.defaultView;
  for (const type of ['scroll', 'resize']) window?.addEventListener(type, stand, { capture: true, passive: true, signal });
}

/** The element in the page that holds the box in its closed root. */
export function hostOf(box: Element): Element {
  const root = box.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : box;
}

/** In a browser without popovers the attribute means nothing, and the box's own style fixes it in the viewport. */
function show(box: HTMLElement): void {
  if (typeof box.showPopover !== 'function' || !box.isConnected) return;
  if (!box.matches(':popover-open')) box.showPopover();
}

function placeOf(box: HTMLElement, row: Element | null, t: Translate): Place | null {
  const window = box.ownerDocument.defaultView;
  if (!row || !window) return null;
  const viewport = { width: box.ownerDocument.documentElement.clientWidth, height: window.innerHeight };
  return placeBeside(row.getBoundingClientRect(), box.offsetWidth, viewport, t('direction') === 'rtl' ? 'rtl' : 'ltr');
}

function put({ style }: HTMLElement, place: Place | null): void {
  if (!place) return;
  style.left = `${place.left}px`;
  style.top = `${place.top}px`;
  style.height = `${place.height}px`;
}
