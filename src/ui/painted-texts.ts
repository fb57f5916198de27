import { type ComponentChildren, Fragment, h, options } from 'preact';

/**
 * From now on every text that Preact draws stands in an attribute, and the style sheet paints it. It is seen and read out as
 * any other, but it is no text of the document.
 *
 * For `window.find('Patient experience')` looks into closed shadow roots too, in Chromium and in Firefox: any script of a page
 * could ask whether we are there, for a label, and, while a panel is open, for one disease after the other.
 * What a style sheet paints is not searched. Nor can it be selected, so a script that waits for a selection learns nothing either.
 */
export function paintTexts(): void {
  options.vnode = ({ type, props }) => {
    if (typeof type === 'string' || type === Fragment) props.children = painted(props.children);
  };
}

function painted(children: ComponentChildren): ComponentChildren {
  if (Array.isArray(children)) return children.map(painted);
  const isText = typeof children === 'string' || typeof children === 'number' || typeof children === 'bigint';
  return isText && children !== '' ? h('span', { 'data-said': children }) : children;
}
