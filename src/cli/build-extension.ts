import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './source-files.ts';

export const BUILDS = ['chrome', 'firefox'] as const;

export type BuildName = (typeof BUILDS)[number];

/**
 * Builds the extension for one browser and returns the folder: `dist/…`, or the one that is told. `more` is for Vite.
 * In a process of its own, as from the command line: nothing of the caller's environment gets into the build.
 */
export function buildExtension(name: BuildName, folder = join(ROOT, 'dist', name), ...more: readonly string[]): string {
  const { NODE_ENV, VITEST, ...env } = process.env;
  const vite = join(ROOT, 'node_modules/.bin/vite');
  const options = { cwd: ROOT, encoding: 'utf8', env, shell: process.platform === 'win32' } as const;
  const run = spawnSync(vite, ['build', '--mode', name, '--outDir', folder, '--emptyOutDir', ...more], options);
  if (run.status !== 0) throw new Error(`The build for ${name} failed:\n${run.stdout}${run.stderr}`);
  return folder;
}
