import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeBeside } from '../../src/ui/place.ts';

const VIEWPORT = { width: 1000, height: 800 };
const PANEL = { width: 400, height: 500 };
const badgeAt = (left: number, top: number) => ({ left, top, right: left + 120, bottom: top + 24 });

describe('placeBeside', () => {
  test.each([
    ['under the badge, aligned with its start', badgeAt(300, 100), PANEL, 'ltr', { left: 300, top: 130 }],
    ['aligned with its end from right to left', badgeAt(600, 100), PANEL, 'rtl', { left: 320, top: 130 }],
    ['moved in from the edge', badgeAt(900, 100), PANEL, 'ltr', { left: 592, top: 130 }],
    ['above where there is more room', badgeAt(300, 700), PANEL, 'ltr', { left: 300, top: 194 }],
    ['at the edge when the badge was scrolled away', badgeAt(300, -400), PANEL, 'ltr', { left: 300, top: 8 }],
    ['at the other edge too', badgeAt(300, 3000), PANEL, 'ltr', { left: 300, top: 292 }],
  ] as const)('%s', (_, badge, panel, direction, place) => {
    expect(placeBeside(badge, panel, VIEWPORT, direction)).toMatchObject(place);
  });

  test('a panel that is too high gets the room there is', () => {
    expect(placeBeside(badgeAt(300, 100), { width: 400, height: 5000 }, VIEWPORT, 'ltr')).toEqual({
      left: 300,
      top: 130,
      maxHeight: 662,
    });
  });

  test('it is in the viewport wherever the badge is', () => {
    const number = fc.integer({ min: -3000, max: 3000 });
    const side = fc.integer({ min: 100, max: 3000 });
    fc.assert(
      fc.property(
        number,
        number,
        side,
        side,
        side,
        fc.constantFrom('ltr', 'rtl'),
        (left, top, width, height, tall, direction) => {
          const panel = { width: Math.min(400, width - 16), height: tall };
          const place = placeBeside(badgeAt(left, top), panel, { width, height }, direction);
          expect(place.left).toBeGreaterThanOrEqual(8);
          expect(place.left + panel.width).toBeLessThanOrEqual(width - 8);
          expect(place.top).toBeGreaterThanOrEqual(8);
          expect(place.top + Math.min(tall, place.maxHeight)).toBeLessThanOrEqual(height - 8);
        },
      ),
    );
  });
});
