import { createRequire } from 'node:module';
import ModernAhoCorasick from 'modern-ahocorasick';
import { encodeLexicon, openLexicon } from '../../../src/core/lexicon.ts';
import { wordReader } from '../../../src/core/text.ts';
import { plainWords } from './plain-words.ts';

/** A way to find names in texts: the longest from the left, whole words, none across the end of a sentence. */
export interface Contender {
  readonly name: string;
  /** Whether it claims to find exactly what a search by hand finds. */
  readonly exact: boolean;
  /** Everything from the names in memory to the first answer. */
  build(names: readonly string[]): Matcher;
}

export interface Matcher {
  /** The names found in a raw text, by their numbers, in order. */
  find(text: string): readonly number[];
  /** Bytes it holds, when they can be told from the inside. */
  readonly bytes?: number;
}

const require = createRequire(import.meta.url);

export const ours: Contender = {
  name: 'hashed word sequences (ours)',
  exact: true,
  build(names) {
    return openedLexicon(encodeLexicon(names.map((text, entry) => ({ text, entry: entry % MAX_ENTRIES, flags: 0 }))));
  },
};

/** An entry number has 17 bits; a name's own number is told from the entry and the order, so the bench compares modulo. */
export const MAX_ENTRIES = 1 << 17;

export function openedLexicon(bytes: Uint8Array): Matcher {
  const lexicon = openLexicon(bytes);
  const read = wordReader();
  return {
    find(text) {
      const found: number[] = [];
      lexicon.scan(read(text), (entry) => found.push(entry));
      return found;
    },
    bytes: bytes.length,
  };
}

/** The oracle: every stretch of words looked up as a string. Slow and plainly right. */
export const byHand: Contender = {
  name: 'every stretch of words, by hand',
  exact: true,
  build(names) {
    const numbers = new Map(names.map((name, number) => [plainWords(name).join(' '), number]));
    return {
      find(text) {
        const words = plainWords(text);
        const found: number[] = [];
        for (let at = 0; at < words.length; ) {
          let reach = Math.min(9, words.length - at);
          while (reach > 0 && !numbers.has(words.slice(at, at + reach).join(' '))) reach -= 1;
          if (reach > 0) found.push(numbers.get(words.slice(at, at + reach).join(' ')) as number);
          at += Math.max(1, reach);
        }
        return found;
      },
    };
  },
};

interface Node {
  readonly next: Map<string, Node>;
  number: number;
}

const trie: Contender = {
  name: 'nested Map token trie',
  exact: true,
  build(names) {
    const root: Node = { next: new Map(), number: -1 };
    for (const [number, name] of names.entries()) {
      let node = root;
      for (const word of plainWords(name)) {
        const next: Node = node.next.get(word) ?? { next: new Map(), number: -1 };
        node.next.set(word, next);
        node = next;
      }
      node.number = number;
    }
    return {
      find(text) {
        const words = plainWords(text);
        const found: number[] = [];
        for (let at = 0; at < words.length; ) {
          let node: Node | undefined = root;
          let number = -1;
          let end = at + 1;
          for (let reach = at; node && reach < words.length; ) {
            node = node.next.get(words[reach] as string);
            reach += 1;
            if (node && node.number >= 0) {
              number = node.number;
              end = reach;
            }
          }
          if (number >= 0) found.push(number);
          at = end;
        }
        return found;
      },
    };
  },
};

const firstWord: Contender = {
  name: 'Map from first word to candidates',
  exact: true,
  build(names) {
    const candidates = new Map<string, { words: readonly string[]; number: number }[]>();
    for (const [number, name] of names.entries()) {
      const words = plainWords(name);
      const list = candidates.get(words[0] as string);
      if (list) list.push({ words, number });
      else candidates.set(words[0] as string, [{ words, number }]);
    }
    for (const list of candidates.values()) list.sort((one, other) => other.words.length - one.words.length);
    return {
      find(text) {
        const words = plainWords(text);
        const found: number[] = [];
        for (let at = 0; at < words.length; ) {
          const hit = candidates
            .get(words[at] as string)
            ?.find((one) => one.words.every((word, offset) => words[at + offset] === word));
          if (hit) found.push(hit.number);
          at += hit?.words.length ?? 1;
        }
        return found;
      },
    };
  },
};

/** Patterns and text as ` word word `, so that a hit is one of whole words; of all hits the longest from the left stay. */
function spaced(words: readonly string[]): string {
  return ` ${words.join(' ')} `;
}

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly number: number;
}

function longestFromTheLeft(hits: readonly Hit[]): readonly number[] {
  const ordered = [...hits].sort((one, other) => one.start - other.start || other.end - one.end);
  const found: number[] = [];
  let free = 0;
  for (const { start, end, number } of ordered) {
    if (start < free) continue;
    found.push(number);
    // The space behind a hit begins the next one.
    free = end - 1;
  }
  return found;
}

const modern: Contender = {
  name: 'modern-ahocorasick 3.3.0',
  exact: true,
  build(names) {
    const patterns = names.map((name) => spaced(plainWords(name)));
    const numbers = new Map(patterns.map((pattern, number) => [pattern, number]));
    const matcher = new ModernAhoCorasick(patterns);
    return {
      find(text) {
        const line = spaced(plainWords(text));
        return longestFromTheLeft(
          matcher.search(line).map(({ start, end }) => ({ start, end, number: numbers.get(line.slice(start, end)) as number })),
        );
      },
    };
  },
};

const classic: Contender = {
  name: 'ahocorasick 1.0.2',
  exact: true,
  build(names) {
    const AhoCorasick = require('ahocorasick') as new (
      patterns: readonly string[],
    ) => { search(text: string): [number, string[]][] };
    const patterns = names.map((name) => spaced(plainWords(name)));
    const numbers = new Map(patterns.map((pattern, number) => [pattern, number]));
    const matcher = new AhoCorasick(patterns);
    return {
      find(text) {
        const hits = matcher.search(spaced(plainWords(text)));
        return longestFromTheLeft(
          hits.flatMap(([last, found]) =>
            found.map((pattern) => ({ start: last + 1 - pattern.length, end: last + 1, number: numbers.get(pattern) as number })),
          ),
        );
      },
    };
  },
};

const flashtext: Contender = {
  name: 'flashtext.js 1.0.5',
  exact: false,
  build(names) {
    const KeywordProcessor = require('flashtext.js') as new () => {
      addKeyword(word: string, clean: string): void;
      extractKeywords(text: string): string[];
    };
    const processor = new KeywordProcessor();
    for (const [number, name] of names.entries()) processor.addKeyword(plainWords(name).join(' '), String(number));
    return { find: (text) => processor.extractKeywords(plainWords(text).join(' ')).map(Number) };
  },
};

const expression: Contender = {
  name: 'one big RegExp',
  exact: true,
  build(names) {
    const patterns = names.map((name) => plainWords(name).join(' '));
    const numbers = new Map(patterns.map((pattern, number) => [pattern, number]));
    const longest = [...patterns].sort((one, other) => other.length - one.length);
    const matcher = new RegExp(`(?<= )(?:${longest.join('|')})(?= )`, 'g');
    return { find: (text) => (spaced(plainWords(text)).match(matcher) ?? []).map((pattern) => numbers.get(pattern) as number) };
  },
};

/** In the order of the table, ours first. */
export const contenders: readonly Contender[] = [ours, trie, firstWord, modern, classic, flashtext, expression];
