import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type MadePackage, makePackages } from './packages.ts';
import { ROOT, uncommittedFiles } from './source-files.ts';

// `npm run package`: what the stores are given, and the source that it is built from. Same source, same bytes.

const USAGE = 'npm run package [-- --out DIR]';

try {
  const { values } = parseArgs({ options: { out: { type: 'string', default: join(ROOT, 'packages') } } });
  console.log(listOf(makePackages(values.out)));
  console.log(`\nThey are in ${values.out}, with their hashes in SHA256SUMS.`);
  const uncommitted = uncommittedFiles();
  if (uncommitted.length > 0) {
    console.warn(`\nNot yet committed, and in the packages as they are now:\n${uncommitted.join('\n')}`);
  }
} catch (error) {
  console.error(`${(error as Error).message}\n${USAGE}`);
  process.exitCode = 1;
}

function listOf(packages: readonly MadePackage[]): string {
  return packages.map(({ name, bytes, sha256 }) => `${sha256}  ${sizeOf(bytes).padStart(7)}  ${name}`).join('\n');
}

function sizeOf(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}
