import type { JSX } from 'preact';
import type { Translate } from '../ui/translate.ts';
import { FacebookPost } from './facebook-post.tsx';
import { FACEBOOK_POSTS, X_POSTS } from './posts.ts';
import { XPost } from './x-post.tsx';

/** The two feeds, side by side. It is drawn once: what the extension puts into it must stay, as in a site's page. */
export function DemoPage({ t }: { readonly t: Translate }): JSX.Element {
  return (
    <main class="demo">
      <header>
        <h1>{t('name')}</h1>
        <p>{t('demo_intro')}</p>
      </header>
      <div class="columns" id="feeds">
        <section aria-labelledby="as-on-x">
          <h2 id="as-on-x">{t('demo_x')}</h2>
          <div class="x" lang="en" dir="ltr">
            {X_POSTS.map((post) => (
              <XPost key={post.id} post={post} />
            ))}
          </div>
        </section>
        <section aria-labelledby="as-on-facebook">
          <h2 id="as-on-facebook">{t('demo_facebook')}</h2>
          <div class="fb" lang="en" dir="ltr">
            {FACEBOOK_POSTS.map((post, index) => (
              <FacebookPost key={post.id} post={post} position={index + 1} />
            ))}
          </div>
        </section>
      </div>
      <div id="report-place" />
    </main>
  );
}
