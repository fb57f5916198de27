import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

export const BUILDS = ['chrome', 'firefox'] as const;

export type BuildName = (typeof BUILDS)[number];

/** Builds into a fresh folder and returns it. As a person does it, in a process of its own: the tests' own environment leaks otherwise. */
export function builtAnew(name: BuildName): string {
  const folder = mkdtempSync(join(tmpdir(), `lived-and-cited-${name}-`));
  const { NODE_ENV, VITEST, ...env } = process.env;
  const vite = join(import.meta.dirname, '../../node_modules/.bin/vite');
  const options = { encoding: 'utf8', env, shell: process.platform === 'win32' } as const;
  const run = spawnSync(vite, ['build', '--mode', name, '--outDir', folder, '--emptyOutDir'], options);
  if (run.status !== 0) throw new Error(`The build for ${name} failed:\n${run.stdout}${run.stderr}`);
  return folder;
}

/** Every file of a folder and what is in it. */
export function filesOf(folder: string): ReadonlyMap<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path)]));
}

export function hashesOf(folder: string): Readonly<Record<string, string>> {
  const hashes = [...filesOf(folder)].map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')]);
  return Object.fromEntries(hashes);
}
