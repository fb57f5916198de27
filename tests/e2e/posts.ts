import type { Tab } from '../../src/cli/browsers/browser.ts';
import type { Label } from '../../src/core/assessment.ts';
import facebook from './pages/facebook-posts.json' with { type: 'json' };
import x from './pages/x-posts.json' with { type: 'json' };
import { badgesOn, until } from './stage.ts';

// The invented posts of the pages, and which badges stand on which of them. JSON has no comments: `is` there says what a post
// must be marked with, `unfolded` what it must be when the rest of its text is shown.

declare global {
  /** What pages/feed.js lets a test do with a page. */
  var feed: {
    redraw(): void;
    recycle(id: string, other: object): void;
    prepend(post: object): void;
    draw(post: object): HTMLElement;
    extend(posts: readonly object[]): void;
    isForeign(element: Element): boolean;
    dropForeign(): number;
  };
}

/** The labels of every marked post, by the first words of its text. */
export type Marks = Readonly<Record<string, readonly string[]>>;

interface InventedPost {
  readonly text: readonly (string | object)[];
  readonly is: readonly string[];
  readonly quote?: InventedPost;
  readonly comments?: readonly InventedPost[];
}

const POSTS: readonly InventedPost[] = [...x.near, ...x.far, ...facebook.near, ...facebook.far].flatMap((post: InventedPost) => [
  post,
  ...(post.quote ? [post.quote] : []),
  ...(post.comments ?? []),
]);

/** What the posts near the top must be marked with. */
export const X_MARKS = marksWanted(x.near);
export const FACEBOOK_MARKS = marksWanted(facebook.near);

function marksWanted(posts: readonly InventedPost[]): Marks {
  const all = posts.flatMap((post) => [post, ...(post.quote ? [post.quote] : []), ...(post.comments ?? [])]);
  return Object.fromEntries(all.filter(({ is }) => is.length > 0).map((post) => [wordsOf(post), post.is]));
}

/** What stands on the page now. */
export async function marksOn(tab: Tab): Promise<Marks> {
  const texts = await tab.inClosedRoots((root) => root.host.parentElement?.textContent ?? '');
  const marks: Record<string, Label[]> = {};
  for (const { label, root } of await badgesOn(tab)) {
    const words = firstWordsIn(texts[root] ?? '');
    marks[words] = [...(marks[words] ?? []), label];
  }
  return marks;
}

/** Waits until just these marks stand on the page, and returns those that do. */
export function marked(tab: Tab, marks: Marks): Promise<Marks> {
  return until(
    () => marksOn(tab),
    (now) => sorted(now) === sorted(marks),
  );
}

function sorted(marks: Marks): string {
  return JSON.stringify(Object.entries(marks).sort());
}

/** A post's own words come before those of what it quotes and of the comments under it. */
function firstWordsIn(text: string): string {
  const found = POSTS.map((post) => ({ words: wordsOf(post), at: text.indexOf(wordsOf(post)) })).filter(({ at }) => at >= 0);
  return found.sort((one, other) => one.at - other.at)[0]?.words ?? `no invented post: ${text.slice(0, 80)}`;
}

function wordsOf({ text }: InventedPost): string {
  return typeof text[0] === 'string' ? text[0] : '';
}
