// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, describe, expect, test } from 'vitest';
import { shippedEngine } from '../../src/cli/shipped-engine.ts';
import type { Label } from '../../src/core/assessment.ts';
import { LABELS } from '../../src/core/label.ts';
import type { Post } from '../../src/core/post.ts';
import { DemoPage } from '../../src/demo/demo-page.tsx';
import { type DemoPost, FACEBOOK_POSTS, X_POSTS } from '../../src/demo/posts.ts';
import { facebook } from '../../src/sites/facebook.ts';
import type { Site } from '../../src/sites/site.ts';
import { x } from '../../src/sites/x.ts';
import { FLAG_NAMES } from '../../src/ui/names.ts';
import { english } from '../ui/english.ts';

beforeEach(() => {
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  render(<DemoPage t={english} />, place);
});

function postsOf(site: Site): readonly Post[] {
  return site.rootsIn(document).flatMap((root) => site.read(root) ?? []);
}

function withNested(posts: readonly DemoPost[]): readonly DemoPost[] {
  return posts.flatMap((post) => [post, ...withNested(post.comments ?? []), ...withNested(post.quoted ? [post.quoted] : [])]);
}

describe('the adapters read the demo as they read the sites', () => {
  test.each([
    ['X', x, X_POSTS],
    ['Facebook', facebook, FACEBOOK_POSTS],
  ] as const)('%s: every post once, word for word, its links untangled', (_, site, given) => {
    const expected = withNested(given).map(({ text, card }) => ({
      words: wordsIn(text),
      links: [...(text.match(/https:\S+/g) ?? []), ...(card ? [site === x ? hostOnly(card.address) : card.address] : [])],
    }));
    const read = postsOf(site).map(({ text, links }) => ({ words: wordsIn(text), links: links.map(({ href }) => href) }));
    const byWords = (one: { words: string }, other: { words: string }) => one.words.localeCompare(other.words);
    expect(read.sort(byWords)).toEqual(expected.sort(byWords));
  });
});

/** All that X tells of a card's address. */
function hostOnly(address: string): string {
  return `https://${new URL(address).hostname.replace(/^www\./, '')}/`;
}

/** A text without its addresses, which each site writes in its own way. */
function wordsIn(text: string): string {
  return text
    .replaceAll(/\S+\.\S+\/\S*/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

describe('the demo shows what there is', () => {
  const assess = shippedEngine();

  function labelsOf(beginning: string): readonly Label[] {
    const post = [...postsOf(x), ...postsOf(facebook)].find(({ text }) => text.startsWith(beginning));
    if (!post) throw new Error(`The demo has no post that begins with "${beginning}".`);
    return assess(post).labels;
  }

  test.each<[beginning: string, labels: readonly Label[]]>([
    ['I was diagnosed with Marfan', ['patient-experience', 'medical-source']],
    ['I was diagnosed with complex', ['patient-experience']],
    ['I have lived with', ['patient-experience']],
    ['My daughter', ['carer-experience']],
    ['My husband', ['carer-experience']],
    ['A child in your class', ['medical-source']],
    ['Lupus often causes', ['medical-source']],
    ['Two doses', ['medical-source']],
    ['High blood pressure', ['no-source']],
    ['Vitamin D', ['no-source']],
    ['Studies show', ['no-source']],
    ['My cousin', ['medical-source']],
    ['Remember when', ['medical-source']],
    ['A small trial', ['medical-source']],
    ['Sensors lower', ['no-source']],
    ['This group project', []],
    ['Sun coming up', []],
    ['Our hospital', []],
    ['Thinking of you', []],
    ['I am running', []],
  ])('"%s …": %j', (beginning, labels) => {
    expect(labelsOf(beginning)).toEqual(labels);
  });

  test('every label, and every flag', () => {
    const found = [...postsOf(x), ...postsOf(facebook)].map(assess);
    expect(new Set(found.flatMap(({ labels }) => labels))).toEqual(new Set(LABELS));
    const flags = found.flatMap(({ citations }) => citations.flatMap((citation) => citation.flags));
    expect(new Set(flags)).toEqual(new Set(Object.keys(FLAG_NAMES)));
  });
});
