/** The sites whose pages we read. */
export type SiteId = 'x' | 'facebook';

/**
 * - `post`: a post of the feed;
 * - `comment`: an answer under a post that the site draws as a comment (Facebook);
 * - `quoted`: a post shown inside another one, quoted or shared. It is read as a post of its own.
 */
export type PostKind = 'post' | 'comment' | 'quoted';

/** A post as a site adapter reads it. Everything in it is plain text; nothing of it is ever stored. */
export interface Post {
  /** The same for the same post after the site draws it anew; differs between posts. */
  readonly id: string;
  readonly site: SiteId | null;
  readonly kind: PostKind;
  /** As a reader sees it: no decoys, no button labels, emoji as characters. */
  readonly text: string;
  readonly links: readonly Link[];
  /** BCP 47, where the page says so. */
  readonly language: string | null;
  /** Whether the site says that somebody paid for it: an advert. */
  readonly promoted: boolean;
  /** Whether the page shows only the beginning of the text. */
  readonly truncated: boolean;
  /**
   * The account's handle, without `@`, in lower case.
   * It is compared with the handles of listed bodies and nothing else is done with it.
   */
  readonly author: string | null;
}

export interface Link {
  /** The true target as far as the page tells it, tracking shims of the site removed. */
  readonly href: string;
  /**
   * - `text`: in the words of the post;
   * - `card`: a preview card whose address is known;
   * - `card-host`: a preview card that tells the host and no path; `href` is the host's root.
   */
  readonly place: 'text' | 'card' | 'card-host';
}
