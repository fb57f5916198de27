import type { Assessment, Label } from '../core/assessment.ts';
import type { Nearness } from '../core/nearness.ts';
import type { ListVersion } from '../core/records.ts';
import type { Settings } from '../core/settings.ts';
import type { Records } from '../messages.ts';
import type { Action } from './actions.tsx';
import { badgeIn, drawBadges, labelAt } from './badge.ts';
import { badgeBox, type Look } from './badge-box.ts';
import type { PanelProps } from './panel.tsx';
import { quiet } from './quiet.ts';
import type { Translate } from './translate.ts';

/** Everything in one post's shadow root: a badge for each label, and the panel while it is open. */
export interface MarkProps {
  readonly assessment: Assessment;
  /** The post's text, to show the words that spoke. */
  readonly text: string;
  /** Those to show, in order. */
  readonly labels: readonly Label[];
  /** What the row has room for. */
  readonly look: Look;
  /** Of the page behind. */
  readonly theme: 'light' | 'dark';
  /** Whose panel is open. */
  readonly open: Label | null;
  /** What draws it; `null` until that is there. */
  readonly draw: DrawPanel | null;
  readonly records: Records | 'loading' | 'failed';
  readonly list: ListVersion | null;
  /** Whether the reader has hidden it: then it goes with its panel. */
  readonly hidden: boolean;
  readonly settings: Settings;
  readonly near: Nearness;
  readonly t: Translate;
  /** The reader may be about to open it. */
  onIntent(): void;
  /** Only ever called for what the reader did, never for what the page did. */
  onOpen(label: Label): void;
  onClose(): void;
  /** Settles when it is done; rejects when it could not be. */
  onAction(action: Action): Promise<void>;
}

/** Draws a panel into a place, or brings it up to date; returns what takes it away. */
export type DrawPanel = (place: HTMLElement, props: PanelProps) => () => void;

interface Mark {
  readonly container: HTMLElement;
  readonly row: HTMLElement;
  readonly place: HTMLElement;
  props: MarkProps;
  closePanel: (() => void) | null;
}

const marks = new WeakMap<ShadowRoot, Mark>();

/** Draws the mark, or brings it up to date. */
export function renderMark(root: ShadowRoot, props: MarkProps): void {
  const mark = marks.get(root) ?? newMark(root, props);
  mark.props = props;
  const { container, row } = mark;
  // The language of our texts, which need not be the page's.
  container.lang = props.t('language');
  container.dir = props.t('direction');
  container.dataset['theme'] = props.theme;
  container.dataset['fit'] = props.look.fit;
  enclose(container, props.look, props.t);
  drawBadges(row, props, PANEL);
  drawPanel(mark);
}

export function unmountMark(root: ShadowRoot): void {
  const mark = marks.get(root);
  marks.delete(root);
  mark?.closePanel?.();
  mark?.container.remove();
}

/** Gives the focus back to a badge, unless the reader has moved on to something else in the page. */
export function focusBadge(root: ShadowRoot, label: Label): void {
  const { activeElement, body } = root.ownerDocument;
  if (activeElement && activeElement !== body && activeElement !== root.host) return;
  const row = marks.get(root)?.row;
  if (row) badgeIn(row, label)?.focus({ preventScroll: true });
}

const PANEL = 'panel';

function drawPanel(mark: Mark): void {
  const { row, place, props } = mark;
  const { open, labels, draw } = props;
  if (open !== null && labels.includes(open)) {
    if (draw) mark.closePanel = draw(place, { ...props, id: PANEL, open, row: () => row });
    return;
  }
  mark.closePanel?.();
  mark.closePanel = null;
}

function newMark(root: ShadowRoot, props: MarkProps): Mark {
  const document = root.ownerDocument;
  const [container, row, place] = ['div', 'span', 'div'].map((name) => document.createElement(name)) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  container.className = 'mark';
  row.className = 'row';
  const mark: Mark = { container, row, place, props, closePanel: null };
  quiet(container);
  // The page must not be able to press a badge, and so learn that it is there.
  row.addEventListener('click', (event) => {
    const label = event.isTrusted ? labelAt(event.target) : null;
    if (label === null) return;
    if (mark.props.open === label) mark.props.onClose();
    else mark.props.onOpen(label);
  });
  for (const sign of ['pointerover', 'focusin']) row.addEventListener(sign, () => mark.props.onIntent(), { passive: true });
  container.append(row, place);
  root.append(container);
  marks.set(root, mark);
  return mark;
}

/**
 * What is in the container neither widens it nor reaches out of it. In its own style and not in the sheet: a page that moves
 * the host into another document takes the sheet away from it, and could measure what is there then.
 */
function enclose(container: HTMLElement, look: Look, t: Translate): void {
  const { inline, block } = badgeBox(look, t);
  container.style.contain = 'strict';
  container.style.fontSize = `${look.size}px`;
  container.style.inlineSize = `${inline}px`;
  container.style.blockSize = `${block}px`;
}
