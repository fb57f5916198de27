/**
 * Calls back when the reader leaves the panel: by Esc, or by a click outside of `host`, which holds it.
 * Until the signal aborts.
 */
export function onDismissal(host: Element, dismiss: () => void, signal: AbortSignal): void {
  const window = host.ownerDocument.defaultView;

  // On the window and in the capture phase, so that it comes before the site's own: Esc closes the panel and not the dialog of
  // the site in which the post may stand. Only what the reader did counts; a page could else find the panel by pressing Esc itself.
  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing || !event.isTrusted) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    dismiss();
  }

  // A click, not a press: a finger that scrolls the page and a mouse on the scroll bar leave the panel open.
  function onClick(event: MouseEvent): void {
    if (event.isTrusted && !event.composedPath().includes(host)) dismiss();
  }

  window?.addEventListener('keydown', onKey, { capture: true, signal });
  window?.addEventListener('click', onClick, { capture: true, signal });
}
