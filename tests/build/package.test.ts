import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILDS } from '../../src/cli/build-extension.ts';
import { filesBelow } from '../../src/cli/folder-files.ts';
import { type MadePackage, makePackages } from '../../src/cli/packages.ts';
import { ROOT } from '../../src/cli/source-files.ts';

let folder: string;
let packages: readonly MadePackage[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lived-and-cited-packages-'));
  packages = makePackages(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function contentsOf(what: string): Readonly<Record<string, Uint8Array>> {
  const made = packages.find(({ name }) => name.endsWith(`-${what}.zip`));
  return unzipSync(readFileSync(join(folder, made?.name ?? what)));
}

function jsonIn(what: string, path: string): { readonly version?: string; readonly browser_specific_settings?: unknown } {
  return JSON.parse(new TextDecoder().decode(contentsOf(what)[path]));
}

test('there is a package for each store and one of the source, each by the version that its manifest says', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(packages.map(({ name }) => name)).toEqual([...BUILDS, 'source'].map((what) => `lived-and-cited-${version}-${what}.zip`));
  for (const build of BUILDS) expect(jsonIn(build, 'manifest.json').version).toBe(version);
});

test.each(BUILDS)('the package for %s has its manifest at the top and is small enough for the stores', (build) => {
  const files = contentsOf(build);
  expect(Object.keys(files)).toContain('manifest.json');
  const size = packages.find(({ name }) => name.includes(build))?.bytes ?? 0;
  expect(size).toBeGreaterThan(1e6);
  // Ours; addons.mozilla.org takes 200 MB, the Chrome Web Store 2 GB.
  expect(size).toBeLessThan(8e6);
});

test('only the package for Firefox is for Firefox', () => {
  expect(jsonIn('firefox', 'manifest.json')).toHaveProperty('browser_specific_settings.gecko');
  expect(jsonIn('chrome', 'manifest.json')).not.toHaveProperty('browser_specific_settings');
});

describe('in another folder, from the source archive, in another time zone and language, with no git', () => {
  let elsewhere: string;
  let again: string;

  beforeAll(() => {
    elsewhere = mkdtempSync(join(tmpdir(), 'somebody else’s folder '));
    for (const [path, bytes] of Object.entries(contentsOf('source'))) {
      mkdirSync(dirname(join(elsewhere, path)), { recursive: true });
      writeFileSync(join(elsewhere, path), bytes);
    }
    symlinkSync(join(ROOT, 'node_modules'), join(elsewhere, 'node_modules'), 'junction');
    again = join(elsewhere, 'packages');
    const run = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/package.ts'], {
      cwd: elsewhere,
      encoding: 'utf8',
      env: { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    });
    expect(run.status, run.stderr).toBe(0);
  });

  afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

  test('the same bytes are made', () => {
    expect(filesBelow(again)).toEqual(filesBelow(folder));
    for (const name of filesBelow(folder)) {
      expect(readFileSync(join(again, name)).equals(readFileSync(join(folder, name))), name).toBe(true);
    }
  });
});
