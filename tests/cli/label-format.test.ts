import { describe, expect, it } from 'vitest';
import { answerFor } from '../../src/cli/label-format.ts';
import type { Assessment } from '../../src/core/assessment.ts';
import type { Post } from '../../src/core/post.ts';

let seen: Post | undefined;

/** An engine that finds something of everything in `my lupus`. */
function engine(post: Post): Assessment {
  seen = post;
  return {
    id: post.id,
    labels: ['patient-experience'],
    health: true,
    experience: { score: 0.98765, voice: 'patient', because: [{ start: 0, end: 2 }] },
    claim: null,
    citations: [
      { source: 'nhs', name: 'NHS', kind: 'reference-work', how: 'link', where: 'https://nhs.uk/', span: null, flags: [] },
    ],
    mentions: [{ id: 'MONDO:7', name: 'lupus', kind: 'condition', start: 3, end: 8 }],
  };
}

function postOf(line: object): Post | undefined {
  answerFor(JSON.stringify(line), engine);
  return seen;
}

it('an answer has the words, not their places', () => {
  expect(answerFor('{"id": "7", "text": "my lupus"}', engine)).toEqual({
    id: '7',
    labels: ['patient-experience'],
    health: true,
    experience: { score: 0.988, voice: 'patient', because: ['my'] },
    claim: null,
    citations: [{ source: 'nhs', name: 'NHS', kind: 'reference-work', how: 'link', where: 'https://nhs.uk/', flags: [] }],
    mentions: [{ id: 'MONDO:7', name: 'lupus', text: 'lupus', kind: 'condition' }],
  });
});

describe('a line', () => {
  it('gives its links as addresses, or as X shows them', () => {
    const links = ['https://nhs.uk/x', { href: 'https://t.co/a', text: 'who.int/flu…' }, { href: 'https://t.co/b' }];
    expect(postOf({ id: 1, text: '', links })?.links.map(({ href }) => href)).toEqual([
      'https://nhs.uk/x',
      'https://who.int/flu',
      'https://t.co/b',
    ]);
  });

  it('without links has those written out in its text', () => {
    expect(postOf({ id: 1, text: 'see https://nhs.uk/x.' })?.links).toEqual([{ href: 'https://nhs.uk/x', place: 'text' }]);
    expect(postOf({ id: 1, text: 'see https://nhs.uk/x.', links: [] })?.links).toEqual([]);
  });

  it('may say the site, the language and the author', () => {
    expect(postOf({ id: 1, text: '', site: 'x', lang: 'fr', author: { handle: '@WHO' } })).toMatchObject({
      site: 'x',
      language: 'fr',
      author: 'who',
    });
    expect(postOf({ id: 1, text: '', site: 'reddit', lang: null, author: {} })).toMatchObject({
      site: null,
      language: null,
      author: null,
    });
  });

  it.each([
    ['{"id": "1"', 'it is no JSON'],
    ['[1]', 'it is no JSON object'],
    ['null', 'it is no JSON object'],
    ['{"text": "x"}', '"id" must be text'],
    ['{"id": "1"}', '"text" is missing'],
    ['{"id": "1", "text": 5}', '"text" must be text, not 5'],
    ['{"id": "1", "text": "x", "links": "https://nhs.uk"}', '"links" must be a list'],
    ['{"id": "1", "text": "x", "links": [5]}', 'link 1 must be an address'],
    ['{"id": "1", "text": "x", "author": "WHO"}', '"author" must be an object'],
  ])('%s is refused: %s', (line, reason) => {
    expect(() => answerFor(line, engine)).toThrow(reason);
  });
});
