import type { Assessment, Label } from '../core/assessment.ts';
import { type Look, wordingIn } from './badge-box.ts';
import { badgeText, spokenText } from './badge-text.ts';
import { LABEL_DRAWINGS } from './label-drawings.ts';
import { say } from './said.ts';
import type { Translate } from './translate.ts';

export interface BadgeProps {
  readonly assessment: Assessment;
  /** Those that have a badge, in order. */
  readonly labels: readonly Label[];
  readonly look: Look;
  /** Whose panel is open. */
  readonly open: Label | null;
  readonly t: Translate;
}

/**
 * Draws a badge for each label into a row, or brings those in it up to date: the same button for every label.
 * By hand and not by a library of components: every page of the two sites pays for what draws badges.
 */
export function drawBadges(row: HTMLElement, props: BadgeProps, panel: string): void {
  const { labels } = props;
  for (const badge of badgesIn(row)) if (!labels.includes(labelOf(badge))) badge.remove();
  labels.forEach((label, at) => {
    const badge = badgeIn(row, label) ?? newBadge(row.ownerDocument, label);
    // One that is where it belongs is not put there again: it would lose the focus.
    if (row.children[at] !== badge) row.insertBefore(badge, row.children[at] ?? null);
    update(badge, label, props, panel);
  });
}

export function badgeIn(row: HTMLElement, label: Label): HTMLElement | undefined {
  return badgesIn(row).find((badge) => labelOf(badge) === label);
}

/** The label of the badge that something in a row belongs to. */
export function labelAt(target: EventTarget | null): Label | null {
  const badge = target instanceof Element ? target.closest<HTMLElement>('.badge') : null;
  return badge && labelOf(badge);
}

function badgesIn(row: HTMLElement): readonly HTMLElement[] {
  return [...row.children] as HTMLElement[];
}

function labelOf(badge: HTMLElement): Label {
  return badge.dataset['label'] as Label;
}

/** The words give way in a narrow row, what is read out stays. */
function update(badge: HTMLElement, label: Label, { assessment, labels, look, open, t }: BadgeProps, panel: string): void {
  const text = badgeText(label, assessment, t);
  const wording = wordingIn(look.fit, labels.length > 1);
  badge.title = text.full;
  badge.setAttribute('aria-label', spokenText(label, text, wording, t));
  badge.setAttribute('aria-expanded', `${open === label}`);
  if (open === label) badge.setAttribute('aria-controls', panel);
  else badge.removeAttribute('aria-controls');
  const seen = wording === null ? '' : text[wording];
  const words = seen.endsWith(text.name) ? seen.slice(0, seen.length - text.name.length) : seen;
  say(badge.querySelector('.words') as HTMLElement, words);
  say(badge.querySelector('.name') as HTMLElement, seen.slice(words.length));
}

function newBadge(document: Document, label: Label): HTMLElement {
  const pill = made(document, 'span', 'pill');
  const name = made(document, 'span', 'name');
  // In a row from right to left the end of a name from left to right is cut as well, and not its beginning.
  name.dir = 'auto';
  pill.append(iconOf(document, label), made(document, 'span', 'words'), name);
  const badge = made(document, 'button', 'badge');
  badge.setAttribute('type', 'button');
  badge.setAttribute('aria-haspopup', 'dialog');
  badge.dataset['label'] = label;
  badge.append(pill);
  return badge;
}

function made(document: Document, name: string, style: string): HTMLElement {
  const element = document.createElement(name);
  element.className = style;
  return element;
}

function iconOf(document: Document, label: Label): Element {
  const icon = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries(ICON)) icon.setAttribute(name, value);
  for (const line of LABEL_DRAWINGS[label]) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', line);
    icon.append(path);
  }
  return icon;
}

const SVG = 'http://www.w3.org/2000/svg';
const ICON = { class: 'icon', viewBox: '0 0 16 16', width: '14', height: '14', 'aria-hidden': 'true' };
