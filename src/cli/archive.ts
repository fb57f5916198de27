import { zipSync } from 'fflate';

/**
 * A ZIP archive that depends on nothing but the names and the contents of its files: they are sorted, all of the same
 * moment, without modes, and packed by a library in plain JavaScript. Node's own zlib packs otherwise from version to
 * version and from processor to processor.
 */
export function archiveOf(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  // The earliest day that the format knows, in local time, as the format has it: the same in every time zone.
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: new Date(1980, 0, 1) });
}
