import type { Span } from '../core/assessment.ts';

/** A stretch of a post, cut so that each part is either all highlighted or not at all. */
export type Excerpt = readonly Part[];

export interface Part {
  readonly text: string;
  readonly spoke: boolean;
}

const MOST_SPANS = 6;
const CONTEXT = 48;
const LONGEST_SPAN = 240;
const CUT = '…';

/**
 * The words that spoke, each with a little of the text around it; in the order of the text, neighbours joined.
 * Spans that do not fit the text are cut or left out: the site may have changed the post since it was read.
 *
 *     excerptsOf('After years, I was diagnosed with lupus.', [{ start: 13, end: 28 }])
 *     // [[{ text: 'After years, ', spoke: false }, { text: 'I was diagnosed', spoke: true }, { text: ' with lupus.', spoke: false }]]
 */
export function excerptsOf(text: string, spans: readonly Span[]): readonly Excerpt[] {
  const spoken = joined(spans.slice(0, MOST_SPANS).flatMap((span) => fitted(text, span)));
  const excerpts: Excerpt[] = [];
  let group: Span[] = [];
  for (const [index, span] of spoken.entries()) {
    group.push(span);
    const next = spoken[index + 1];
    if (next && windowStart(text, next.start) <= windowEnd(text, span.end)) continue;
    excerpts.push(excerptOf(text, group));
    group = [];
  }
  return excerpts;
}

function excerptOf(text: string, spans: readonly Span[]): Excerpt {
  const from = windowStart(text, spans[0]?.start ?? 0);
  const to = windowEnd(text, spans.at(-1)?.end ?? 0);
  const parts: Part[] = [];
  let at = from;
  for (const { start, end } of spans) {
    parts.push({ text: (at === from && from > 0 ? CUT : '') + text.slice(at, start), spoke: false });
    const shown =
      end - start > LONGEST_SPAN ? text.slice(start, between(text, start + LONGEST_SPAN)) + CUT : text.slice(start, end);
    parts.push({ text: shown, spoke: true });
    at = end;
  }
  parts.push({ text: text.slice(at, to) + (to < text.length ? CUT : ''), spoke: false });
  return parts.filter((part) => part.text !== '');
}

/** The span inside of the text; none when nothing of it is. */
function fitted(text: string, { start, end }: Span): readonly Span[] {
  const from = Math.max(0, Math.trunc(start));
  const to = Math.min(text.length, Math.trunc(end));
  // Written so that NaN falls through to "none".
  if (!(from < to)) return [];
  const before = between(text, from);
  return [{ start: before === from ? from : from - 1, end: between(text, to) }];
}

function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && span.start <= last.end) result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}

/** Where the context before a span begins: behind a space, where there is one. */
function windowStart(text: string, start: number): number {
  const from = start - CONTEXT;
  if (from <= 0) return 0;
  const space = text.slice(from, start).search(/\s/u);
  return space === -1 ? between(text, from) : from + space + 1;
}

/** Where the context behind a span ends: before a space, where there is one. */
function windowEnd(text: string, end: number): number {
  const to = end + CONTEXT;
  if (to >= text.length) return text.length;
  const space = text.slice(end, to).search(/\s\S*$/u);
  return space === -1 ? between(text, to) : end + space;
}

/** The place itself, or the one behind it when it is inside of a surrogate pair. */
function between(text: string, at: number): number {
  return isSurrogate(text, at - 1, 0xd800) && isSurrogate(text, at, 0xdc00) ? at + 1 : at;
}

function isSurrogate(text: string, at: number, first: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= first && unit < first + 0x400;
}
