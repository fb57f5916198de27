import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuildName, buildExtension } from '../../src/cli/build-extension.ts';
import { filesBelow, readFiles } from '../../src/cli/folder-files.ts';

/** Builds into a fresh folder and returns it. */
export function builtAnew(name: BuildName): string {
  return buildExtension(name, mkdtempSync(join(tmpdir(), `lived-and-cited-${name}-`)));
}

/** Every file of a folder and what is in it. */
export function filesOf(folder: string): ReadonlyMap<string, Buffer> {
  return readFiles(folder, filesBelow(folder));
}

export function hashesOf(folder: string): Readonly<Record<string, string>> {
  const hashes = [...filesOf(folder)].map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')]);
  return Object.fromEntries(hashes);
}
