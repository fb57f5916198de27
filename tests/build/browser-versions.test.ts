import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILDS, type BuildName } from '../../src/cli/build-extension.ts';
import { filesBelow, readFiles } from '../../src/cli/folder-files.ts';
import { ROOT } from '../../src/cli/source-files.ts';
import { builtAnew, filesOf } from './builds.ts';
import { featureSince, featuresOfStyles, scriptNames } from './web-features.ts';

// The minimum versions in the manifests are versions in which everything is there that the extension uses.
// MDN's compatibility data say which those are; what can be missing without harm is named here, with the reason.

const HARMLESS: readonly (readonly [feature: string, why: string])[] = [
  ['moveBefore', 'Preact uses it where it exists, and insertBefore elsewhere'],
  ['css.properties.text-size-adjust', 'for phones; Firefox for Android is not supported'],
  ['css.properties.text-size-adjust.none', 'the same'],
  ['css.properties.scrollbar-color', 'the bar has the colours of the browser instead'],
  ['css.properties.break-after.avoid', 'on paper: without it a heading may stand alone at the end of a page'],
];

/** The rows of its table: `| feature | in MDN's data | used in | Chrome | Firefox |`. */
const ROWS = [
  ...readFileSync(join(ROOT, 'store/browser-versions.md'), 'utf8').matchAll(
    /^\| (.+?) \| `([\w.-]+)` \| `(.+?)` \| (\d+) \| (\d+) \|$/gm,
  ),
].map(([, name = '', path = '', file = '', chrome, firefox]) => ({
  name,
  path,
  file,
  chrome: Number(chrome),
  firefox: Number(firefox),
}));

describe.each(BUILDS)('the build for %s', (build) => {
  let folder: string;
  let minimum: number;
  let scripts: string;

  beforeAll(() => {
    folder = builtAnew(build);
    const files = filesOf(folder);
    minimum = minimumIn(JSON.parse(String(files.get('manifest.json'))), build);
    scripts = [...files].flatMap(([path, bytes]) => (path.endsWith('.js') ? [String(bytes)] : [])).join('\n');
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test('calls nothing in its scripts that its oldest browser does not have', () => {
    const since = scriptNames(build);
    const newer = [...namesUsed(scripts)].filter((name) => (since.get(name) ?? 0) > minimum && !isHarmless(name));
    expect(newer.map((name) => `${name}: from ${since.get(name)} on`)).toEqual([]);
  });

  test('asks for nothing in its styles that its oldest browser does not know', () => {
    const sheets = filesBelow(join(ROOT, 'src')).filter((path) => path.endsWith('.css'));
    expect(sheets).not.toEqual([]);
    const features = featuresOfStyles([...readFiles(join(ROOT, 'src'), sheets).values()].join('\n'));
    const newer = features.filter((path) => (featureSince(path, build) as number) > minimum && !isHarmless(path));
    expect(newer.map((path) => `${path}: from ${featureSince(path, build)} on`)).toEqual([]);
  });

  test('needs no newer browser than the features that are listed for reviewers', () => {
    expect(Math.max(...ROWS.map((row) => row[build]))).toBeLessThanOrEqual(minimum);
  });
});

describe('the list for reviewers', () => {
  test('has rows', () => {
    expect(ROWS.length).toBeGreaterThan(5);
  });

  test.each(ROWS)("$name: its versions are those of MDN's data", ({ path, chrome, firefox }) => {
    expect({ chrome: featureSince(path, 'chrome'), firefox: featureSince(path, 'firefox') }).toEqual({
      chrome,
      firefox,
    });
  });

  test.each(ROWS)('$name: is used where it says', ({ name, file }) => {
    const [word = name] = name.match(/`(.+?)`/)?.slice(1) ?? [];
    expect(readFileSync(join(ROOT, file), 'utf8')).toContain(word);
  });
});

test('the features of a style sheet are found', () => {
  const css = `.a { color: light-dark(red, var(--x)); &:has(> b) { scrollbar-width: thin } /* text-box: none; */ }
    @media (forced-colors: active) { :popover-open { inset: 0 } }`;
  expect(featuresOfStyles(css)).toEqual([
    'css.at-rules.media',
    'css.at-rules.media.forced-colors',
    'css.properties.color',
    'css.properties.inset',
    'css.properties.scrollbar-width',
    'css.properties.scrollbar-width.thin',
    'css.selectors.has',
    'css.selectors.nesting',
    'css.selectors.popover-open',
    'css.types.color.light-dark',
    'css.types.var',
  ]);
});

function minimumIn(manifest: Readonly<Record<string, unknown>>, build: BuildName): number {
  const settings = manifest['browser_specific_settings'] as { readonly gecko: { readonly strict_min_version: string } };
  const version = build === 'chrome' ? manifest['minimum_chrome_version'] : settings.gecko.strict_min_version;
  return Number.parseInt(String(version), 10);
}

/**
 * Names that scripts reach for and that nobody here makes: `.canParse(`, `new ResizeObserver`, but no property of ours.
 * A new feature with the name of an old one (`URL.parse`, `JSON.parse`) is not seen: such a one belongs in the list.
 */
function namesUsed(scripts: string): ReadonlySet<string> {
  const code = scripts.replace(/`[^`$]*`|"[^"\n]*"|'[^'\n]*'/g, '``');
  const asked = [...code.matchAll(/(?<=[^\\.]\.)[A-Za-z]\w*|(?<=\bnew )[A-Z]\w+|\b[A-Z][a-z]\w+(?=\.)/g)].map(([name]) => name);
  const made = [...code.matchAll(/(?<=[{,;}]\s*(?:async |get |set |static )?)(\w+)(?=\s*[:(=,}])/g)].map(([name]) => name);
  const source = join(ROOT, 'src');
  const typed = readFiles(
    source,
    filesBelow(source).filter((path) => /\.tsx?$/.test(path)),
  );
  const declared = [...[...typed.values()].join('\n').matchAll(/\w+(?=\??: )/g)].map(([name]) => name);
  const ours = new Set([...made, ...declared]);
  return new Set(asked.filter((name) => !ours.has(name)));
}

function isHarmless(feature: string): boolean {
  return HARMLESS.some(([name]) => name === feature);
}
