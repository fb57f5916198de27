import type { Label } from '../core/assessment.ts';
import type { Site, Slot } from '../sites/site.ts';
import type { Action } from '../ui/actions.tsx';
import { badgeBox, type Look, looksFor } from '../ui/badge-box.ts';
import { focusBadge, type MarkProps, renderMark, unmountMark } from '../ui/mark.ts';
import { createShadow } from '../ui/shadow.ts';
import { createHost } from './host.ts';
import { lease } from './lease.ts';
import { type Point, placeInColumn, placeInRow, placeInStrip, placeInText, type Room, type Size, STRIP } from './placement.ts';
import { roomOf } from './room.ts';
import { type Theme, themeReader } from './theme.ts';

/** What a badge shows, whatever its place. */
export type Content = Omit<MarkProps, 'look' | 'theme' | 't' | 'onIntent' | 'onOpen' | 'onClose' | 'onAction'>;

export interface BadgesNeeds {
  readonly site: Site;
  readonly t: MarkProps['t'];
  /** Whether the extension is still there. */
  isAlive(): boolean;
  /** The reader may be about to open a badge's panel. */
  onIntent(): void;
  onOpen(root: Element, label: Label): void;
  onClose(root: Element): void;
  onAction(root: Element, action: Action): Promise<void>;
}

export interface Badges {
  /** Shows a post's badge, or brings it up to date, and puts it back where the site has dropped it. */
  show(root: Element, content: Content): void;
  remove(root: Element): void;
  focus(root: Element, label: Label): void;
  /** Something at `node` has changed that may have moved what is beside the post's badge. */
  touch(root: Element, node: Node): void;
  /** The page may have another theme. */
  restyle(): void;
  /** Whether it is by our own hand that a badge came or went. */
  isOwn(node: Node, came: boolean): boolean;
}

interface Badge {
  readonly root: Element;
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
  slot: Slot;
  /** The elements whose size tells that the badge must be placed anew. */
  watched: readonly Element[];
  content: Content;
  look: Look;
  theme: Theme;
  /** What is done to the host where the layout puts it. */
  shift: Shift;
}

interface Shift extends Point {
  readonly scale: number;
}

/**
 * The badges of a page: one host for each post, out of the flow, so that nothing moves for it, and the first child of its slot, so
 * that it is itself not moved by the layout when the post grows: last, it would be, and count as a layout shift.
 *
 * A badge is placed by its `translate` alone. What is around it is measured when the browser tells that something has its size,
 * after the layout and before the painting: so a new badge is in its place when it is first seen, and no layout is forced.
 */
export function badgesOf({ site, t, isAlive, onIntent, onOpen, onClose, onAction }: BadgesNeeds, signal: AbortSignal): Badges {
  const badges = new Map<Element, Badge>();
  const hosts = new WeakMap<Node, Badge>();
  const watchers = new WeakMap<Element, Set<Badge>>();
  const sizes = new ResizeObserver((entries) => {
    const resized = new Set<Badge>();
    for (const { target } of entries) for (const badge of watchers.get(target) ?? []) resized.add(badge);
    place([...resized]);
  });
  let themeOf = themeReader();
  let lastTheme: Theme = 'light';

  signal.addEventListener(
    'abort',
    () => {
      sizes.disconnect();
      for (const root of [...badges.keys()]) remove(root);
    },
    { once: true },
  );

  function show(root: Element, content: Content): void {
    const badge = badges.get(root) ?? create(root, content);
    const dropped = !isInPlace(badge);
    const changed = !isSame(badge.content, content);
    if (dropped) putIn(badge, site.slotOf(root));
    if (badge.content.settings.badgeText !== content.settings.badgeText) placeSoon(badge);
    badge.content = content;
    // A panel that was open when the site dropped the badge opens again by being drawn.
    if (dropped || changed) draw(badge);
  }

  function create(root: Element, content: Content): Badge {
    const host = createHost(root.ownerDocument);
    const badge: Badge = {
      root,
      host,
      shadow: createShadow(host),
      slot: { parent: root, row: null, until: null },
      watched: [],
      content,
      look: looksFor(content.settings.badgeText)[0] as Look,
      theme: lastTheme,
      shift: { left: 0, top: 0, scale: 1 },
    };
    lease(badge.shadow, isAlive);
    badges.set(root, badge);
    hosts.set(host, badge);
    return badge;
  }

  function draw(badge: Badge): void {
    const { root, shadow, content, look, theme } = badge;
    renderMark(shadow, {
      ...content,
      look,
      theme,
      t,
      onIntent,
      onOpen: (label) => onOpen(root, label),
      onClose: () => onClose(root),
      onAction: (action) => onAction(root, action),
    });
  }

  function putIn(badge: Badge, slot: Slot): void {
    ignore(badge);
    badge.slot = slot;
    badge.watched = [...new Set([badge.root, slot.parent, ...(slot.row ? [slot.row] : [])])];
    for (const element of badge.watched) {
      const set = watchers.get(element) ?? new Set();
      watchers.set(element, set.add(badge));
      sizes.observe(element);
    }
    slot.parent.prepend(badge.host);
  }

  function ignore(badge: Badge): void {
    for (const element of badge.watched) {
      const set = watchers.get(element);
      set?.delete(badge);
      if (set?.size === 0) sizes.unobserve(element);
    }
  }

  /** An element that is observed anew is reported once more, when the layout is done. */
  function placeSoon(badge: Badge): void {
    sizes.unobserve(badge.root);
    sizes.observe(badge.root);
  }

  function remove(root: Element): void {
    const badge = badges.get(root);
    if (!badge) return;
    badges.delete(root);
    ignore(badge);
    badge.host.remove();
    unmountMark(badge.shadow);
  }

  /** Reads everything before it writes anything, so that the layout is asked for once, when it is done. */
  function place(resized: readonly Badge[]): void {
    // What is hidden with its post has no size; it is told again when it is seen again.
    const seen = resized
      .map((badge) => ({ badge, room: roomOf(badge.root, badge.slot), box: badge.host.getBoundingClientRect() }))
      .filter(({ box }) => box.height > 0);
    const placed = seen.map(({ badge, room, box }) => {
      const height = box.height / badge.shift.scale;
      const looks = looksFor(badge.content.settings.badgeText);
      const roomiest = (placeIn: typeof placeInRow) => looks.find((each) => placeIn(room, sizeOf(each, height)));
      const look = roomiest(placeInRow) ?? roomiest(placeInText) ?? (looks.at(-1) as Look);
      const size = sizeOf(look, height);
      const theme = themeOf(badge.slot.parent);
      // Where the layout puts the host: its start stays when its width changes, and from right to left that is its right.
      const grown = room.direction === 'rtl' ? sizeOf(badge.look, height).width - size.width : 0;
      const corner = { left: box.left - badge.shift.left + grown, top: box.top - badge.shift.top };
      return { badge, look, theme, shift: shiftTo(room, size, corner) };
    });
    for (const { badge, look, theme, shift } of placed) {
      if (look !== badge.look || theme !== badge.theme) {
        badge.look = look;
        badge.theme = theme;
        draw(badge);
      }
      move(badge, shift);
      lastTheme = theme;
    }
  }

  function sizeOf(look: Look, height: number): Size {
    const { inline, block } = badgeBox(look, t);
    return { width: (height * inline) / block, height };
  }

  return {
    show,
    remove,
    focus(root, label) {
      const badge = badges.get(root);
      if (badge) focusBadge(badge.shadow, label);
    },
    touch(root, node) {
      const badge = badges.get(root);
      if (badge && isBeside(node, badge.slot)) placeSoon(badge);
    },
    restyle() {
      themeOf = themeReader();
      for (const badge of badges.values()) placeSoon(badge);
    },
    isOwn(node, came) {
      const badge = hosts.get(node);
      // A host that went although its badge is still to be shown was dropped by the site.
      return badge !== undefined && (came || badges.get(badge.root) !== badge);
    },
  };
}

/** What takes a host of that size to its place, from where the layout puts it. */
function shiftTo(room: Room, size: Size, corner: Point): Shift {
  const scale = Math.min(1, STRIP / size.height);
  const whole = placeInRow(room, size) ?? placeInColumn(room, size) ?? placeInText(room, size);
  const point = whole ?? placeInStrip(room, { width: size.width * scale, height: size.height * scale });
  return {
    left: Math.round(point.left) - corner.left,
    top: Math.round(point.top) - corner.top,
    scale: whole ? 1 : scale,
  };
}

function move(badge: Badge, shift: Shift): void {
  const { style } = badge.host;
  badge.shift = shift;
  const [translate, scale] = [`${shift.left}px ${shift.top}px`, `${shift.scale}`];
  // The page hears of each change of an attribute. It need not learn when a post is read anew.
  if (style.translate !== translate) style.translate = translate;
  if (style.scale !== scale) style.scale = scale;
  if (style.opacity !== '') style.opacity = '';
}

/** Whether the site has left the host, and what it stands beside, where they were. */
function isInPlace({ root, host, slot: { parent, row, until } }: Badge): boolean {
  return host.parentNode === parent && [parent, row, until].every((element) => element === null || root.contains(element));
}

/** Whether what changed at `node` may have made the row, what is after it or the text longer or shorter. */
function isBeside(node: Node, { row, until, column }: Slot): boolean {
  const isInRow = row !== null && (row.contains(node) || node.contains(row));
  return isInRow || [until, column?.beside].some((element) => element?.contains(node) === true);
}

function isSame(one: Content, other: Content): boolean {
  return (
    one.labels.join() === other.labels.join() &&
    (['assessment', 'text', 'open', 'draw', 'records', 'list', 'hidden', 'settings', 'near'] as const).every(
      (key) => one[key] === other[key],
    )
  );
}
