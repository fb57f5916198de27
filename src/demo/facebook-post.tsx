// biome-ignore-all lint/a11y: the elements, roles and attributes are Facebook's own

import type { JSX } from 'preact';
import type { DemoCard, DemoPost } from './posts.ts';
import { typedText } from './typed-text.tsx';
import './facebook-post.css';

/**
 * A post with the elements, roles and link shims that Facebook gives it, decoys and bait among them, so that the adapter reads it
 * as it reads Facebook.
 */
export function FacebookPost({ post, position }: { readonly post: DemoPost; readonly position: number }): JSX.Element {
  const { id, name, handle, ago, card, comments = [] } = post;
  return (
    <div data-virtualized="false">
      <div
        role="article"
        aria-posinset={position}
        aria-labelledby={`name-${id}`}
        aria-describedby={`time-${id} text-${id}`}
        class="fb-post"
      >
        <div class="fb-head">
          <a href={author(handle)} aria-hidden="true" role="link" tabIndex={-1} class="avatar">
            {name[0]}
          </a>
          <div class="fb-names">
            <div data-ad-rendering-role="profile_name">
              <h3 id={`name-${id}`}>
                <a href={author(handle)} role="link" tabIndex={-1}>
                  <strong>
                    <span>{name}</span>
                  </strong>
                </a>
              </h3>
            </div>
            <div id={`time-${id}`} class="fb-quiet">
              <a href={`https://www.facebook.com/${handle}/posts/${id}?__cft__[0]=AZdemo`} role="link" tabIndex={-1}>
                {ago}
              </a>
            </div>
          </div>
          <div
            role="button"
            aria-label={`Actions for ${name}’s post`}
            aria-haspopup="menu"
            aria-expanded="false"
            tabIndex={-1}
            class="fb-menu"
          >
            <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" class="glyph">
              <path d="M4 10h.1M10 10h.1M16 10h.1" />
            </svg>
          </div>
        </div>
        <Decoys />
        <div data-ad-rendering-role="story_message" class="fb-text">
          <div data-ad-comet-preview="message" data-ad-preview="message" id={`text-${id}`}>
            <span dir="auto">
              <FacebookText post={post} />
            </span>
          </div>
        </div>
        {card && <FacebookCard card={card} />}
        <Bait />
        <div data-visualcompletion="ignore-dynamic">
          <div class="fb-actions" inert>
            <div role="button" aria-label="Like" tabIndex={-1}>
              <span data-ad-rendering-role="like_button">Like</span>
            </div>
            <div role="button" aria-label="Leave a comment" tabIndex={-1}>
              <span data-ad-rendering-role="comment_button">Comment</span>
            </div>
            <div role="button" aria-label="Share" tabIndex={-1}>
              <span data-ad-rendering-role="share_button">Share</span>
            </div>
          </div>
          {comments.map((comment) => (
            <FacebookComment key={comment.id} comment={comment} to={post} />
          ))}
        </div>
      </div>
    </div>
  );
}

function FacebookComment({ comment, to }: { readonly comment: DemoPost; readonly to: DemoPost }): JSX.Element {
  const { id, name, handle, ago } = comment;
  const address = `https://www.facebook.com/${handle}?comment_id=${id}&__cft__[0]=AZdemo`;
  return (
    <div role="article" aria-label={`Comment by ${name} ${ago}`} tabIndex={-1} class="fb-comment">
      <a href={address} aria-hidden="true" role="link" tabIndex={-1} class="avatar small">
        {name[0]}
      </a>
      <div>
        <div class="fb-bubble">
          <a href={address} role="link" tabIndex={-1}>
            <span dir="auto">
              <strong>{name}</strong>
            </span>
          </a>
          <div>
            <span dir="auto" lang="en">
              <FacebookText post={comment} />
            </span>
          </div>
        </div>
        <ul aria-hidden="false" class="fb-under">
          <li>
            <a href={`https://www.facebook.com/${to.handle}/posts/${to.id}?comment_id=${id}`} role="link" tabIndex={-1}>
              {ago}
            </a>
          </li>
          <li>
            <div role="button" tabIndex={-1}>
              Like
            </div>
          </li>
          <li>
            <div role="button" tabIndex={-1}>
              Reply
            </div>
          </li>
        </ul>
      </div>
    </div>
  );
}

function FacebookText({ post }: { readonly post: DemoPost }): JSX.Element {
  return (
    <div dir="auto">
      {typedText(post.text, {
        address: (address) => (
          <a href={shim(address)} rel="nofollow noreferrer" target="_blank" role="link" tabIndex={-1}>
            {shortened(address)}
          </a>
        ),
        emoji: (emoji, source) => (
          <span>
            <img height="16" width="16" alt={emoji} src={source} />
          </span>
        ),
      })}
    </div>
  );
}

function FacebookCard({ card }: { readonly card: DemoCard }): JSX.Element {
  return (
    <a href={shim(card.address)} rel="nofollow noreferrer" target="_blank" role="link" tabIndex={-1} class="fb-card">
      <span class="fb-quiet">{new URL(card.address).hostname.toUpperCase()}</span>
      <strong>{card.title}</strong>
    </a>
  );
}

/** Facebook puts text outside of the screen for those who read its pages by machine. */
function Decoys(): JSX.Element {
  return (
    <div data-0="0" aria-hidden="true" class="fb-decoy">
      <span>Facebook</span>
    </div>
  );
}

/** And a preview card of a site that does not exist, hidden. */
function Bait(): JSX.Element {
  return (
    <div style={{ display: 'none' }}>
      <a href="/?__cft__[0]=AZdemo#?dak" role="link" tabIndex={-1}>
        <span data-ad-rendering-role="meta">5qkkx.example</span>
        <span data-ad-rendering-role="title">Learn More</span>
        <span data-ad-rendering-role="description">I was diagnosed with a rainbow</span>
      </a>
    </div>
  );
}

function author(handle: string): string {
  return `https://www.facebook.com/${handle}?__cft__[0]=AZdemo&__tn__=-UC`;
}

/** Facebook sends every link through a page of its own, with a mark of the reader on the target. */
function shim(address: string): string {
  const target = new URL(address);
  target.searchParams.set('fbclid', 'IwDemo');
  return `https://l.facebook.com/l.php?${new URLSearchParams({ u: target.href, h: 'ATdemo', __tn__: '-UK-R' })}`;
}

const SHOWN_CHARACTERS = 40;

function shortened(address: string): string {
  if (address.length <= SHOWN_CHARACTERS) return address;
  const { host, pathname } = new URL(address);
  return `https://${host}/.../${pathname.split('/').filter(Boolean).at(-1)}`;
}
