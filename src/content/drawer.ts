import { send } from '../messages.ts';
import type { DrawPanel } from '../ui/mark.ts';

/**
 * How the script of a page comes by what draws panels. That is half as large again as all the rest, and most pages never open
 * one: so it is a script of its own, which the background puts beside the first one when the reader is about to.
 *
 * Both run in the world that the browser has for us alone in the page. The second leaves there what the first has asked for, under
 * a symbol: no element of a page can take that name.
 */
const LEFT = Symbol.for('draw');

const world = globalThis as { [LEFT]?: DrawPanel };

/** Rejects when it cannot be had. */
export async function fetchedDrawer(): Promise<DrawPanel> {
  await send('panelScript');
  const draw = world[LEFT];
  if (!draw) throw new Error('The script that draws panels has not run.');
  return draw;
}

export function leaveDrawer(draw: DrawPanel): void {
  world[LEFT] = draw;
}
