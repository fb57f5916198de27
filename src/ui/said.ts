/** Of the real text within a painted one: nothing is found in what is not drawn, and in its own style it stays so in any document. */
export const UNDRAWN = 'display:none';

/**
 * Has the style sheet paint a text, as `painted-texts.ts` does for Preact. The text itself is in it too, not drawn: who reads without
 * styles, the browser's "no style" or a style sheet that failed, reads that.
 *
 *     <span data-said="Patient experience"><span style="display: none">Patient experience</span></span>
 */
export function say(element: HTMLElement, text: string): void {
  if (element.dataset['said'] === text) return;
  element.dataset['said'] = text;
  const real = element.ownerDocument.createElement('span');
  real.style.cssText = UNDRAWN;
  real.textContent = text;
  element.replaceChildren(real);
}
