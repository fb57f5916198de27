import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { archiveOf } from '../../src/cli/archive.ts';

const FILES: readonly (readonly [path: string, content: string])[] = [
  ['src/b.js', 'b'.repeat(1000)],
  ['manifest.json', '{}'],
  ['src/ä.txt', 'ä'],
  ['src/a.js', ''],
];

function bytesOf(files: readonly (readonly [string, string])[]): ReadonlyMap<string, Uint8Array> {
  return new Map(files.map(([path, content]) => [path, new TextEncoder().encode(content)]));
}

test('an archive holds what was put in, byte for byte, sorted by name', () => {
  const entries = Object.entries(unzipSync(archiveOf(bytesOf(FILES))));
  expect(entries.map(([path]) => path)).toEqual(['manifest.json', 'src/a.js', 'src/b.js', 'src/ä.txt']);
  for (const [path, content] of FILES) {
    expect(new TextDecoder().decode(entries.find(([name]) => name === path)?.[1])).toBe(content);
  }
});

test('the order in which files are found does not change an archive', () => {
  expect(archiveOf(bytesOf([...FILES].reverse()))).toEqual(archiveOf(bytesOf(FILES)));
});

test.each(['UTC', 'Pacific/Kiritimati', 'America/St_Johns'])('nor does the time zone %s', (zone) => {
  const before = process.env['TZ'];
  try {
    process.env['TZ'] = zone;
    const [time, date] = new Uint16Array(archiveOf(bytesOf(FILES)).slice(10, 14).buffer);
    // 1 January 1980, 0:00, the first moment that the format knows.
    expect([time, date]).toEqual([0, 0x21]);
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
});
