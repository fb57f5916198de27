/** Whether the page looks as we know the site. */
export interface SelfCheck {
  /** To be called when something on the page has changed and was read. */
  look(): void;
  layout(): 'read' | 'unreadable';
}

export interface SelfCheckNeeds {
  /** Elements that have the shape of a post's words, by signs that reading does not go by. */
  shapes(): readonly Element[];
  isRead(shape: Element): boolean;
  now(): number;
}

/** Milliseconds between two looks. */
const APART = 3000;
/** A page has to look so this many times: while it loads it often does. */
const LOOKS = 3;
/** Fewer say nothing: a page about something else has some long texts, too. */
const FEWEST = 4;
/** More say nothing new. */
const MOST = 16;

/**
 * Compares what looks like posts with what is read of it. Both sites change their markup, often for some readers only, and an
 * extension that reads nothing any more looks like one that finds nothing. Nothing is stored or told; the popup asks.
 */
export function selfCheck({ shapes, isRead, now }: SelfCheckNeeds): SelfCheck {
  let last = Number.NEGATIVE_INFINITY;
  let unread = 0;
  return {
    look() {
      if (now() - last < APART) return;
      last = now();
      const seen = shapes().slice(0, MOST);
      if (seen.length < FEWEST) return;
      unread = seen.filter(isRead).length * 2 < seen.length ? unread + 1 : 0;
    },
    layout: () => (unread >= LOOKS ? 'unreadable' : 'read'),
  };
}
