// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { drawFailure } from '../../src/ui/draw-failure.ts';
import { english } from './english.ts';
import { byHand, drawnIn, shownMark } from './marks.tsx';

const failed = () => shownMark({ open: 'patient-experience', draw: drawFailure });

test('says in the place of the panel that there is none, and what to do', () => {
  const { root } = failed();
  const box = root.querySelector('.panel');
  expect(drawnIn(box)).toBe(english('action_failed'));
  expect(box?.getAttribute('role')).toBe('alert');
  expect(box?.getAttribute('popover')).toBe('manual');
});

test('leaves the badge as it is', () => {
  const { badge } = failed();
  expect(badge('patient-experience').getAttribute('aria-expanded')).toBe('true');
  expect(drawnIn(badge('patient-experience'))).toBe('Patient experience');
});

test('Esc leaves it, as a panel, however often it was brought up to date', () => {
  const mark = failed();
  mark.update({ theme: 'dark' });
  expect(mark.root.querySelectorAll('.panel')).toHaveLength(1);
  document.body.dispatchEvent(byHand(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })));
  expect(mark.onClose).toHaveBeenCalledOnce();
});

test('closed, nothing of it is left', () => {
  const mark = failed();
  mark.update({ open: null });
  expect(mark.root.querySelector('.panel')).toBeNull();
  const heard = vi.fn();
  document.addEventListener('keydown', heard);
  document.body.dispatchEvent(byHand(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })));
  document.removeEventListener('keydown', heard);
  expect(heard).toHaveBeenCalledOnce();
  expect(mark.onClose).not.toHaveBeenCalled();
});
