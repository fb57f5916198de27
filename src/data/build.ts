import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Curated, curatedFrom } from './build/curated.ts';
import { extractedFrom } from './build/extract.ts';
import { reportOf } from './build/report.ts';
import { type Shipped, shippedFrom } from './build/shipped.ts';

/**
 * Builds the list: `npm run data`, with `--check` (is what is committed current?) or `--report` (what is in it?).
 *
 *     ../shared/upstream ──extract──▶ generated/extract/*.tsv ┐
 *                                     curated/**.yaml         ├──build──▶ generated/{index,records}.bin, version.json
 *
 * The first step is left out where the upstream files are not; its results are committed. Both are offline and
 * deterministic: the same files give the same bytes on any day.
 */
export interface Built {
  readonly shipped: Shipped;
  /** By path from this folder: everything under generated. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly curated: Curated;
}

const HERE = dirname(fileURLToPath(import.meta.url));
const UPSTREAM = join(HERE, '../../../shared/upstream');
const HASHES = 'generated/hashes.json';
const PREFILTER = 'generated/prefilter.bin';

/** `upstream` is its folder, or `null` to build from what was extracted before. */
export function build(upstream: string | null): Built {
  const curatedFiles = readFolder('curated');
  const curated = curatedFrom(new Map(Array.from(curatedFiles, ([path, bytes]) => [`src/data/${path}`, textOf(bytes)])));
  const wanted = new Set([...curated.decisions.map(({ id }) => id), ...curated.sources.flatMap(({ conditions }) => conditions)]);
  const extracted =
    upstream === null
      ? new Map(
          Array.from(readFolder('generated/extract'), ([path, bytes]) => [
            path.slice('generated/extract/'.length),
            textOf(bytes),
          ]),
        )
      : extractedFrom((file) => foundIn(upstream, file), wanted);
  const learned = new Map([[PREFILTER, new Uint8Array(readFileSync(join(HERE, PREFILTER)))]]);
  const shipped = shippedFrom(
    curated,
    (file) => {
      const text = extracted.get(file);
      if (text === undefined)
        throw new Error(`generated/extract/${file} is missing, and so are the upstream files to make it from.`);
      return text;
    },
    learned.get(PREFILTER) as Uint8Array,
  );
  const files = new Map<string, Uint8Array>([
    ...Array.from(extracted, ([file, text]) => [`generated/extract/${file}`, new TextEncoder().encode(text)] as const),
    ...Array.from(shipped.files, ([file, bytes]) => [`generated/${file}`, bytes] as const),
  ]);
  files.set(HASHES, hashesOf(curatedFiles, learned, files));
  return { shipped, files, curated };
}

/** The files of `built` that are not on disk as they should be. */
export function staleFiles(built: Built): readonly string[] {
  return Array.from(built.files)
    .filter(([path, bytes]) => {
      const file = join(HERE, path);
      return !existsSync(file) || !readFileSync(file).equals(bytes);
    })
    .map(([path]) => path);
}

/** The sha256 of every file that was read, but of the upstream ones, and of every file that was made. */
function hashesOf(...files: readonly ReadonlyMap<string, Uint8Array>[]): Uint8Array {
  const hashes = files.flatMap((map) => Array.from(map, ([path, bytes]) => [path, sha256(bytes)] as const));
  const sorted = hashes.sort(([one], [other]) => (one < other ? -1 : 1));
  return new TextEncoder().encode(`${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}

function foundIn(folder: string, file: string): { readonly text: string; readonly sha256: string } {
  const bytes = readFileSync(join(folder, file));
  return { text: textOf(bytes), sha256: sha256(bytes) };
}

function readFolder(folder: string): ReadonlyMap<string, Uint8Array> {
  const root = join(HERE, folder);
  if (!existsSync(root)) return new Map();
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => relative(HERE, join(entry.parentPath, entry.name)).replaceAll('\\', '/')).sort();
  return new Map(paths.map((path) => [path, readFileSync(join(HERE, path))]));
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function main(options: readonly string[]): void {
  const unknown = options.find((option) => option !== '--check' && option !== '--report');
  if (unknown !== undefined) throw new Error(`npm run data knows -- --check and -- --report, not "${unknown}".`);
  const upstream = existsSync(UPSTREAM) ? UPSTREAM : null;
  if (upstream === null) console.log('No upstream files at ../shared/upstream: building from what was extracted before.');
  const built = build(upstream);
  if (options.includes('--report')) {
    console.log(reportOf(built.shipped));
    return;
  }
  const stale = staleFiles(built);
  if (options.includes('--check')) {
    if (stale.length === 0) console.log('The generated files are what the curated files give.');
    else throw new Error(`Not what the curated files give: ${stale.join(', ')}. Run npm run data and commit what it writes.`);
    return;
  }
  for (const path of stale) {
    mkdirSync(dirname(join(HERE, path)), { recursive: true });
    writeFileSync(join(HERE, path), built.files.get(path) as Uint8Array);
  }
  const { version, list } = built.shipped;
  console.log(
    `List ${version.version}: ${version.sources} sources, ${version.conditions} conditions, ${list.names.length} names. ` +
      (stale.length === 0 ? 'Nothing changed.' : `Written: ${stale.join(', ')}.`),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
