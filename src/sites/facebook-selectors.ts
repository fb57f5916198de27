/** What the parts of Facebook's pages are known by, where more than one file has to know. */

/** Feeds number their posts; menus, lists and radio buttons number other things and have roles of their own. */
export const NUMBERED = 'div[aria-posinset]:not([role]), div[aria-posinset][role="article"]';
export const ARTICLE = 'div[role="article"]:not([aria-label])';
export const POST = `${NUMBERED}, ${ARTICLE}`;
/** "Comment by …", in the reader's language. */
export const COMMENT = 'div[role="article"][aria-label]:not([aria-posinset])';

export const NAME = '[data-ad-rendering-role="profile_name"]';
export const HEADING = 'h2, h3, h4';
export const MESSAGE = [
  '[data-ad-rendering-role="story_message"]',
  '[data-ad-comet-preview="message"]',
  '[data-ad-preview="message"]',
  '[data-ad-rendering-role="creative_body"]',
].join(', ');
/** What a post has besides its header. */
export const BODY = `${MESSAGE}, [data-ad-rendering-role="like_button"]`;

export const COMMENT_LINK = 'a[href*="comment_id="]';
export const COMMENT_TEXT = 'span[lang]';
/** Where no sign of a text is left: what people typed stands in blocks, what Facebook wrote in spans, and each line finds its own direction. */
export const TYPED_LINE =
  'span[dir="auto"] > div:not([role]), span[dir="auto"] div[dir="auto"], div[dir="auto"][style*="text-align"]';
export const DECOY = '[data-0], [aria-hidden="true"]';
/** What is no text although it looks like typed lines: labels, headings, cards. */
export const LABEL = `a, button, [role="button"], h1, h2, h3, h4, h5, h6, form, [role="toolbar"], ${DECOY}`;

/** What holds all the posts there are, and what holds one of its entries. Within a post there can be more of the latter. */
export const FEED = '[role="feed"], [role="main"], [role="dialog"], body';
export const ENTRY = '[data-virtualized]';
export const NOT_A_FEED = [
  '[contenteditable]:not([contenteditable="false"]), [role="textbox"], [data-lexical-editor], form',
  '[role="complementary"], [role="navigation"], [role="banner"], [role="grid"], [role="log"], [data-0]',
].join(', ');

/** Whatever says by an attribute of its own that it is a post, a comment, or a part of one. */
export const SIGN = '[data-ad-rendering-role], [data-ad-comet-preview], [data-ad-preview], [aria-posinset], [role="article"]';
