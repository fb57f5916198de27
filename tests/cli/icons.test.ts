import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ICON_SIZES } from '../../src/cli/icons.ts';
import { ROOT } from '../../src/cli/source-files.ts';

test('the manifest has every icon, and no other', () => {
  const { icons, action } = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8'));
  expect(icons).toEqual(Object.fromEntries(ICON_SIZES.map((size) => [size, `icons/${size}.png`])));
  for (const path of Object.values(action.default_icon)) expect(Object.values(icons)).toContain(path);
});

test.each([
  [16, 0],
  [32, 0],
  [48, 0],
  [128, 16],
])('the icon of %i pixels is that large and has an empty margin of %i', (size, margin) => {
  const { width, height, opacity } = imageIn(readFileSync(join(ROOT, `icons/${size}.png`)));
  expect([width, height]).toEqual([size, size]);
  const drawn = Array.from({ length: size * size }, (_, at) => at).filter((at) => (opacity[at] ?? 0) > 0);
  const columns = drawn.map((at) => at % size);
  const rows = drawn.map((at) => Math.floor(at / size));
  for (const places of [columns, rows]) {
    expect([Math.min(...places), Math.max(...places)]).toEqual([margin, size - margin - 1]);
  }
});

/** Size and opacity of a PNG file of 8 bits a channel, with opacity, not interlaced: ISO/IEC 15948. */
function imageIn(png: Buffer) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  expect([...png.subarray(24, 29)], 'bits, colour type, compression, filter, interlace').toEqual([8, 6, 0, 0, 0]);
  const lines = inflateSync(Buffer.concat(chunks(png, 'IDAT')));
  const stride = width * 4;
  const pixels = new Uint8Array(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = lines[row * (stride + 1)] ?? 0;
    for (let at = 0; at < stride; at++) {
      const here = row * stride + at;
      const left = at < 4 ? 0 : (pixels[here - 4] ?? 0);
      const up = row === 0 ? 0 : (pixels[here - stride] ?? 0);
      const leftUp = at < 4 || row === 0 ? 0 : (pixels[here - stride - 4] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, nearest(left, up, leftUp)][filter] ?? 0;
      pixels[here] = (lines[row * (stride + 1) + 1 + at] ?? 0) + guess;
    }
  }
  return { width, height, opacity: pixels.filter((_, at) => at % 4 === 3) };
}

function chunks(png: Buffer, type: string): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === type) found.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return found;
}

function nearest(left: number, up: number, leftUp: number): number {
  const [toLeft, toUp, toLeftUp] = [Math.abs(up - leftUp), Math.abs(left - leftUp), Math.abs(left + up - 2 * leftUp)];
  if (toLeft <= toUp && toLeft <= toLeftUp) return left;
  return toUp <= toLeftUp ? up : leftUp;
}
