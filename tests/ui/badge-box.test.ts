// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { badgeBox } from '../../src/ui/badge-box.ts';
import { english, MESSAGES, translateBy } from './english.ts';
import { assessment, citation, shownMark } from './marks.tsx';

afterEach(() => vi.unstubAllGlobals());

test('the box is the same whatever the labels, their number and the names on them', () => {
  const found = [
    assessment(),
    assessment({ labels: ['no-source'] }),
    assessment({ labels: ['medical-source'], citations: [citation({ name: 'A very long name of a journal that goes on' })] }),
    assessment({ labels: ['carer-experience', 'medical-source'], citations: [citation()] }),
  ];
  for (const fit of ['words', 'icons'] as const) {
    const boxes = found.map(
      (each) => shownMark({ assessment: each, fit }).root.querySelector<HTMLElement>('.mark')?.style.cssText,
    );
    expect(new Set(boxes).size).toBe(1);
    expect(boxes[0]).toContain('contain: strict');
    expect(boxes[0]).toContain(`inline-size: ${badgeBox(fit, english).inline}em`);
  }
});

test.each([
  ['the longest name of a label', 'label_carer_experience', 40, 45],
  ['two of the longest short names', 'short_carer_experience', 80, 90],
])('the box has room for %s, as the browser would draw it', (_, id, least, most) => {
  const measured: string[] = [];
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext() {
        return {
          measureText(text: string) {
            measured.push(text);
            return { width: 120 * text.length };
          },
        };
      }
    },
  );
  const t = translateBy({ ...MESSAGES, [id]: { message: 'x'.repeat(40) } });
  const width = badgeBox('words', t).inline;
  expect(width).toBeGreaterThan(least);
  expect(width).toBeLessThan(most);
  const times = measured.length;
  expect(badgeBox('words', t).inline).toBe(width);
  expect(measured).toHaveLength(times);
});
