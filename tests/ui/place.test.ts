import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeBeside } from '../../src/ui/place.ts';

const VIEWPORT = { width: 1000, height: 800 };
const WIDTH = 400;
const badgeAt = (left: number, top: number) => ({ left, top, right: left + 120, bottom: top + 24 });

describe('placeBeside', () => {
  test.each([
    ['under the badge, aligned with its start', badgeAt(300, 100), 'ltr', { left: 300, top: 130 }],
    ['aligned with its end from right to left', badgeAt(600, 100), 'rtl', { left: 320, top: 130 }],
    ['up to the end of badges that are wider', { ...badgeAt(300, 100), right: 800 }, 'ltr', { left: 400, top: 130 }],
    ['to the end of such badges from right to left', { ...badgeAt(300, 100), right: 800 }, 'rtl', { left: 300, top: 130 }],
    ['moved in from the edge', badgeAt(900, 100), 'ltr', { left: 592, top: 130 }],
    ['above where there is more room', badgeAt(300, 700), 'ltr', { left: 300, top: 174 }],
    ['at the edge when the badge was scrolled away', badgeAt(300, -400), 'ltr', { left: 300, top: 8 }],
    ['at the other edge too', badgeAt(300, 3000), 'ltr', { left: 300, top: 272 }],
  ] as const)('%s', (_, badge, direction, place) => {
    expect(placeBeside(badge, WIDTH, VIEWPORT, direction)).toMatchObject(place);
  });

  test('a panel is as high as any other, and lower only where there is no room', () => {
    expect(placeBeside(badgeAt(300, 100), WIDTH, VIEWPORT, 'ltr').height).toBe(520);
    expect(placeBeside(badgeAt(300, 300), WIDTH, VIEWPORT, 'ltr')).toEqual({ left: 300, top: 330, height: 462 });
  });

  test('in a low window it covers its badge rather than being too low to read in', () => {
    const zoomed = { width: 640, height: 450 };
    expect(placeBeside(badgeAt(300, 226), WIDTH, zoomed, 'ltr')).toMatchObject({ top: 8, height: 320 });
  });

  test('it is in the viewport wherever the badge is', () => {
    const number = fc.integer({ min: -3000, max: 3000 });
    const side = fc.integer({ min: 100, max: 3000 });
    fc.assert(
      fc.property(number, number, side, side, fc.constantFrom('ltr', 'rtl'), (left, top, width, height, direction) => {
        const wide = Math.min(WIDTH, width - 16);
        const place = placeBeside(badgeAt(left, top), wide, { width, height }, direction);
        expect(place.left).toBeGreaterThanOrEqual(8);
        expect(place.left + wide).toBeLessThanOrEqual(width - 8);
        expect(place.top).toBeGreaterThanOrEqual(8);
        expect(place.top + place.height).toBeLessThanOrEqual(height - 8);
      }),
    );
  });
});
