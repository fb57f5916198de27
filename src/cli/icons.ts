import type { Browser } from './browsers/browser.ts';

export const ICON_SIZES = [16, 32, 48, 128] as const;

/** The drawing as a PNG file of a size. The one for the stores has the margin that the Chrome Web Store asks for. */
export async function iconBytes(browser: Browser, svg: string, size: (typeof ICON_SIZES)[number]): Promise<Buffer> {
  const tab = await browser.open('about:blank');
  const margin = size === 128 ? 16 : 0;
  const address = await tab.evaluate(drawn, cropped(svg), size, margin);
  await tab.close();
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}

/** The drawing has a margin of its own of 4 in 128, for where it is shown as it is. */
function cropped(svg: string): string {
  return svg.replace('viewBox="0 0 128 128"', 'viewBox="4 4 120 120" width="120" height="120"');
}

async function drawn(svg: string, size: number, margin: number): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  canvas.getContext('2d')?.drawImage(image, margin, margin, size - 2 * margin, size - 2 * margin);
  return canvas.toDataURL('image/png');
}
