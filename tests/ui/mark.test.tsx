// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { drawPanel } from '../../src/ui/draw-panel.tsx';
import { renderMark, unmountMark } from '../../src/ui/mark.ts';
import { createShadow } from '../../src/ui/shadow.ts';
import { english, MESSAGES, translateBy } from './english.ts';
import { assessment, shownMark } from './marks.tsx';

test('the page can not look into a mark', () => {
  expect(shownMark().host.shadowRoot).toBeNull();
});

test('all marks of a document share one style sheet', () => {
  const [one, other] = [shownMark().root, shownMark().root];
  expect(one.adoptedStyleSheets.length).toBe(1);
  expect(one.adoptedStyleSheets[0]).toBe(other.adoptedStyleSheets[0]);
});

test('where style sheets can not be adopted a mark is still styled, and stays so', () => {
  vi.spyOn(ShadowRoot.prototype, 'adoptedStyleSheets', 'set').mockImplementation(() => {
    throw new Error('Accessing from Xray wrapper is not supported.');
  });
  const mark = shownMark();
  vi.restoreAllMocks();
  mark.update({ theme: 'dark' });
  expect(mark.root.adoptedStyleSheets.length).toBe(0);
  expect(mark.root.querySelectorAll('style').length).toBe(1);
  expect(mark.badge('patient-experience')).not.toBeNull();
});

test('a mark has the language and direction of its texts, not of the page', () => {
  const t = translateBy({ ...MESSAGES, language: { message: 'ar' }, direction: { message: 'rtl' } });
  const container = shownMark({ t }).root.querySelector<HTMLElement>('.mark');
  expect(container?.lang).toBe('ar');
  expect(container?.dir).toBe('rtl');
});

test('an update changes what is there and puts up nothing beside it', () => {
  const mark = shownMark();
  const badge = mark.badge('patient-experience');
  mark.update({ theme: 'dark', look: { fit: 'icons', size: 12 } });
  expect(mark.badge('patient-experience')).toBe(badge);
  expect(mark.root.querySelectorAll('.mark').length).toBe(1);
  expect(mark.root.querySelector('.mark')?.getAttribute('data-theme')).toBe('dark');
});

test.each([
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
])('the page does not hear a %s in a mark', (type) => {
  const mark = shownMark();
  const heard = vi.fn();
  document.body.addEventListener(type, heard);
  mark.badge('patient-experience').dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  document.body.removeEventListener(type, heard);
  expect(heard).not.toHaveBeenCalled();
});

test("what is empty in a mark is the page's", () => {
  const mark = shownMark();
  const heard = vi.fn();
  document.body.addEventListener('click', heard);
  mark.root.querySelector('.mark')?.dispatchEvent(new Event('click', { bubbles: true, composed: true }));
  document.body.removeEventListener('click', heard);
  expect(heard).toHaveBeenCalledOnce();
});

test('the page hears that the focus is inside of it', () => {
  const mark = shownMark();
  const heard = vi.fn();
  document.body.addEventListener('focusin', heard);
  mark.badge('patient-experience').dispatchEvent(new Event('focusin', { bubbles: true, composed: true }));
  document.body.removeEventListener('focusin', heard);
  expect(heard).toHaveBeenCalledOnce();
});

test('unmounted, nothing is left but what may be drawn again', () => {
  const mark = shownMark({ open: 'patient-experience' });
  unmountMark(mark.root);
  unmountMark(mark.root);
  expect(mark.root.querySelector('.mark')).toBeNull();
  mark.update({});
  expect(mark.badge('patient-experience')).not.toBeNull();
});

test('the reader may be about to open it: the pointer or the focus comes to a badge', () => {
  const mark = shownMark();
  const badge = mark.badge('patient-experience');
  badge.dispatchEvent(new Event('pointerover', { bubbles: true }));
  expect(mark.onIntent).toHaveBeenCalledTimes(1);
  badge.focus();
  expect(mark.onIntent).toHaveBeenCalledTimes(2);
});

test('until there is something to draw a panel with, its badge says that it is open', () => {
  const mark = shownMark({ open: 'patient-experience', draw: null });
  expect(mark.root.querySelector('.panel')).toBeNull();
  expect(mark.badge('patient-experience').getAttribute('aria-expanded')).toBe('true');
  mark.update({ draw: drawPanel });
  expect(mark.text()).not.toBe('');
});

test('a mark with no labels to show is empty', () => {
  const root = createShadow(document.createElement('div'));
  const nothing = () => {};
  const props = {
    look: { fit: 'words', size: 12 },
    theme: 'light',
    open: null,
    draw: null,
    records: 'loading',
    list: null,
    hidden: false,
    settings: DEFAULT_SETTINGS,
    near: { languages: [], country: null },
    t: english,
    onIntent: nothing,
    onOpen: nothing,
    onClose: nothing,
    onAction: async () => {},
  } as const;
  renderMark(root, { ...props, assessment: assessment(), text: '', labels: [] });
  expect(root.querySelector('button')).toBeNull();
});
