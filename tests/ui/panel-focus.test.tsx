// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { Assessment } from '../../src/core/assessment.ts';
import { focusBadge } from '../../src/ui/mark.ts';
import { assessment, byHand, citation, shownMark, sourceRecord } from './marks.tsx';

const CITED = assessment({ labels: ['medical-source'], citations: [citation()] });
const BOTH = assessment({ labels: ['patient-experience', 'medical-source'], citations: [citation()] });

const opened = (found: Assessment, given: Parameters<typeof shownMark>[0] = {}) =>
  shownMark({ assessment: found, open: found.labels[0] ?? null, ...given });

describe('opening and leaving', () => {
  const press = (target: EventTarget, key: string) => {
    const event = byHand(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
    target.dispatchEvent(event);
    return event;
  };

  test('the focus goes to its heading, which names it', () => {
    const mark = opened(BOTH, { open: 'medical-source' });
    const panel = mark.root.querySelector('[role="dialog"]');
    const heading = mark.root.getElementById(panel?.getAttribute('aria-labelledby') ?? '');
    expect(heading?.textContent).toBe('Medical source cited');
    expect(mark.root.activeElement).toBe(heading);
    expect(panel?.hasAttribute('aria-modal')).toBe(false);
  });

  test('an update leaves the focus where the reader has put it', () => {
    const mark = opened(CITED, { records: 'loading' });
    const close = mark.root.querySelector<HTMLElement>('.close');
    close?.focus();
    mark.update({ records: { sources: [sourceRecord()], entries: [] } });
    expect(mark.root.activeElement).toBe(close);
  });

  test('it is in the shadow root of its badge, in the top layer', () => {
    const panel = opened(CITED).root.querySelector('.panel');
    expect(panel?.getAttribute('popover')).toBe('manual');
  });

  test('Esc closes it, and the page does not hear of that', () => {
    const mark = opened(CITED);
    const heard = vi.fn();
    document.addEventListener('keydown', heard, true);
    const event = press(document.body, 'Escape');
    document.removeEventListener('keydown', heard, true);
    expect(mark.onClose).toHaveBeenCalledOnce();
    expect(heard).not.toHaveBeenCalled();
    expect(event.defaultPrevented).toBe(true);
  });

  test('the page can not find it by pressing Esc', () => {
    const mark = opened(CITED);
    const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    document.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
    expect(mark.onClose).not.toHaveBeenCalled();
  });

  test("other keys are the page's", () => {
    const mark = opened(CITED);
    expect(press(document.body, 'j').defaultPrevented).toBe(false);
    expect(mark.onClose).not.toHaveBeenCalled();
  });

  test('a click outside closes it, a click inside does not', () => {
    const mark = opened(CITED);
    mark.root.querySelector('h2')?.dispatchEvent(byHand(new MouseEvent('click', { bubbles: true, composed: true })));
    expect(mark.onClose).not.toHaveBeenCalled();
    document.body.dispatchEvent(byHand(new MouseEvent('click', { bubbles: true, composed: true })));
    expect(mark.onClose).toHaveBeenCalledOnce();
  });

  test('closed, it listens to nothing any more', () => {
    const mark = opened(CITED);
    mark.update({ open: null });
    expect(mark.root.querySelector('.panel')).toBeNull();
    expect(press(document.body, 'Escape').defaultPrevented).toBe(false);
    expect(mark.onClose).not.toHaveBeenCalled();
  });

  test('its button closes it', () => {
    const mark = opened(CITED);
    const close = mark.root.querySelector<HTMLElement>('.close');
    close?.click();
    expect(mark.onClose).not.toHaveBeenCalled();
    close?.dispatchEvent(byHand(new MouseEvent('click', { bubbles: true })));
    expect(mark.onClose).toHaveBeenCalledOnce();
  });

  test('the focus returns to the badge, unless the reader went elsewhere', () => {
    const mark = opened(CITED);
    mark.update({ open: null });
    focusBadge(mark.root, 'medical-source');
    expect(mark.root.activeElement).toBe(mark.badge('medical-source'));
    const elsewhere = document.body.appendChild(document.createElement('input'));
    elsewhere.focus();
    focusBadge(mark.root, 'medical-source');
    expect(document.activeElement).toBe(elsewhere);
    elsewhere.remove();
  });

  test('the panel of a label that is not shown is not shown', () => {
    expect(opened(CITED, { open: 'no-source' }).root.querySelector('.panel')).toBeNull();
  });
});
