import { readdirSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILDS } from '../../src/cli/build-extension.ts';
import { LOCALES, messagesOf } from '../ui/english.ts';
import { builtAnew, filesOf, hashesOf } from './builds.ts';

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

  function scripts(): readonly string[] {
    return [...files.keys()].filter((path) => /\.(js|html)$/.test(path));
  }

  test('comes out the same, byte for byte, a second time', () => {
    expect(hashesOf(again)).toEqual(hashesOf(folder));
  });

  test('asks for storage and the hosts of the two sites, and nothing more', () => {
    const addresses = HOSTS.map((host) => `https://${host}/*`);
    expect(manifest['permissions']).toEqual(['storage']);
    expect(manifest['host_permissions']).toEqual(addresses);
    expect(manifest['content_scripts']).toEqual([expect.objectContaining({ matches: addresses })]);
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

  test('has a content script in one file that loads no other', () => {
    const [entry] = manifest['content_scripts'] as readonly {
      readonly js: readonly string[];
      readonly css?: readonly string[];
    }[];
    expect(entry?.js).toHaveLength(1);
    expect(entry?.css).toBeUndefined();
    const code = text(entry?.js[0] as string);
    expect(code).not.toMatch(/\bimport\s*\(/);
    expect(code).not.toMatch(/^\s*(import|export)\s/m);
    expect(code.length).toBeGreaterThan(1000);
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
