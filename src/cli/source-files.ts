import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './folder-files.ts';

/**
 * The files that everything is built from, by their paths from the root, sorted: what git keeps or would keep.
 * Where there is no git, as in the unpacked source archive, everything that .gitignore does not name.
 */
export function sourceFiles(root = ROOT): readonly string[] {
  if (!hasGit(root)) return filesBelow(root, isMade);
  const kept = git(root, 'ls-files', '--cached', '--others', '--exclude-standard', '-z').split('\0');
  return [...new Set(kept)].filter((path) => path !== '' && existsSync(join(root, path))).sort();
}

/** The source files that are not as in the last commit; none where there is no git. */
export function uncommittedFiles(): readonly string[] {
  return hasGit(ROOT) ? git(ROOT, 'status', '--porcelain').split('\n').filter(Boolean) : [];
}

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '../..');

/** As in .gitignore; a test holds the two together. */
function isMade(path: string): boolean {
  return /(^|\/)(node_modules|dist)$|^(artifacts|packages)$|\.log$/.test(path);
}

/** A folder of git's, or the file of a second working tree. */
function hasGit(root: string): boolean {
  return existsSync(join(root, '.git'));
}

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 64e6 });
}
