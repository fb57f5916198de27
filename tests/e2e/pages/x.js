import { el, startFeed } from './feed.js';
import posts from './x-posts.json' with { type: 'json' };

startFeed({ posts, drawCell, estimate: 140 });

function drawCell(post) {
  return el('div', { 'data-testid': 'cellInnerDiv' }, el('div', {}, el('div', {}, drawPost(post))));
}

function drawPost(post) {
  return el(
    'article',
    { 'data-testid': 'tweet', role: 'article', tabindex: '0' },
    el('div', { 'data-testid': 'Tweet-User-Avatar' }, avatarOf(post, 'avatar')),
    el('div', { class: 'column' }, drawTop(post), drawText(post), post.quote ? drawQuote(post.quote) : null, drawActions()),
  );
}

function avatarOf(post, style) {
  return el('div', { 'data-testid': `UserAvatar-Container-${post.handle}`, class: style });
}

function drawTop(post) {
  const name = el(
    'div',
    { 'data-testid': 'User-Name' },
    el('a', { href: `/${post.handle}`, role: 'link', class: 'bold' }, el('span', {}, post.name)),
    el('a', { href: `/${post.handle}`, role: 'link', tabindex: '-1', class: 'grey' }, el('span', {}, `@${post.handle}`)),
    el('span', { class: 'grey' }, '·'),
    el(
      'a',
      { href: `/${post.handle}/status/${post.id}`, role: 'link', class: 'grey' },
      el('time', { datetime: '2026-03-01T08:00:00.000Z' }, 'Mar 1'),
    ),
  );
  const grok = el('button', { 'aria-label': 'Grok actions', type: 'button' }, '∅');
  const menu = el('button', { 'aria-label': 'More', 'data-testid': 'caret', type: 'button' }, '…');
  return el('div', { class: 'top' }, name, el('div', {}, grok, menu));
}

function drawText(post) {
  const { text, rest } = post;
  const words = el('div', { 'data-testid': 'tweetText', lang: 'en', dir: 'auto' }, text.flatMap(drawPiece));
  if (!rest) return words;
  function unfold() {
    // The text keeps its node; its words are replaced.
    words.replaceChildren(...[...text, ...rest].flatMap(drawPiece));
    more.remove();
    window.feed.layout();
  }
  const more = el(
    'button',
    { 'data-testid': 'tweet-text-show-more-link', type: 'button', click: unfold },
    el('span', {}, 'Show more'),
  );
  return el('div', {}, words, more);
}

/** A link's address stands in its words, in parts that are not all to be seen. */
function drawPiece(piece) {
  if (typeof piece === 'string') return el('span', {}, piece);
  const [shown, hidden] = [piece.link.slice(0, 28), piece.link.slice(28)];
  return el(
    'a',
    { href: `https://t.co/${piece.link.length}abc`, rel: 'noopener noreferrer nofollow', target: '_blank', role: 'link' },
    el('span', { 'aria-hidden': 'true' }, 'https://'),
    shown,
    hidden ? [el('span', { 'aria-hidden': 'true' }, hidden), el('span', { 'aria-hidden': 'true' }, '…')] : null,
  );
}

function drawQuote(quote) {
  return el(
    'div',
    { role: 'link', tabindex: '0', class: 'quote' },
    el(
      'div',
      { class: 'top' },
      avatarOf(quote, 'avatar small'),
      el(
        'div',
        { 'data-testid': 'User-Name' },
        el('span', { class: 'bold' }, quote.name),
        el('span', { class: 'grey' }, `@${quote.handle}`),
        el('time', { datetime: '2026-02-27T08:00:00.000Z', class: 'grey' }, 'Feb 27'),
      ),
    ),
    drawText(quote),
  );
}

function drawActions() {
  const actions = ['Reply', 'Repost', 'Like', 'Bookmark'].map((label) =>
    el('button', { 'aria-label': label, type: 'button' }, '○'),
  );
  return el('div', { role: 'group', 'aria-label': '7 replies, 21 reposts, 40 likes', class: 'grey' }, actions);
}
