import type { JSX } from 'preact';
import type { SiteId } from '../core/post.ts';
import { SITE_NAMES } from '../ui/names.ts';
import type { MessageId, Translate } from '../ui/translate.ts';
import { FacebookPost } from './facebook-post.tsx';
import './feeds.css';
import { FACEBOOK_POSTS, X_POSTS } from './posts.ts';
import { XPost } from './x-post.tsx';

export interface FeedsProps {
  /** Whether each feed scrolls in a box of its own, as on a phone. */
  readonly boxed: boolean;
  readonly t: Translate;
}

/** The two feeds, side by side. They are drawn once: what the extension puts into them must stay, as in a site's page. */
export function Feeds({ boxed, t }: FeedsProps): JSX.Element {
  return (
    <div class="columns" id="feeds">
      <Feed site="x" heading="demo_x" boxed={boxed} t={t}>
        {X_POSTS.map((post) => (
          <XPost key={post.id} post={post} />
        ))}
      </Feed>
      <Feed site="facebook" heading="demo_facebook" boxed={boxed} t={t}>
        {FACEBOOK_POSTS.map((post, index) => (
          <FacebookPost key={post.id} post={post} position={index + 1} />
        ))}
      </Feed>
    </div>
  );
}

interface FeedProps extends FeedsProps {
  readonly site: SiteId;
  readonly heading: MessageId;
  readonly children: JSX.Element[];
}

function Feed({ site, heading, boxed, t, children }: FeedProps): JSX.Element {
  const feed = (
    <div class={CLASSES[site]} lang="en" dir="ltr">
      {children}
    </div>
  );
  return (
    <section aria-labelledby={`as-on-${site}`}>
      <h2 id={`as-on-${site}`}>{t(heading)}</h2>
      {boxed ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
        <section class="boxed" aria-label={t('feed_of', t(SITE_NAMES[site]))} tabIndex={0}>
          {feed}
        </section>
      ) : (
        feed
      )}
    </section>
  );
}

const CLASSES: Readonly<Record<SiteId, string>> = { x: 'x', facebook: 'fb' };
