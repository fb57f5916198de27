import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findBrowser } from '../../src/cli/browsers/find-browser.ts';

const ROOT = join(import.meta.dirname, '../..');

// `npm run pages` on our own fixtures: its exit code says whether the badges are those that the engine asks for.
test.skipIf(findBrowser('chromium') === null).each(['x', 'facebook'])(
  'the fixture pages of %s are read in a real browser as in the unit tests, and have the badges that the engine asks for',
  (site) => {
    const folder = join(ROOT, 'tests/fixtures', site);
    const command = [join(ROOT, 'src/cli/pages.ts'), folder, '--json'];
    const run = spawnSync(join(ROOT, 'node_modules/.bin/tsx'), command, {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    expect(run.stderr).toBe('');
    const reports: readonly Report[] = JSON.parse(run.stdout);
    expect(reports.flatMap(({ file, differences }) => differences.map((each) => `${file}: ${each}`))).toEqual([]);
    expect(run.status).toBe(0);
    for (const { file, posts } of reports) {
      const wanted = JSON.parse(readFileSync(join(folder, file.replace(/html$/, 'json')), 'utf8'));
      expect(
        posts.map(({ health, labels, ...post }) => post),
        file,
      ).toEqual(wanted);
    }
    expect(reports.flatMap(({ posts }) => posts.flatMap(({ labels }) => labels)).length).toBeGreaterThan(3);
  },
  120_000,
);

interface Report {
  readonly file: string;
  readonly posts: readonly { readonly health: boolean; readonly labels: readonly string[] }[];
  readonly differences: readonly string[];
}
