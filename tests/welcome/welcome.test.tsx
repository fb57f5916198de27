// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, test } from 'vitest';
import { FACEBOOK_POSTS, X_POSTS } from '../../src/demo/posts.ts';
import { facebook } from '../../src/sites/facebook.ts';
import { x } from '../../src/sites/x.ts';
import { WelcomePage } from '../../src/welcome/welcome-page.tsx';
import { english } from '../ui/english.ts';

beforeEach(() => {
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  render(<WelcomePage pages={{ options: 'options.html', privacy: 'privacy.html' }} t={english} />, place);
});

test('is three screens: what the two kinds are, what it does not do, and the feeds', () => {
  const screens = [...document.querySelectorAll('main > header, main > section')];
  expect(screens.map((screen) => screen.querySelector('h1, h2')?.textContent)).toEqual([
    'Two kinds of knowledge, side by side',
    'What it does not do',
    'Try it here',
  ]);
});

test('the two kinds are shown alike, each with its mark', () => {
  const kinds = [...document.querySelectorAll('.kind')];
  const shapes = kinds.map((kind) => [...kind.querySelectorAll('*')].map(({ tagName, classList }) => `${tagName}.${classList}`));
  expect(kinds).toHaveLength(2);
  const shapeOf = (shape: readonly string[] | undefined) => shape?.filter((each) => !/^(path|circle|line|rect)/i.test(each));
  expect(shapeOf(shapes[0])).toEqual(shapeOf(shapes[1]));
  expect(kinds.map((kind) => kind.querySelector('.example')?.textContent)).toEqual([
    'Patient experience',
    'Medical source cited',
  ]);
});

test('says that no mark is no check, that it is no advice, and how to check that nothing leaves', () => {
  const text = document.body.textContent;
  expect(text).toContain('No mark means “not assessed”');
  expect(text).toContain('no medical advice');
  expect(text).toContain('Switch off your internet connection.');
});

test('has both feeds, each in a box that the keyboard reaches', () => {
  expect(x.rootsIn(document).length).toBeGreaterThanOrEqual(X_POSTS.length);
  expect(facebook.rootsIn(document).length).toBeGreaterThanOrEqual(FACEBOOK_POSTS.length);
  const boxes = [...document.querySelectorAll<HTMLElement>('.boxed')];
  expect(boxes.map((box) => [box.getAttribute('aria-label'), box.tabIndex])).toEqual([
    ['Invented posts, as on X', 0],
    ['Invented posts, as on Facebook', 0],
  ]);
});

test('leads to the settings and the privacy page', () => {
  const links = [...document.querySelectorAll('main > section:first-of-type a, footer a')].map((link) =>
    link.getAttribute('href'),
  );
  expect(links).toEqual(['privacy.html', 'options.html']);
});
