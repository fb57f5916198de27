import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, readFiles } from '../../src/cli/folder-files.ts';
import { ROOT, sourceFiles } from '../../src/cli/source-files.ts';
import { english } from '../ui/english.ts';
import { gradeOf } from '../ui/reading-grade.ts';

// What people are told who cannot see from the code whether it is true: readers, reviewers of the stores, strangers.

const DOCUMENTS = sourceFiles().filter((path) => path.endsWith('.md') && !/^(src\/data|tests)\//.test(path));
const MANIFEST = jsonAt('manifest.json');
const PACKAGE = jsonAt('package.json');

function jsonAt(path: string) {
  return JSON.parse(text(path));
}

function text(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

describe.each(DOCUMENTS)('%s', (document) => {
  const written = text(document);
  const prose = written.replace(/```.*?```/gs, '');

  test('leads to nothing that is not there', () => {
    for (const [, path = '', anchor] of prose.matchAll(/\]\((?!https?:)([^)#]*)(#[^)]+)?\)/g)) {
      const target = join(dirname(document), path || document.slice(document.lastIndexOf('/') + 1));
      expect(existsSync(join(ROOT, target)), `${path} in ${document}`).toBe(true);
      if (anchor !== undefined) expect(anchorsIn(text(target)), `${document} leads to ${target}`).toContain(anchor);
    }
  });

  test('names no file of ours that is not there', () => {
    for (const [, path] of prose.matchAll(/`((?:src|tests|store|icons|\.github)\/[\w./-]+)`/g)) {
      expect(existsSync(join(ROOT, path as string)), `${path} in ${document}`).toBe(true);
    }
  });

  test('names no command that there is not', () => {
    for (const [, name] of written.matchAll(/npm run (?:-s )?([a-z]+)/g)) expect(PACKAGE.scripts).toHaveProperty(name as string);
  });

  test('names no oldest browser but those of the manifests', () => {
    for (const [said, browser, version] of prose.matchAll(/(Chrome|Firefox) (\d+)(?= (?:and|or) newer)/g)) {
      expect(version, said).toBe(browser === 'Chrome' ? MANIFEST.minimum_chrome_version : oldestFirefox());
    }
  });
});

test('the README tells of every command', () => {
  for (const name of Object.keys(PACKAGE.scripts)) expect(text('README.md')).toMatch(new RegExp(`npm (run )?${name}\\b`));
});

test('the oldest browsers stand in the table of versions', () => {
  const table = text('store/browser-versions.md');
  expect(table).toContain(`made of Chromium | ${MANIFEST.minimum_chrome_version} |`);
  expect(table).toContain(`Firefox on a desktop | ${oldestFirefox()} |`);
  expect(text('vite.config.ts')).not.toContain('gecko_android');
});

test('the change log begins with this version', () => {
  expect(text('CHANGELOG.md').match(/^## (\d+\.\d+\.\d+)/m)?.[1]).toBe(PACKAGE.version);
});

describe('the code map', () => {
  const map = text('src/README.md');
  const named = [...map.matchAll(/`([\w*.-]+(?:\.tsx?|\/))`/g)].map(([, name]) => name as string);
  const files = filesBelow(join(ROOT, 'src'));

  test('has every folder, every file beside them and every file of core', () => {
    const core = files.filter((path) => /^core\/[\w-]+\.ts$/.test(path)).map((path) => path.slice('core/'.length));
    const top = files.flatMap((path) =>
      path.includes('/') ? [`${path.split('/', 1)[0]}/`] : path.endsWith('.ts') ? [path] : [],
    );
    const patterns = named.map((name) => new RegExp(`^${name.replaceAll('.', '\\.').replace('*', '[\\w-]*')}$`));
    expect([...new Set([...core, ...top])].filter((name) => !patterns.some((pattern) => pattern.test(name)))).toEqual([]);
  });

  test('has no file that is not there', () => {
    const missing = named.filter((name) => !name.includes('*') && !files.some((path) => `/${path}`.includes(`/${name}`)));
    expect(missing).toEqual([]);
  });
});

describe('the threat model', () => {
  const rows =
    text('SECURITY.md')
      .match(/^\| .+ \|$/gm)
      ?.slice(2) ?? [];
  const shown = [...text('SECURITY.md').matchAll(/`(tests\/[\w./-]+)` \(\*(.+?)\*\)/g)];

  test('has for each attacker a test that shows what stops them', () => {
    expect(rows.length).toBeGreaterThan(8);
    for (const row of rows) expect(row).toMatch(/`tests\/[\w./-]+` \(\*/);
    expect(shown.length).toBe(text('SECURITY.md').match(/`tests\//g)?.length);
  });

  test.each(shown.map(([, file, title]) => [title, file] as [string, string]))('"%s" is in %s', (title, file) => {
    expect(text(file).includes(title)).toBe(true);
  });

  test('is one page', () => {
    expect(text('SECURITY.md').split(/\s+/).length).toBeLessThan(1200);
  });
});

describe('FAULTS.md', () => {
  const rows = (text('FAULTS.md').match(/^\| .+ \|$/gm) ?? []).filter((row) => !row.startsWith('| what happens'));
  const shown = rows.flatMap((row) => [...row.matchAll(/`(tests\/[\w./-]+)` \(\*(.+?)\*\)/g)]);

  test('says of each fault what the reader sees, in a sentence, and which test shows it', () => {
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) expect(row).toMatch(/^\| [^|]+ \| [^|]+\. \| `tests\/[\w./-]+` \(\*/);
    expect(shown.length).toBe(text('FAULTS.md').match(/`tests\//g)?.length);
  });

  test.each(shown.map(([, file, title]) => [title, file] as [string, string]))('"%s" is in %s', (title, file) => {
    expect(text(file)).toContain(title);
  });
});

describe('nothing is sent', () => {
  const scripts = filesBelow(join(ROOT, 'src')).filter((path) => /\.tsx?$/.test(path) && !/^(cli|data)\//.test(path));

  test('no shipped module can ask the network but the one that reads the files of the package', () => {
    const asking = [...readFiles(join(ROOT, 'src'), scripts)].flatMap(([path, bytes]) =>
      /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|WebTransport|RTCPeerConnection|importScripts)\(/.test(
        String(bytes),
      )
        ? [`src/${path}`]
        : [],
    );
    expect(asking).toEqual(['src/background/packaged.ts']);
    expect(text('src/background/packaged.ts').match(/\bfetch\(/g)).toHaveLength(1);
    expect(text('store/reviewer-notes.md')).toContain('`src/background/packaged.ts`');
  });
});

describe('what the stores are told', () => {
  const listing = text('store/listing.md');
  const quoted = (heading: string) => quotedUnder(listing, heading);

  test('has the name and the summary of the manifest, as long as they may be', () => {
    expect(quoted('Name')).toBe(english('name'));
    expect(quoted('Summary')).toBe(english('description'));
    expect(quoted('Name').length).toBeLessThanOrEqual(45);
    expect(quoted('Summary').length).toBeLessThanOrEqual(132);
    expect(quoted('Description').length).toBeLessThanOrEqual(16_000);
  });

  test('names every mark, as the marks are named', () => {
    for (const label of ['patient_experience', 'carer_experience', 'medical_source', 'no_source'] as const) {
      expect(quoted('Description')).toContain(`• ${english(`label_${label}`)} –`);
    }
  });

  test('can be read at grade 8, the privacy page too', () => {
    const plain = text('PRIVACY.md').replace(/\[(.+?)\]\(.+?\)|[*`|#>]/g, (_, words = ' ') => words);
    expect(gradeOf(quoted('Description').split('\n'))).toBeLessThanOrEqual(8);
    expect(gradeOf(plain.split('\n'))).toBeLessThanOrEqual(8);
  });

  test('justifies each permission and each host, and no other', () => {
    const table = text('store/permissions.md').match(/^\| `.+ \|$/gm) ?? [];
    const asked = table.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    expect(asked).toEqual([...MANIFEST.permissions, ...MANIFEST.host_permissions]);
  });

  test('the privacy page names every host, and the settings that are kept', () => {
    const page = text('PRIVACY.md');
    for (const site of ['x.com', 'twitter.com', 'www.facebook.com', 'web.facebook.com']) expect(page).toContain(site);
  });
});

/** `## What is "done"?` → `#what-is-done`, as GitHub makes them. */
function anchorsIn(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(
    ([, heading = '']) =>
      `#${heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s-]/gu, '')
        .replaceAll(' ', '-')}`,
  );
}

function quotedUnder(markdown: string, heading: string): string {
  const [, section = ''] = markdown.split(`\n## ${heading}\n`);
  const lines = section.split('\n## ', 1)[0]?.match(/^>.*$/gm) ?? [];
  return lines.map((line) => line.replace(/^> ?/, '')).join('\n');
}

function oldestFirefox(): string | undefined {
  return text('vite.config.ts').match(/FIREFOX_MINIMUM = (\d+)/)?.[1];
}
