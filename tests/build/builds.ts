import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type BuildName, buildExtension } from '../../src/cli/build-extension.ts';

/** Builds into a fresh folder and returns it. */
export function builtAnew(name: BuildName): string {
  return buildExtension(name, mkdtempSync(join(tmpdir(), `lived-and-cited-${name}-`)));
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
