import { render } from 'preact';
import type { DrawPanel } from './mark.ts';
import panelStyles from './panel.css?inline';
import { Panel } from './panel.tsx';
import { addStyles } from './shadow.ts';

/** Draws the whole panel, by what a page need not have before somebody opens one: the components, and their styles. */
export const drawPanel: DrawPanel = (place, props) => {
  addStyles(place.getRootNode() as ShadowRoot, panelStyles);
  render(<Panel {...props} />, place);
  return () => render(null, place);
};
