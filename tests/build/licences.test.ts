import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LIBRARIES } from '../../src/attribution/libraries.ts';
import { BUILDS, type BuildName, buildExtension } from '../../src/cli/build-extension.ts';
import { filesBelow } from '../../src/cli/folder-files.ts';
import { ROOT } from '../../src/cli/source-files.ts';

/** The bundler writes some lines of its own, which come from no file: they are in no map of the sources. */
const BUNDLER = 'rolldown';

test.each(BUILDS)('whose code is in the build for %s is on the attribution page, and nobody else', (build) => {
  const listed = LIBRARIES.map(({ name }) => name).filter((name) => name !== BUNDLER);
  expect(librariesIn(build)).toEqual(listed);
});

test('the list has the bundler that builds', () => {
  expect(Object.keys(jsonAt('node_modules/vite/package.json').dependencies)).toContain(BUNDLER);
  expect(LIBRARIES.map(({ name }) => name)).toContain(BUNDLER);
});

test('reviewers are told of each', () => {
  const notes = readFileSync(join(ROOT, 'store/reviewer-notes.md'), 'utf8');
  for (const { name } of LIBRARIES) expect(notes).toMatch(new RegExp(`\\b${name}(?![\\w-])`));
});

test('every package is of one version, by its hash, from the registry, and runs nothing when it is installed', () => {
  const { dependencies, devDependencies } = jsonAt('package.json');
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  }
  const { '': _, ...packages } = jsonAt('package-lock.json').packages as Record<string, Locked>;
  for (const [path, { resolved, integrity }] of Object.entries(packages)) {
    expect(resolved ?? 'https://registry.npmjs.org/', path).toMatch(/^https:\/\/registry\.npmjs\.org\//);
    expect(integrity, path).toMatch(/^sha512-/);
  }
  expect(readFileSync(join(ROOT, '.npmrc'), 'utf8')).toContain('ignore-scripts=true');
});

interface Locked {
  readonly resolved?: string;
  readonly integrity: string;
}

function jsonAt(path: string) {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}

/** The packages that code of a build comes from, by the maps of its scripts, sorted. */
function librariesIn(build: BuildName): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), `lived-and-cited-${build}-`));
  try {
    buildExtension(build, folder, '--sourcemap', 'hidden');
    const files = filesBelow(folder);
    const maps = files.filter((path) => path.endsWith('.map'));
    // A script without a map would be one that nobody has looked at. The worker's loader is one import and no more.
    expect(maps.map((path) => path.slice(0, -'.map'.length)).filter((path) => files.includes(path))).toEqual(
      files.filter((path) => path.endsWith('.js') && path !== 'service-worker-loader.js'),
    );
    const sources = maps.flatMap((path) => JSON.parse(readFileSync(join(folder, path), 'utf8')).sources as string[]);
    return [...new Set(sources.flatMap((source) => libraryOf(source) ?? []))].sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `…/node_modules/preact/hooks/dist/hooks.mjs` → `preact`; `null` for our own. Our copy of Preact is Preact. */
function libraryOf(source: string): string | null {
  const [, path] = source.match(/.*\/node_modules\/(.*)/) ?? [];
  if (path === undefined) return null;
  if (path.startsWith('.cache/lived-and-cited/preact')) return 'preact';
  return path.match(/^(?:@[^/]+\/)?[^/]+/)?.[0] ?? path;
}
