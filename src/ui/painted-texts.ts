import { type ComponentChildren, Fragment, h, options } from 'preact';
import { UNDRAWN } from './said.ts';

/**
 * From now on every text that Preact draws stands in an attribute, and the style sheet paints it. It is seen and read out as
 * any other, but no text that is drawn is a text of the document.
 *
 * For `window.find('Patient experience')` looks into closed shadow roots too, in Chromium and in Firefox: any script of a page
 * could ask whether we are there, for a label, and, while a panel is open, for one disease after the other.
 * What a style sheet paints is not searched. Nor can it be selected, so a script that waits for a selection learns nothing either.
 * That takes selecting and searching from the reader as well: a panel can be copied as a whole instead (panel-text.ts).
 *
 * No other way was found in which a text can be selected and not searched. Both browsers search what is `user-select: none`,
 * `aria-hidden`, in a nested root, in one element for each letter (Firefox), with invisible characters in it, or in a field
 * (Chromium); what is `inert` they do not search, and nor is it read out.
 */
export function paintTexts(): void {
  options.vnode = ({ type, props }) => {
    if (type === Fragment || (typeof type === 'string' && !isReal(props))) props.children = painted(props.children);
  };
}

function painted(children: ComponentChildren): ComponentChildren {
  if (Array.isArray(children)) return children.map(painted);
  const isText = typeof children === 'string' || typeof children === 'number' || typeof children === 'bigint';
  return isText && children !== '' ? h('span', { 'data-said': children }, h('span', { style: UNDRAWN }, children)) : children;
}

/** Whether it holds the text that is not drawn: said.ts. */
function isReal(props: object): boolean {
  return 'style' in props && props.style === UNDRAWN;
}
