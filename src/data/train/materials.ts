import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** What is learned from: posts that lie beside the project. */
export const CORPORA = {
  train: '../shared/corpora/train.jsonl',
  dev: '../shared/corpora/dev.jsonl',
  taught: '../shared/corpora/distilled.jsonl.gz',
} as const;

/** Where what was learned is kept. */
export const GENERATED = 'src/data/generated';

/** Whether all posts are there. Says which are not, what stays as it is, and has the run fail. */
export function hasCorpora(kept: string): boolean {
  const missing = Object.values(CORPORA).filter((file) => !existsSync(file));
  if (missing.length === 0) return true;
  console.error(`There is no ${missing.join(', ')}: nothing to learn from. ${kept} stays as it is.`);
  process.exitCode = 1;
  return false;
}

/** The sha256 of each file, by its name. */
export function hashesOf(files: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    files.map((file) => [file.slice(file.lastIndexOf('/') + 1), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}
