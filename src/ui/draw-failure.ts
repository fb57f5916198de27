import { onDismissal } from './dismissal.ts';
import type { DrawPanel } from './mark.ts';
import { hostOf, standBeside } from './panel-box.ts';
import { say } from './said.ts';

/** Says in the panel's place that there is none to be had now. It is of the panel's size, from which the page must learn nothing. */
export const drawFailure: DrawPanel = (place, { id, row, onClose, t }) => {
  shown.get(place)?.abort();
  const document = place.ownerDocument;
  const box = document.createElement('div');
  box.classList.add('panel', 'failure');
  box.id = id;
  box.popover = 'manual';
  box.setAttribute('role', 'alert');
  const words = document.createElement('span');
  say(words, t('action_failed'));
  box.append(words);
  place.replaceChildren(box);
  const lifetime = new AbortController();
  shown.set(place, lifetime);
  standBeside(box, row(), t, lifetime.signal);
  onDismissal(hostOf(box), onClose, lifetime.signal);
  return () => {
    lifetime.abort();
    box.remove();
  };
};

/** By their places. Brought up to date, one takes the place of the one before. */
const shown = new WeakMap<HTMLElement, AbortController>();
