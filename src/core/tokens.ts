import { CLASSES, type WordClass } from './english/words.ts';
import type { ReadText } from './reading.ts';
import { BREAK } from './text.ts';

/** A word of a text as the cues see it. */
export interface Token {
  /** In lower case, with a straight apostrophe. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Whether a sentence or a line ends before it. */
  readonly first: boolean;
  readonly classes: ReadonlySet<WordClass>;
}

/** The words of a text with the classes of the language and of what is named: `my mum's chemo` → me · kin · treatment. */
export function tokensOf({ text, words, mentions, signs }: ReadText): readonly Token[] {
  const named = new Map<number, WordClass>();
  for (const sign of signs) {
    for (let word = sign.from; word < sign.to; word += 1) named.set(word, sign.kind === 'illness-sign' ? 'ill' : 'medical');
  }
  const tokens: Token[] = [];
  let mention = 0;
  for (let word = 0; word < words.count; word += 1) {
    const start = words.start[word] as number;
    const end = words.end[word] as number;
    while (mention < mentions.length && (mentions[mention]?.end ?? 0) <= start) mention += 1;
    const here = mentions[mention];
    if (here !== undefined && here.start <= start && end <= here.end) named.set(word, here.kind === 'topic' ? 'medical' : 'ill');
    const lower = text.slice(start, end).toLowerCase().replaceAll('’', "'");
    const own = named.get(word);
    const classes = CLASSES.get(lower) ?? CLASSES.get(withoutPossessive(lower)) ?? NO_CLASSES;
    tokens.push({
      word: lower,
      start,
      end,
      first: ((words.flags[word] as number) & BREAK) !== 0,
      classes: own === undefined ? classes : new Set([...classes, own]),
    });
  }
  return tokens;
}

const NO_CLASSES: ReadonlySet<WordClass> = new Set();

function withoutPossessive(word: string): string {
  return word.endsWith("'s") ? word.slice(0, -2) : word;
}
