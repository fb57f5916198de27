import type { JSX } from 'preact';
import type { SiteId } from '../core/post.ts';
import { SITE_NAMES } from './names.ts';
import type { Translate } from './translate.ts';

/** A site that the browser does not let us read, or did not until now. */
export interface SiteAccess {
  readonly site: SiteId;
  readonly state: 'missing' | 'allowed' | 'refused';
}

export interface AccessNoticeProps {
  readonly access: SiteAccess;
  readonly t: Translate;
  onAllow(site: SiteId): void;
}

export function AccessNotice({ access: { site, state }, t, onAllow }: AccessNoticeProps): JSX.Element {
  const name = t(SITE_NAMES[site]);
  return (
    <div class="notice" role="status">
      {state === 'allowed' ? (
        <p>{t('access_allowed', name)}</p>
      ) : (
        <>
          <p>{t('access_missing', name)}</p>
          {state === 'refused' && <p>{t('access_refused')}</p>}
          <p class="buttons">
            <button type="button" class="press" onClick={() => onAllow(site)}>
              {t('access_allow', name)}
            </button>
          </p>
        </>
      )}
    </div>
  );
}
