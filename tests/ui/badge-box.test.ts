// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { badgeBox, looksFor } from '../../src/ui/badge-box.ts';
import { english, MESSAGES, translateBy } from './english.ts';
import { assessment, citation, shownMark } from './marks.tsx';

/** Words of 1 px: what is not of their size is 8 px. */
const IN_EM = { fit: 'words', size: 1 } as const;

afterEach(() => vi.unstubAllGlobals());

test('the box is the same whatever the labels, their number and the names on them', () => {
  const found = [
    assessment(),
    assessment({ labels: ['no-source'] }),
    assessment({ labels: ['medical-source'], citations: [citation({ name: 'A very long name of a journal that goes on' })] }),
    assessment({ labels: ['carer-experience', 'medical-source'], citations: [citation()] }),
  ];
  for (const look of looksFor('larger')) {
    const boxes = found.map(
      (each) => shownMark({ assessment: each, look }).root.querySelector<HTMLElement>('.mark')?.style.cssText,
    );
    expect(new Set(boxes).size).toBe(1);
    expect(boxes[0]).toContain('contain: strict');
    expect(boxes[0]).toContain(`inline-size: ${badgeBox(look, english).inline}px`);
  }
});

test.each([
  ['the longest name of a label', 'label_carer_experience', 40, 53],
  ['two of the longest short names', 'short_carer_experience', 80, 98],
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
  const width = badgeBox(IN_EM, t).inline;
  expect(width).toBeGreaterThan(least);
  expect(width).toBeLessThan(most);
  const times = measured.length;
  expect(badgeBox(IN_EM, t).inline).toBe(width);
  expect(measured).toHaveLength(times);
});

test('the wanted size comes first, then smaller ones, then icons; none is higher than another', () => {
  expect(looksFor('site')).toEqual([
    { fit: 'words', size: 12 },
    { fit: 'icons', size: 12 },
  ]);
  const looks = looksFor('larger');
  expect(looks.map(({ fit, size }) => `${fit} ${size}`)).toEqual(['words 17', 'words 14', 'words 12', 'icons 17']);
  expect(new Set(looks.map((look) => badgeBox(look, english).block))).toEqual(new Set([24]));
  const widths = looks.map((look) => badgeBox(look, english).inline);
  expect(widths).toEqual([...widths].sort((one, other) => other - one));
});
