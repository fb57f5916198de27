const POINTER_AND_KEYS = [
  'click',
  'auxclick',
  'dblclick',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchend',
  'keydown',
  'keyup',
  'keypress',
] as const;

/**
 * Keeps what the reader does inside `container` from the page around it.
 *
 * Both sites listen far up in the page: a click anywhere in a post opens it, a key is a shortcut ("l" likes the post).
 * Events bubble out of a closed shadow root too, as if the host had been pressed. Preact listens on the elements
 * themselves, so stopping at the container takes nothing from us, and links still open: that is no listener's work.
 * Focus events pass: the focus trap of a site's dialog must see that the focus is still inside of it. So does what is done to
 * the container itself, where nothing is drawn in it.
 */
export function quiet(container: HTMLElement): void {
  for (const type of POINTER_AND_KEYS) container.addEventListener(type, stop, { passive: true });
}

function stop(event: Event): void {
  if (event.target !== event.currentTarget) event.stopPropagation();
}
