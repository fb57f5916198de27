// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { badgeBox, looksFor } from '../../src/ui/badge-box.ts';
import { english, MESSAGES, translateBy } from './english.ts';
import { assessment, citation, shownMark } from './marks.tsx';

/** Words of 10 px, so that no box is as narrow as two icons: what is not of their size is 8 px. */
const SIZE = 10;

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
  ['words', 'the longest name of a label', 'label_carer_experience', 40, 44],
  ['words', 'two of the longest words', 'short_carer_experience', 80, 88],
  ['word', 'the longest word', 'short_no_source', 40, 44],
  ['whole', 'a cited source and eight letters of its name', 'badge_source_named', 45, 49],
  ['pair', 'that twice', 'badge_source_named', 90, 98],
] as const)('in the room of %s there is %s, as the browser would draw it', (fit, _, id, least, most) => {
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
  const width = badgeBox({ fit, size: SIZE }, t).inline;
  expect((width - 8) / SIZE).toBeGreaterThan(least);
  expect((width - 8) / SIZE).toBeLessThan(most);
  const times = measured.length;
  expect(badgeBox({ fit, size: SIZE }, t).inline).toBe(width);
  expect(measured).toHaveLength(times);
});

test('the wanted size comes first, then smaller ones, then icons; none is higher than another', () => {
  expect(looksFor('site').map(({ fit }) => fit)).toEqual(['pair', 'whole', 'words', 'word', 'icons']);
  expect(new Set(looksFor('site').map(({ size }) => size))).toEqual(new Set([12]));
  const looks = looksFor('larger');
  expect(looks.map(({ fit, size }) => `${fit} ${size}`)).toEqual([
    'pair 17',
    'whole 17',
    'words 17',
    'words 14',
    'words 12',
    'word 17',
    'word 14',
    'word 12',
    'icons 17',
  ]);
  expect(new Set(looks.map((look) => badgeBox(look, english).block))).toEqual(new Set([24]));
  const widths = looks.map((look) => badgeBox(look, english).inline);
  expect(widths).toEqual([...widths].sort((one, other) => other - one));
});
