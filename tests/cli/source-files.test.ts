import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT, sourceFiles } from '../../src/cli/source-files.ts';

// A little project with the real .gitignore, once with git and once without: what is source must come out the same.

const SOURCE = ['.ci/run', '.gitignore', 'package.json', 'src/core/post.ts', 'src/packages/a.ts'];
const MADE = ['artifacts/a.png', 'dist/chrome/a.js', 'node_modules/a/index.js', 'packages/a.zip', 'npm-debug.log', 'src/b.log'];

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lived-and-cited-source-'));
  for (const path of [...SOURCE, ...MADE]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path);
  }
  cpSync(join(ROOT, '.gitignore'), join(folder, '.gitignore'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test('without git, what .gitignore names is no source', () => {
  expect(sourceFiles(folder)).toEqual(SOURCE);
});

test('with git, source is what is kept and what is new, but neither what is ignored nor what was deleted', () => {
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  writeFileSync(join(folder, 'deleted.ts'), '');
  execFileSync('git', ['add', 'package.json', 'deleted.ts'], { cwd: folder });
  rmSync(join(folder, 'deleted.ts'));
  expect(sourceFiles(folder)).toEqual(SOURCE);
});

test('the project itself has its sources, its tests and its licences in it, and nothing that was built', () => {
  const files = sourceFiles();
  for (const path of ['LICENSE', 'package-lock.json', 'src/data/LICENSE', 'src/core/engine.ts', 'tests/run.ts', '.ci/run']) {
    expect(files).toContain(path);
  }
  expect(files.filter((path) => /^(dist|node_modules|artifacts|packages)\//.test(path))).toEqual([]);
  expect(readFileSync(join(ROOT, '.gitignore'), 'utf8').trim().split('\n')).toHaveLength(5);
});
