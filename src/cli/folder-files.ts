import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The paths of all files below a folder, with slashes, sorted; what `skip` says so of is not entered. */
export function filesBelow(folder: string, skip: (path: string) => boolean = () => false): readonly string[] {
  return walk(folder).sort();

  function walk(at: string): string[] {
    return readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
      const full = join(at, entry.name);
      const path = relative(folder, full).replaceAll('\\', '/');
      if (skip(path)) return [];
      return entry.isDirectory() ? walk(full) : [path];
    });
  }
}

export function readFiles(folder: string, paths: readonly string[]): ReadonlyMap<string, Buffer> {
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path))]));
}
