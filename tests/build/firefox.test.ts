import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtAnew, filesOf } from './builds.ts';

let folder: string;

beforeAll(() => {
  folder = builtAnew('firefox');
});

afterAll(() => rmSync(folder, { recursive: true }));

test("Mozilla's linter has nothing to say", () => {
  const linter = join(import.meta.dirname, '../../node_modules/.bin/addons-linter');
  const run = spawnSync(linter, ['--output', 'json', folder], { encoding: 'utf8', shell: process.platform === 'win32' });
  const { errors, warnings, notices, summary } = JSON.parse(run.stdout);
  expect([...errors, ...warnings, ...notices]).toEqual([]);
  expect(summary).toEqual({ errors: 0, warnings: 0, notices: 0 });
});

test('Firefox is told that no data is collected, and from which version on it can be', () => {
  const manifest = JSON.parse(filesOf(folder).get('manifest.json')?.toString('utf8') ?? '{}');
  expect(manifest.browser_specific_settings.gecko).toEqual({
    id: expect.stringMatching(/^[a-z-]+@[a-z-]+$/),
    strict_min_version: '142.0',
    data_collection_permissions: { required: ['none'] },
  });
  // One classic script: a module would be asked for file by file at each waking.
  expect(manifest.background).toEqual({ scripts: [expect.stringMatching(/\.js$/)] });
  expect(manifest).not.toHaveProperty('minimum_chrome_version');
});
