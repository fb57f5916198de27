import { readFileSync } from 'node:fs';
import { plainWords } from './plain-words.ts';

// What every contender is given: the same names, and the same posts as they stand on a page.

/** What the targets are set for. */
const NAMES = 150_000;
const POSTS = 10_000;

/**
 * 150,000 names: those of the list, then made-up ones of two to five words out of its vocabulary, as often as each word
 * stands there. Each normalises to one sequence of words that no other has.
 */
export function medicalNames(): readonly string[] {
  const random = seeded(7);
  const names = new Map<string, string>();
  const vocabulary: string[] = [];
  for (const name of listedNames()) {
    const words = plainWords(name);
    // Abbreviations that another form of theirs makes a second name are left to the tests.
    if (!isUsable(words) || plainWords(name.toLowerCase()).join(' ') !== words.join(' ')) continue;
    names.set(words.join(' '), name);
    vocabulary.push(...words);
  }
  while (names.size < NAMES) {
    const words = Array.from({ length: 2 + Math.floor(random() * 4) }, () => pick(vocabulary, random));
    const name = words.join(' ');
    if (isUsable(words) && plainWords(name).join(' ') === name) names.set(name, name);
  }
  return [...names.values()].slice(0, NAMES);
}

/**
 * 10,000 posts of 30 to 280 characters, three in ten of which name something.
 * Each is one flat string, as the browser hands over what a message brings: not the rope that putting it together leaves.
 */
export function shortPosts(names: readonly string[]): readonly string[] {
  const random = seeded(11);
  const posts = Array.from({ length: POSTS }, () => {
    const parts: string[] = [];
    const length = 30 + Math.floor(random() * 200);
    const named = random() < 0.3;
    while (parts.join(' ').length < length) {
      const next = named && random() < 0.12 ? pick(names, random) : pick(EVERYDAY, random);
      parts.push(random() < 0.08 ? `${next}${pick(['.', ',', '!', '?', ' —', '…', ' 🎗️'], random)}` : next);
    }
    const text = parts.join(' ');
    return text[0]?.toUpperCase() + text.slice(1);
  });
  return JSON.parse(JSON.stringify(posts)) as readonly string[];
}

/** Names whose words are told apart by our stem and by nothing else are left to the tests: here all contenders see one text. */
function isUsable(words: readonly string[]): boolean {
  return words.length > 0 && words.length <= 9 && words.every((word) => word !== '|' && word.length < 40);
}

function listedNames(): readonly string[] {
  const files = ['conditions', 'drugs', 'symptoms'] as const;
  return files.flatMap((file) => {
    const rows = readFileSync(`src/data/generated/extract/${file}.tsv`, 'utf8').split('\n').slice(2);
    return rows.flatMap((row) =>
      row.split('\t').flatMap((cell, column) => (column === 0 || cell.includes(':') ? [] : cell.split('|'))),
    );
  });
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

/** A small generator of its own (mulberry32, public domain), so that every run sees the same. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Words of everyday posts; many of them begin or end names. */
const EVERYDAY = (
  'the to and a of in i is you it for my that on me this so with just have be are not but was at all like get out up what do we if ' +
  'day now can one when no go going good know time love new today about they got really see don’t think been how back it’s her his ' +
  'people from more because need right will too much want had work still life last never would there night who feel why then make ' +
  'way after home even better year years first off over only always some two week pain tired doctor hospital sleep morning eyes head ' +
  'heart blood cell acute chronic type deficiency congenital familial early late primary with severe skin bone left hand small ' +
  'Monday London coffee football music weather train birthday school teacher baby mum dad friend dinner holiday phone game movie song'
).split(' ');
