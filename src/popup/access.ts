import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { SiteId } from '../core/post.ts';
import { sites } from '../sites/index.ts';
import type { SiteAccess } from '../ui/access-notice.tsx';

/** The sites that the browser does not let us read, and a way to ask it to. The asking has to come of a click. */
export function useAccess(): readonly [access: readonly SiteAccess[], allow: (site: SiteId) => void] {
  const [access, setAccess] = useState<readonly SiteAccess[]>([]);
  useEffect(() => {
    missingSites().then(setAccess);
  }, []);

  async function allow(site: SiteId): Promise<void> {
    const state = (await request(site)) ? 'allowed' : 'refused';
    setAccess((all) => all.map((each) => (each.site === site ? { site, state } : each)));
  }

  return [access, allow];
}

async function missingSites(): Promise<readonly SiteAccess[]> {
  const all = await Promise.all(sites.map(async ({ id }) => ({ id, has: await browser.permissions.contains(permissionOf(id)) })));
  return all.filter(({ has }) => !has).map(({ id }) => ({ site: id, state: 'missing' }));
}

async function request(site: SiteId): Promise<boolean> {
  try {
    return await browser.permissions.request(permissionOf(site));
  } catch {
    // The browser's policy can forbid it.
    return false;
  }
}

function permissionOf(site: SiteId): browser.Permissions.Permissions {
  const hosts = sites.find(({ id }) => id === site)?.hosts ?? [];
  return { origins: hosts.map((host) => `https://${host}/*`) };
}
