// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { MAX_TEXT, visibleText } from '../../src/sites/visible-text.ts';
import { open } from './page.ts';

const laidOut = { preformatted: false, insteadOf: () => null };
const asTyped = { preformatted: true, insteadOf: () => null };

describe('text that HTML lays out', () => {
  it.each([
    ['blocks stand on lines of their own', '<div><p>One</p><div><div>two</div></div>three</div>', 'One\ntwo\nthree'],
    ['an empty block breaks no second line', '<div><div>One</div><div></div><div> </div><div>two</div></div>', 'One\ntwo'],
    [
      'breaks break, and a line of nothing else is an empty line',
      '<div>One<br>two<div><br></div>three</div>',
      'One\ntwo\n\nthree',
    ],
    ['spaces and source lines are one space', '<div>One \n   two&nbsp; <b> three</b></div>', 'One two three'],
    ['emoji are read by their alt', '<div>Ill <img alt="🤒">, tired <img alt=":(" src="/emoji/1.png"></div>', 'Ill 🤒, tired :('],
    ['pictures are not', '<div>Ill <img alt="May be an image of 1 person 😊"><img></div>', 'Ill'],
    [
      'buttons and fields are no words',
      '<div>Ill<button>See more</button><b role="button">Less</b><input value="x"></div>',
      'Ill',
    ],
    ['nor is what is being written', '<div>Ill<p contenteditable>I am</p><p role="textbox">I was</p></div>', 'Ill'],
    [
      'nor is what the markup hides',
      '<div>Ill<b aria-hidden="true">1</b><b hidden>2</b><b style="color:red;display:none">3</b></div>',
      'Ill',
    ],
    ['nor are scripts and drawings', '<div>Ill<script>1</script><style>2</style><svg><title>3</title></svg></div>', 'Ill'],
    [
      'what is only said not to be hidden is read',
      '<div>Ill<b aria-hidden="false"> and</b><b contenteditable="false"> tired</b></div>',
      'Ill and tired',
    ],
    ['more than one empty line is one', '<div>One<br><br><br><br>two</div>', 'One\n\ntwo'],
    ['nothing is nothing', '<div><div> <span></span> </div></div>', ''],
  ])('%s', (_, markup, words) => {
    expect(visibleText(open(markup), laidOut)).toBe(words);
  });
});

describe('text that stands as it was typed', () => {
  it.each([
    ['its breaks are kept and its boxes break nothing', '<div>One\n\ntwo <div>@three</div> four</div>', 'One\n\ntwo @three four'],
    ['a break with the indent of a saved source is a space', '<div>One\n                two</div>', 'One two'],
  ])('%s', (_, markup, words) => {
    expect(visibleText(open(markup), asTyped)).toBe(words);
  });
});

it('what stands in place of a link is read instead of its words', () => {
  const rules = { preformatted: false, insteadOf: (anchor: Element) => anchor.getAttribute('title') };
  expect(
    visibleText(open('<div>See <a title="https://who.int/">who.int/…</a> <a>here</a> <a title="">there</a></div>'), rules),
  ).toBe('See https://who.int/ here');
});

it('a decoy is not read, nor what is in it', () => {
  const rules = { ...laidOut, isDecoy: (element: Element) => element.hasAttribute('data-0') };
  expect(visibleText(open('<div>One<p data-0="0">two<b>three</b></p>four</div>'), rules)).toBe('Onefour');
});

it('ends at the most that anybody can write, and not within a character', () => {
  const text = visibleText(open(`<div>${'a'.repeat(MAX_TEXT - 1)}😀😀</div>`), laidOut);
  expect(text).toBe('a'.repeat(MAX_TEXT - 1));
});

it('a text 2,000 elements deep is read', () => {
  expect(visibleText(open(`<div>${'<b>'.repeat(2000)}deep${'</b>'.repeat(2000)}</div>`), laidOut)).toBe('deep');
});

test('what can be read at once reads as what is walked through', () => {
  const words = fc.constantFrom('One', ' two', 'a  b', '\n', '\n        ', '        three', ' \n ', '\u00A0', '🤒', '');
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      words,
      fc
        .tuple(
          fc.constantFrom('span', 'div', 'b', 'p', 'button', 'a', 'svg', 'select', 'span class="x"'),
          fc.constantFrom(
            '',
            ' hidden',
            ' role="button"',
            ' aria-hidden="true"',
            ' contenteditable',
            ' style="display: none"',
            ' style="color: red"',
          ),
          fc.array(tie('tree'), { maxLength: 4 }),
        )
        .map(([tag, attribute, inner]) => `<${tag}${attribute}>${inner.join('')}</${tag.split(' ')[0]}>`),
      fc.constantFrom('<br>', '<img alt="🤒">', '<!-- none -->'),
    ),
  }));
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 6 }), (parts) => {
      const root = open(`<div>${parts.join('')}</div>`);
      // Where something may be a decoy, everything is looked at.
      expect(visibleText(root, asTyped)).toBe(visibleText(root, { ...asTyped, isDecoy: () => false }));
    }),
    { numRuns: 500 },
  );
});
