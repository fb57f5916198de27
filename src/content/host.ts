/**
 * The element of a badge in the page: out of the flow, moved from its corner, not to be seen until it has its place.
 * It has no name, no class and no content: what there is to see is in its closed root.
 */
export function createHost(document: Document): HTMLElement {
  const host = document.createElement('div');
  host.style.setProperty('position', 'absolute', 'important');
  host.style.transformOrigin = '0 0';
  host.style.opacity = '0';
  return host;
}

const HOST = 'div[style^="position: absolute !important"]:empty';

/**
 * Takes away the badges that an earlier script of ours has left in the page.
 *
 * When an extension is updated, Firefox ends its script in every open page, without a word, and starts the new one there.
 * What the old one drew stays and does nothing any more. That a closed root is in an element, Firefox tells to extensions alone.
 * In Chromium the old script lives on and cleans up by itself, and there is no new one before the page is loaded again.
 */
export function removeOrphans(document: Document): void {
  for (const element of document.querySelectorAll<HTMLElement & { openOrClosedShadowRoot?: ShadowRoot | null }>(HOST)) {
    if (element.openOrClosedShadowRoot && !element.shadowRoot) element.remove();
  }
}
