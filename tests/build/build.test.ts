import { readdirSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILDS } from '../../src/cli/build-extension.ts';
import { sites } from '../../src/sites/index.ts';
import { LOCALES, messagesOf } from '../ui/english.ts';
import { builtAnew, filesOf, hashesOf } from './builds.ts';

interface ContentScript {
  readonly matches: readonly string[];
  readonly js: readonly string[];
  readonly css?: readonly string[];
}

/** Characters. The aim is 60 KB, which X's keeps; Facebook's, whose markup says least about itself, does not yet. */
const MOST_IN_A_PAGE: Readonly<Record<string, number>> = { 'src/content/x.js': 61_440, 'src/content/facebook.js': 68_000 };

const HOSTS = ['x.com', 'mobile.x.com', 'twitter.com', 'mobile.twitter.com', 'www.facebook.com', 'web.facebook.com'];

describe.each(BUILDS)('the build for %s', (name) => {
  let folder: string;
  let again: string;
  let files: ReadonlyMap<string, Buffer>;
  let manifest: Readonly<Record<string, unknown>>;

  beforeAll(() => {
    folder = builtAnew(name);
    again = builtAnew(name);
    files = filesOf(folder);
    manifest = JSON.parse(text('manifest.json'));
  });

  afterAll(() => {
    for (const built of [folder, again]) if (built) rmSync(built, { recursive: true });
  });

  function text(path: string): string {
    const bytes = files.get(path);
    if (!bytes) throw new Error(`The build for ${name} has no ${path}. It has: ${[...files.keys()].join(', ')}`);
    return bytes.toString('utf8');
  }

  function entries(): readonly ContentScript[] {
    return manifest['content_scripts'] as readonly ContentScript[];
  }

  function scripts(): readonly string[] {
    return [...files.keys()].filter((path) => /\.(js|html)$/.test(path));
  }

  test('comes out the same, byte for byte, a second time', () => {
    expect(hashesOf(again)).toEqual(hashesOf(folder));
  });

  test('asks for storage, scripting and the hosts of the two sites, and nothing more', () => {
    const addresses = HOSTS.map((host) => `https://${host}/*`);
    expect(manifest['permissions']).toEqual(['storage', 'scripting']);
    expect(manifest['host_permissions']).toEqual(addresses);
    expect(entries().flatMap(({ matches }) => matches)).toEqual(addresses);
    for (const key of ['optional_permissions', 'optional_host_permissions', 'externally_connectable']) {
      expect(manifest).not.toHaveProperty(key);
    }
  });

  test('lets the browser hold it to its word: nothing of ours may ask the network or run a foreign script', () => {
    const { extension_pages: policy } = manifest['content_security_policy'] as { readonly extension_pages: string };
    const told = policy.split('; ').map((directive) => directive.split(' '));
    expect(Object.fromEntries(told.map(([name, ...from]) => [name, from.join(' ')]))).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data:",
      'connect-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
    });
  });

  test('has nothing that a page can fetch, so no page can tell that it is installed', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
  });

  test.each(sites.map((site) => [site.id, site] as const))(
    'has a script for %s in one file that loads no other',
    (_, { id, hosts }) => {
      const [entry, ...more] = entries().filter(({ js }) => js.includes(`src/content/${id}.js`));
      expect(more).toEqual([]);
      expect(entry?.matches).toEqual(hosts.map((host) => `https://${host}/*`));
      expect(entry?.js).toHaveLength(1);
      expect(entry?.css).toBeUndefined();
    },
  );

  test.each(['src/content/x.js', 'src/content/facebook.js', 'src/content/panel-script.js'])('%s loads nothing', (path) => {
    const code = text(path);
    expect(code).not.toMatch(/\bimport\s*\(/);
    expect(code).not.toMatch(/^\s*(import|export)\s/m);
    expect(code.length).toBeGreaterThan(1000);
  });

  test('what every page of a site has to load is small: panels are drawn by a script of their own', () => {
    for (const [script = ''] of entries().map(({ js }) => js)) {
      expect(text(script).length, script).toBeLessThan(MOST_IN_A_PAGE[script] ?? 0);
      expect(text(script), script).not.toContain('sources_heading');
    }
    expect(text('src/content/panel-script.js')).toContain('sources_heading');
  });

  test('never writes markup from a string and runs no code from one', () => {
    for (const path of scripts()) {
      expect(text(path), path).not.toMatch(/\.innerHTML|\.outerHTML\s*=|insertAdjacentHTML|document\.write\b/);
      expect(text(path), path).not.toMatch(/\beval\s*\(|new Function\b/);
    }
  });

  test('loads no script, style or font from the network', () => {
    for (const path of scripts()) {
      expect(text(path), path).not.toMatch(/<(script|link|img|iframe)[^>]+(src|href)=["']?(https?:)?\/\//i);
      expect(text(path), path).not.toMatch(/(from|import|importScripts\()\s*["'`]https?:/);
    }
  });

  test('ships no map of its sources and no test', () => {
    expect([...files.keys()].filter((path) => /\.map$|test|fixture/.test(path))).toEqual([]);
  });

  test('speaks every language that we have texts in, and English to everybody else', () => {
    for (const locale of readdirSync(LOCALES)) {
      expect(JSON.parse(text(`_locales/${locale}/messages.json`))).toEqual(messagesOf(locale));
    }
    expect(manifest['default_locale']).toBe('en');
  });

  test('keeps the indexes as files of their own', () => {
    const indexes = [...files.keys()].filter((path) => path.endsWith('.bin'));
    expect(indexes).not.toEqual([]);
  });
});
