import { type JSX, render } from 'preact';
import { useRef } from 'preact/hooks';
import type { Assessment, Label } from '../core/assessment.ts';
import type { Nearness } from '../core/nearness.ts';
import type { ListVersion } from '../core/records.ts';
import type { Settings } from '../core/settings.ts';
import type { Records } from '../messages.ts';
import type { Action } from './actions.tsx';
import { Badge } from './badge.tsx';
import { badgeBox, type Look } from './badge-box.ts';
import { Panel } from './panel.tsx';
import { quiet } from './quiet.ts';
import type { Translate } from './translate.ts';

/** Everything in one post's shadow root: a badge for each label, and the panel while it is open. */
export interface MarkProps {
  readonly assessment: Assessment;
  /** The post's text, to show the words that spoke. */
  readonly text: string;
  /** Those to show, in order. */
  readonly labels: readonly Label[];
  /** In words, or in icons alone where the row is narrow; what a screen reader says stays. */
  readonly look: Look;
  /** Of the page behind. */
  readonly theme: 'light' | 'dark';
  /** Whose panel is open. */
  readonly open: Label | null;
  readonly records: Records | 'loading' | 'failed';
  readonly list: ListVersion | null;
  /** Whether the reader has hidden it: then it goes with its panel. */
  readonly hidden: boolean;
  readonly settings: Settings;
  readonly near: Nearness;
  readonly t: Translate;
  /** Only ever called for what the reader did, never for what the page did. */
  onOpen(label: Label): void;
  onClose(): void;
  /** Settles when it is done; rejects when it could not be. */
  onAction(action: Action): Promise<void>;
}

/** Draws the mark, or brings it up to date. */
export function renderMark(root: ShadowRoot, props: MarkProps): void {
  const container = containerIn(root) ?? root.appendChild(newContainer(root.ownerDocument));
  // The language of our texts, which need not be the page's.
  container.lang = props.t('language');
  container.dir = props.t('direction');
  container.dataset['theme'] = props.theme;
  container.dataset['fit'] = props.look.fit;
  enclose(container, props.look, props.t);
  render(<Mark {...props} />, container);
}

export function unmountMark(root: ShadowRoot): void {
  const container = containerIn(root);
  if (!container) return;
  render(null, container);
  container.remove();
}

/** Gives the focus back to a badge, unless the reader has moved on to something else in the page. */
export function focusBadge(root: ShadowRoot, label: Label): void {
  const { activeElement, body } = root.ownerDocument;
  if (activeElement && activeElement !== body && activeElement !== root.host) return;
  badgeIn(root, label)?.focus({ preventScroll: true });
}

function Mark(props: MarkProps): JSX.Element {
  const { labels, open, assessment, t, onOpen, onClose } = props;
  const row = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span class="row" ref={row}>
        {labels.map((label) => (
          <Badge
            key={label}
            label={label}
            assessment={assessment}
            shares={labels.length > 1}
            opened={open === label ? PANEL : null}
            t={t}
            onPress={() => (open === label ? onClose() : onOpen(label))}
          />
        ))}
      </span>
      {open !== null && labels.includes(open) && <Panel {...props} id={PANEL} open={open} row={() => row.current} />}
    </>
  );
}

const PANEL = 'panel';

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

function badgeIn(parent: ParentNode, label: Label): HTMLElement | null {
  return parent.querySelector<HTMLElement>(`.badge[data-label="${label}"]`);
}

function containerIn(root: ShadowRoot): HTMLElement | null {
  return root.querySelector<HTMLElement>('.mark');
}

function newContainer(document: Document): HTMLElement {
  const container = document.createElement('div');
  container.className = 'mark';
  quiet(container);
  return container;
}
