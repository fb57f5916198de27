// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { themeOfGround, themeReader } from '../../src/content/theme.ts';

test.each([
  ['X, light', 'rgb(255, 255, 255)', 'light'],
  ['X, lights out', 'rgb(0, 0, 0)', 'dark'],
  ['X, dim, as some extensions bring it back', 'rgb(21, 32, 43)', 'dark'],
  ['Facebook, dark card', 'rgb(37, 39, 40)', 'dark'],
  ['Facebook, dark bubble', 'rgb(51, 51, 52)', 'dark'],
  ['Facebook, light bubble', 'rgb(240, 242, 245)', 'light'],
  ['middle grey, on which black is easier to read', 'rgb(128, 128, 128)', 'light'],
  ['strong red, on which white is', 'rgb(150, 0, 0)', 'dark'],
  ['hardly there', 'rgba(0, 0, 0, 0.03)', null],
  ['nothing', 'rgba(0, 0, 0, 0)', null],
  ['mostly there', 'rgba(0, 0, 0, 0.9)', 'dark'],
  ['a colour function', 'color(srgb 0.05 0.05 0.05)', 'dark'],
  ['a colour function, hardly there', 'color(srgb 1 1 1 / 0.1)', null],
  ['a colour that we do not read', 'oklch(0.2 0.1 20)', null],
  ['no colour', '', null],
])('%s: %s is %s', (_, colour, theme) => {
  expect(themeOfGround(colour)).toBe(theme);
});

describe('an element stands on', () => {
  beforeEach(() => {
    document.documentElement.removeAttribute('style');
    document.body.removeAttribute('style');
    document.body.innerHTML = '<main><article><p></p></article></main>';
  });

  test('the nearest ground behind it', () => {
    document.body.style.backgroundColor = 'rgb(0, 0, 0)';
    expect(themeReader()(element('p'))).toBe('dark');
    element('article').style.backgroundColor = 'rgb(255, 255, 255)';
    expect(themeReader()(element('p'))).toBe('light');
  });

  test('what the page is painted on when nothing has a ground', () => {
    expect(themeReader()(element('p'))).toBe('light');
    document.documentElement.style.colorScheme = 'dark';
    expect(themeReader()(element('p'))).toBe('dark');
  });

  test('the ground that a reader of themes has seen, until another one looks', () => {
    const reader = themeReader();
    document.body.style.backgroundColor = 'rgb(0, 0, 0)';
    expect(reader(element('p'))).toBe('dark');
    document.body.style.backgroundColor = 'rgb(255, 255, 255)';
    expect(reader(element('main'))).toBe('dark');
    expect(themeReader()(element('main'))).toBe('light');
  });
});

function element(name: string): HTMLElement {
  return document.querySelector(name) as HTMLElement;
}
