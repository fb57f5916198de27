import posts from './facebook-posts.json' with { type: 'json' };
import { el, startFeed } from './feed.js';

let drawn = 0;

startFeed({ posts, drawCell, estimate: 180 });

/** Posts of today: numbered, without a role. The comments under them are articles with a name. */
function drawCell(post) {
  drawn += 1;
  const number = drawn;
  return el(
    'div',
    { class: 'cell', 'data-virtualized': 'false' },
    el(
      'div',
      { class: 'post', 'aria-posinset': String(number), 'aria-describedby': `d${number}`, 'aria-labelledby': `l${number}` },
      drawDecoys(),
      drawTop(post),
      drawMessage(post),
      drawBait(),
      drawBar(),
      (post.comments ?? []).map(drawComment),
    ),
  );
}

/** Nodes out of sight that say "Facebook" to whoever reads the text of a post. */
function drawDecoys() {
  return ['Facebook', 'Facebook', 'Learn more'].map((words) => el('div', { 'data-0': '0' }, el('span', {}, words)));
}

function drawTop(post) {
  const name = el(
    'h4',
    { 'data-ad-rendering-role': 'profile_name' },
    el('a', { href: `https://www.facebook.com/${post.handle}?__cft__[0]=AZV`, role: 'link' }, el('span', {}, post.name)),
  );
  const when = el('a', { href: `https://www.facebook.com/${post.handle}/posts/${post.id}?__cft__[0]=AZV`, role: 'link' }, '6 h');
  const menu = el('div', { role: 'button', tabindex: '0', 'aria-label': 'Actions for this post' }, '…');
  return el(
    'div',
    { class: 'top' },
    el('div', { class: 'avatar' }),
    el('div', { class: 'names' }, name, el('div', { class: 'when' }, when)),
    menu,
  );
}

function drawMessage(post) {
  const lines = el('div', { style: 'text-align: start', dir: 'auto' }, post.text.map(drawPiece));
  if (post.rest) {
    function unfold() {
      lines.replaceChildren(...[...post.text, ...post.rest].map(drawPiece));
      window.feed.layout();
    }
    lines.append(' ', el('div', { role: 'button', tabindex: '0', style: 'display: inline', click: unfold }, 'See more'));
  }
  const message = el(
    'div',
    { 'data-ad-comet-preview': 'message', 'data-ad-preview': 'message' },
    el('span', { dir: 'auto' }, lines),
  );
  return el('div', { 'data-ad-rendering-role': 'story_message' }, message);
}

function drawPiece(piece) {
  if (typeof piece === 'string') return piece;
  const shim = new URL('https://l.facebook.com/l.php');
  shim.searchParams.set('u', `${piece.link}?fbclid=IwZXh0`);
  shim.searchParams.set('h', 'AT0');
  const { host, pathname } = new URL(piece.link);
  return el(
    'a',
    { href: shim.href, role: 'link', target: '_blank', rel: 'nofollow noreferrer' },
    `${host}${pathname.slice(0, 8)}...`,
  );
}

/** A card that nobody sees, with a made-up address. */
function drawBait() {
  return el(
    'div',
    { class: 'bait' },
    el(
      'a',
      { href: '?__cft__[0]=AZV#?dak' },
      el('span', { 'data-ad-rendering-role': 'meta' }, '5QkKX.com'),
      el('span', {}, 'eLnra oMer'),
    ),
  );
}

function drawBar() {
  return el(
    'div',
    { class: 'bar' },
    el(
      'div',
      { role: 'button', tabindex: '0', 'aria-label': 'Like' },
      el('span', { 'data-ad-rendering-role': 'like_button' }, 'Like'),
    ),
    el('div', { role: 'button', tabindex: '0', 'aria-label': 'Leave a comment' }, 'Comment'),
    el('div', { role: 'button', tabindex: '0', 'aria-label': 'Send this to friends' }, 'Share'),
  );
}

function drawComment(comment) {
  const link = `https://www.facebook.com/${comment.handle}?comment_id=${comment.id}`;
  return el(
    'div',
    { role: 'article', 'aria-label': `Comment by ${comment.name} 2 hours ago`, tabindex: '-1' },
    el('div', { class: 'avatar' }),
    el(
      'div',
      {},
      el(
        'div',
        { class: 'bubble' },
        el('span', {}, el('a', { href: link, role: 'link' }, el('span', {}, comment.name))),
        el('div', {}, el('span', { dir: 'auto', lang: 'en' }, el('div', { dir: 'auto' }, ...comment.text))),
      ),
      el(
        'ul',
        {},
        el('li', {}, el('a', { href: link }, '2 h')),
        el('li', {}, el('div', { role: 'button', tabindex: '0' }, 'Reply')),
      ),
    ),
  );
}
