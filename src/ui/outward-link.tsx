import type { ComponentChildren, JSX } from 'preact';
import type { Translate } from './translate.ts';

export interface OutwardLinkProps {
  readonly href: string | null;
  readonly t: Translate;
  readonly children: ComponentChildren;
}

/** A link out of the page, in a new tab that learns nothing of this one. What is no plain https address stays text. */
export function OutwardLink({ href, t, children }: OutwardLinkProps): JSX.Element {
  const address = href === null ? null : httpsAddress(href);
  if (address === null) return <span class="address">{children}</span>;
  return (
    <a class="address" href={address} target="_blank" rel="noopener noreferrer">
      {children}
      <span class="unseen"> {t('new_tab')}</span>
    </a>
  );
}

/**
 * The address when it may be opened from our panel; `null` for every other text.
 *
 *     httpsAddress('https://www.orpha.net')         // 'https://www.orpha.net/'
 *     httpsAddress('javascript:alert(1)')           // null
 *     httpsAddress('https://who.int@evil.example')  // null: made to be misread
 */
export function httpsAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
}
