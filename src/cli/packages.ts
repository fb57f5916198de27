import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveOf } from './archive.ts';
import { BUILDS, buildExtension } from './build-extension.ts';
import { filesBelow, readFiles } from './folder-files.ts';
import { ROOT, sourceFiles } from './source-files.ts';

export interface MadePackage {
  /** `lived-and-cited-0.1.0-chrome.zip` */
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Builds both extensions and packs them and the source into a folder, with a file of the hashes: `sha256sum -c SHA256SUMS`. */
export function makePackages(folder: string): readonly MadePackage[] {
  mkdirSync(folder, { recursive: true });
  const packages = [
    ...BUILDS.map((name) => write(folder, name, packed(name))),
    write(folder, 'source', archiveOf(readFiles(ROOT, sourceFiles()))),
  ];
  writeFileSync(join(folder, 'SHA256SUMS'), packages.map(({ sha256, name }) => `${sha256}  ${name}\n`).join(''));
  return packages;
}

/** In a folder of its own: `dist/` is what a developer has loaded. */
function packed(name: (typeof BUILDS)[number]): Uint8Array {
  const built = mkdtempSync(join(tmpdir(), `lived-and-cited-${name}-`));
  try {
    buildExtension(name, built);
    return archiveOf(readFiles(built, filesBelow(built)));
  } finally {
    rmSync(built, { recursive: true });
  }
}

function write(folder: string, what: string, archive: Uint8Array): MadePackage {
  const name = `lived-and-cited-${version()}-${what}.zip`;
  writeFileSync(join(folder, name), archive);
  return { name, bytes: archive.length, sha256: createHash('sha256').update(archive).digest('hex') };
}

function version(): string {
  return JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8')).version;
}
