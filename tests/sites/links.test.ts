// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { addressesSeenFrom, isAddress, isTyped, linkList, MAX_LINKS, withoutParameters } from '../../src/sites/links.ts';
import { open } from './page.ts';

describe('words that spell an address', () => {
  it.each([
    'who.int',
    'https://www.nhs.uk/conditions/lupus/',
    'http://old.example',
    'nejm.org/doi/10.1056/NEJM…',
    'bit.ly/3abc',
    'example.org:8080/x',
    'example.org?x=1',
    'müller.example',
  ])('%s', (words) => expect(isAddress(words)).toBe(true));
});

describe('words that spell none', () => {
  it.each([
    '',
    'here',
    '@who',
    '#lupus',
    'World Health Organization',
    'who.int says',
    'me@clinic.example',
    'https://who.int@evil.example/',
    'e.g.',
    '3.5',
    'x'.repeat(5000),
  ])('%s', (words) => expect(isAddress(words)).toBe(false));
});

it('a link to the site itself is its author’s when somebody typed its address', () => {
  expect(isTyped('facebook.com/WHO/posts/1')).toBe(true);
  expect(isTyped('https://x.com/WHO')).toBe(true);
  expect(isTyped('facebook.com')).toBe(false);
  expect(isTyped('St. John/Ambulance')).toBe(false);
  expect(isTyped('World Health Organization')).toBe(false);
});

it.each([
  ['/somebody', 'https://x.com/somebody'],
  ['//who.int/a', 'https://who.int/a'],
  ['http://who.int', 'http://who.int/'],
  ['javascript:alert(1)', null],
  ['mailto:me@clinic.example', null],
  ['data:text/html,x', null],
  ['https://', null],
  ['https://[', null],
])('an anchor to %s leads to %s', (href, address) => {
  const anchor = open('<a></a>');
  anchor.setAttribute('href', href);
  expect(addressesSeenFrom('https://x.com/home')(anchor)?.href ?? null).toBe(address);
});

it('an anchor without an address leads nowhere', () => {
  expect(addressesSeenFrom('https://x.com/')(open('<a>x</a>'))).toBeNull();
});

it.each([
  ['https://a.example/?twclid=1', 'https://a.example/'],
  ['https://a.example/?b=%20x+y&twclid=1&c', 'https://a.example/?b=%20x+y&c'],
  ['https://a.example/?b=twclid&twclid#d', 'https://a.example/?b=twclid#d'],
  ['https://a.example/x?b=1', 'https://a.example/x?b=1'],
])('%s without what tracks it is %s', (address, cleaned) => {
  expect(withoutParameters(new URL(address), (name) => name === 'twclid')).toBe(cleaned);
});

it('a target is one link, where it was first seen, and there are no more than MAX_LINKS', () => {
  const links = linkList();
  links.add('https://a.example/', 'text');
  links.add('https://a.example/', 'card');
  for (let at = 0; at < 1000; at++) links.add(`https://a.example/${at}`, 'text');
  expect(links.all()).toHaveLength(MAX_LINKS);
  expect(links.all()[0]).toEqual({ href: 'https://a.example/', place: 'text' });
});
