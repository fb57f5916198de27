import type { Span } from './assessment.ts';
import type { CueTable } from './english/cue-table.ts';
import type { WordClass } from './english/words.ts';
import type { Token } from './tokens.ts';

/** What a table of cues found: the sum of the weights, and where the cues stand, the weightiest first. */
export interface Found {
  readonly sum: number;
  readonly because: readonly Span[];
}

export type Cues = (tokens: readonly Token[]) => Found;

/** Makes a table of cues ready. A row counts once, however many of its phrases a text has; no phrase crosses the end of a sentence. */
export function cuesOf(table: CueTable): Cues {
  const rows = table.map(([weight, ...phrases]) => ({ weight, phrases: phrases.map(compiled) }));
  return (tokens) => {
    let sum = 0;
    const found: { readonly weight: number; readonly span: Span }[] = [];
    for (const { weight, phrases } of rows) {
      const span = firstOf(phrases, tokens);
      if (span === null) continue;
      sum += weight;
      if (weight > 0) found.push({ weight, span });
    }
    found.sort((a, b) => b.weight - a.weight);
    return { sum, because: withoutOverlap(found.map((one) => one.span)) };
  };
}

/** Log-odds to a share of one. Only sums and quotients: the same in every engine, to the last bit. */
export function shareOf(logOdds: number): number {
  return 0.5 + (0.5 * logOdds) / (1 + Math.abs(logOdds));
}

type Step = { readonly gap: number } | { readonly words: ReadonlySet<string>; readonly classes: readonly WordClass[] };

function compiled(phrase: string): readonly Step[] {
  return phrase.split(' ').map((part): Step => {
    if (part.startsWith('~')) return { gap: Number(part.slice(1)) };
    const choices = part.split('|');
    return {
      words: new Set(choices.filter((choice) => !choice.startsWith('<'))),
      classes: choices.filter((choice) => choice.startsWith('<')).map((choice) => choice.slice(1, -1) as WordClass),
    };
  });
}

function firstOf(phrases: readonly (readonly Step[])[], tokens: readonly Token[]): Span | null {
  for (let at = 0; at < tokens.length; at += 1) {
    for (const phrase of phrases) {
      const end = endOf(phrase, 0, tokens, at, at);
      if (end > at) return { start: (tokens[at] as Token).start, end: (tokens[end - 1] as Token).end };
    }
  }
  return null;
}

/** Behind the last word of the phrase when it stands at `at`; -1 when it does not. Gaps are short, so this is too. */
function endOf(phrase: readonly Step[], step: number, tokens: readonly Token[], at: number, from: number): number {
  const wanted = phrase[step];
  if (wanted === undefined) return at;
  if ('gap' in wanted) {
    for (let skipped = 0; skipped <= wanted.gap; skipped += 1) {
      const end = endOf(phrase, step + 1, tokens, at + skipped, from);
      if (end >= 0) return end;
      if (tokens[at + skipped]?.first && at + skipped > from) return -1;
    }
    return -1;
  }
  const token = tokens[at];
  if (token === undefined || (token.first && at > from)) return -1;
  if (!wanted.words.has(token.word) && !wanted.classes.some((one) => token.classes.has(one))) return -1;
  return endOf(phrase, step + 1, tokens, at + 1, from);
}

function withoutOverlap(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const span of spans) if (!kept.some((other) => span.start < other.end && other.start < span.end)) kept.push(span);
  return kept;
}
