import { expect, test } from 'vitest';
import { addressOf } from '../../src/cli/saved-page.ts';

test.each([
  ['a page that names its address', 'a.html', '<link rel="canonical" href="https://x.com/home">', 'https://x.com/home'],
  [
    'one saved by a browser',
    'a.html',
    '<!-- saved from url=(0034)https://www.facebook.com/groups/7/ -->',
    'https://www.facebook.com/groups/7/',
  ],
  [
    'one saved by SingleFile',
    'a.html',
    '<!--\n Page saved with SingleFile \n url: https://x.com/home \n-->',
    'https://x.com/home',
  ],
  ['a name with the site alone', 'snippet-x-2024-poll_1.html', '<article></article>', 'https://x.com/'],
  ['a name with the kind of page', 'facebook-2026-01-group-feed.html', '', 'https://www.facebook.com/groups/1/'],
  [
    'a page that names another site, whose file says more',
    'x-home.html',
    '<link rel=canonical href=https://x.com.evil.example/>',
    'https://x.com/home',
  ],
])('%s is served where it is from', (_, file, html, address) => {
  expect(addressOf(file, html)).toBe(address);
});

test('a page from nowhere is an error that says what to do', () => {
  expect(() => addressOf('notes.html', '<p>')).toThrow(/notes\.html.*canonical/);
});
