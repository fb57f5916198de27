// biome-ignore-all lint/a11y: the elements, roles and attributes are X's own

import type { JSX } from 'preact';
import type { DemoCard, DemoPost } from './posts.ts';
import { typedText } from './typed-text.tsx';
import './x-post.css';

/** A post with the elements, test ids and link shims that X gives it, so that the adapter reads it as it reads X. */
export function XPost({ post }: { readonly post: DemoPost }): JSX.Element {
  const { id, name, handle, ago, card, quoted } = post;
  return (
    <div data-testid="cellInnerDiv">
      <article data-testid="tweet" role="article" tabIndex={0} aria-labelledby={`name-${id} text-${id}`} class="x-post">
        <div data-testid="Tweet-User-Avatar">
          <div data-testid={`UserAvatar-Container-${handle}`}>
            <a href={`/${handle}`} aria-hidden="true" role="link" tabIndex={-1} class="avatar">
              {name[0]}
            </a>
          </div>
        </div>
        <div class="x-side">
          <div class="x-head">
            <div data-testid="User-Name" id={`name-${id}`} class="x-name">
              <a href={`/${handle}`} role="link" tabIndex={-1}>
                <span>{name}</span>
              </a>
              <a href={`/${handle}`} role="link" tabIndex={-1} class="x-quiet">
                <span>@{handle}</span>
              </a>
              <div dir="ltr" aria-hidden="true" class="x-quiet">
                <span>·</span>
              </div>
              <a href={`/${handle}/status/${id}`} role="link" tabIndex={-1} class="x-quiet">
                <time datetime="2026-03-02T09:00:00.000Z">{ago}</time>
              </a>
            </div>
            <div class="x-buttons">
              <button type="button" aria-label="Grok actions" tabIndex={-1}>
                <Glyph d="M4 12a8 8 0 1 1 4 7M9 15l6-6" />
              </button>
              <button
                type="button"
                aria-label="More"
                aria-haspopup="menu"
                aria-expanded="false"
                data-testid="caret"
                tabIndex={-1}
              >
                <Glyph d="M5 12h.1M12 12h.1M19 12h.1" />
              </button>
            </div>
          </div>
          <XText post={post} />
          {card && <XCard card={card} />}
          {quoted && <XQuote post={quoted} />}
          <div role="group" aria-label="4 replies, 9 reposts, 61 likes" class="x-actions" inert>
            <button type="button" data-testid="reply" aria-label="4 Replies. Reply">
              <Glyph d="M4 5h16v11H12l-5 4v-4H4z" />
            </button>
            <button type="button" data-testid="retweet" aria-label="9 reposts. Repost">
              <Glyph d="M6 18V7l-3 3m3-3 3 3M18 6v11l3-3m-3 3-3-3" />
            </button>
            <button type="button" data-testid="like" aria-label="61 Likes. Like">
              <Glyph d="M12 20C4 14 3 10 4 8c2-4 6-3 8 0 2-3 6-4 8 0 1 2 0 6-8 12z" />
            </button>
            <button type="button" data-testid="bookmark" aria-label="Bookmark">
              <Glyph d="M6 4h12v16l-6-4-6 4z" />
            </button>
          </div>
        </div>
      </article>
    </div>
  );
}

function XText({ post }: { readonly post: DemoPost }): JSX.Element {
  return (
    <div data-testid="tweetText" lang="en" dir="auto" id={`text-${post.id}`}>
      {typedText(post.text, {
        address: (address) => <ShortLink address={address} />,
        emoji: (emoji, source) => <img alt={emoji} draggable={false} src={source} class="emoji" />,
      })}
    </div>
  );
}

const SHOWN_CHARACTERS = 27;

/** X sends every link through t.co and writes the true address into the text, its beginning and its end unseen. */
function ShortLink({ address }: { readonly address: string }): JSX.Element {
  const [, beginning, rest = ''] = address.split(/^(https:\/\/(?:www\.)?)/);
  return (
    <a dir="ltr" href={shim(address)} rel="noopener noreferrer nofollow" target="_blank" role="link" tabIndex={-1}>
      <span aria-hidden="true" class="x-unseen">
        {beginning}
      </span>
      {rest.slice(0, SHOWN_CHARACTERS)}
      {rest.length > SHOWN_CHARACTERS && (
        <>
          <span aria-hidden="true" class="x-unseen">
            {rest.slice(SHOWN_CHARACTERS)}
          </span>
          <span aria-hidden="true">…</span>
        </>
      )}
    </a>
  );
}

/** A preview tells the host of its link and nothing more. */
function XCard({ card }: { readonly card: DemoCard }): JSX.Element {
  const host = new URL(card.address).hostname.replace(/^www\./, '');
  return (
    <div data-testid="card.wrapper" class="x-box">
      <div data-testid="card.layoutLarge.media">
        <a
          href={shim(card.address)}
          rel="noopener noreferrer nofollow"
          target="_blank"
          role="link"
          aria-label={`${host} ${card.title}`}
          tabIndex={-1}
          class="x-card"
        >
          <span>{card.title}</span>
        </a>
      </div>
      <a href={shim(card.address)} rel="noopener noreferrer nofollow" target="_blank" role="link" tabIndex={-1} class="x-quiet">
        From {host}
      </a>
    </div>
  );
}

/** A quoted post has no permalink and no links to its author. */
function XQuote({ post }: { readonly post: DemoPost }): JSX.Element {
  const { id, name, handle, ago } = post;
  return (
    <div aria-labelledby={`quote-${id}`} id={`quote-box-${id}`} role="group">
      <div dir="ltr" id={`quote-${id}`} class="x-unseen">
        <span>Quote</span>
      </div>
      <div role="link" tabIndex={-1} class="x-box x-quote">
        <div data-testid="Tweet-User-Avatar">
          <div data-testid={`UserAvatar-Container-${handle}`}>
            <div aria-hidden="true" role="presentation" class="avatar small">
              {name[0]}
            </div>
          </div>
        </div>
        <div data-testid="User-Name" class="x-name">
          <span>{name}</span>
          <span class="x-quiet">@{handle}</span>
          <div dir="ltr" aria-hidden="true" class="x-quiet">
            <span>·</span>
          </div>
          <div dir="ltr" class="x-quiet">
            <time datetime="2026-03-02T08:00:00.000Z">{ago}</time>
          </div>
        </div>
        <XText post={post} />
      </div>
    </div>
  );
}

function Glyph({ d }: { readonly d: string }): JSX.Element {
  return (
    <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" class="glyph">
      <path d={d} />
    </svg>
  );
}

/** A short address that tells nothing of its target, and leads nowhere. */
function shim(address: string): string {
  let hash = 0;
  for (const letter of address) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return `https://t.co/demo${hash.toString(36)}`;
}
