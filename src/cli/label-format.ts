import type { Assessment, Label, MentionKind, Span, Voice } from '../core/assessment.ts';
import type { Engine } from '../core/engine.ts';
import type { Link, Post, SiteId } from '../core/post.ts';
import { addressesIn, shownTarget } from '../core/url.ts';

/** One line of `npm run label`'s output. The format is kept: other programs read it. */
export interface Answer {
  readonly id: string;
  readonly labels: readonly Label[];
  readonly health: boolean;
  readonly experience: { readonly score: number; readonly voice: Voice; readonly because: readonly string[] } | null;
  readonly claim: { readonly score: number; readonly because: readonly string[] } | null;
  readonly citations: readonly AnsweredCitation[];
  readonly mentions: readonly { readonly id: string; readonly name: string; readonly text: string; readonly kind: MentionKind }[];
}

type AnsweredCitation = Pick<Assessment['citations'][number], 'source' | 'name' | 'kind' | 'how' | 'where' | 'flags'>;

/**
 * The labels of one line:
 *
 *     {"id": "1", "text": "…", "links"?: ["https://…" or {"href": "…", "text": "…"}], "lang"?: "en", "site"?: "x", "author"?: {"handle"?: "…"}}
 *
 * Without `links`, the addresses written out in the text are read. Throws an error that says what is wrong with the line.
 */
export function answerFor(line: string, engine: Engine): Answer {
  const post = postFrom(line);
  const found = engine(post);
  function wordsOf(spans: readonly Span[]): readonly string[] {
    return spans.map(({ start, end }) => post.text.slice(start, end));
  }
  return {
    id: found.id,
    labels: found.labels,
    health: found.health,
    experience: found.experience && {
      score: rounded(found.experience.score),
      voice: found.experience.voice,
      because: wordsOf(found.experience.because),
    },
    claim: found.claim && { score: rounded(found.claim.score), because: wordsOf(found.claim.because) },
    citations: found.citations.map(({ source, name, kind, how, where, flags }) => ({ source, name, kind, how, where, flags })),
    mentions: found.mentions.map(({ id, name, kind, start, end }) => ({ id, name, text: post.text.slice(start, end), kind })),
  };
}

function postFrom(line: string): Post {
  const value = parsed(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('it is no JSON object.');
  const fields = value as Readonly<Record<string, unknown>>;
  const id = fields['id'];
  if (typeof id !== 'string' && typeof id !== 'number') throw new Error('"id" must be text.');
  const text = textOf(fields, 'text');
  if (text === null) throw new Error('"text" is missing.');
  const site = textOf(fields, 'site');
  return {
    id: String(id),
    site: isSite(site) ? site : null,
    kind: 'post',
    text,
    links: linksOf(fields['links'], text),
    language: textOf(fields, 'lang'),
    promoted: false,
    truncated: false,
    author: handleOf(fields['author']),
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new Error(`it is no JSON: ${(error as Error).message}`);
  }
}

function textOf(fields: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = fields[name];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw new Error(`"${name}" must be text, not ${JSON.stringify(value).slice(0, 40)}.`);
  return value;
}

function linksOf(value: unknown, text: string): readonly Link[] {
  if (value === undefined || value === null) return addressesIn(text).map((href) => ({ href, place: 'text' }));
  if (!Array.isArray(value)) throw new Error('"links" must be a list.');
  return value.map((link: unknown, number) => {
    if (typeof link === 'string') return { href: link, place: 'text' };
    const { href, text: words } = (typeof link === 'object' && link !== null ? link : {}) as Readonly<Record<string, unknown>>;
    if (typeof href !== 'string') throw new Error(`link ${number + 1} must be an address or {"href": address, "text": words}.`);
    return { href: typeof words === 'string' ? shownTarget(href, words) : href, place: 'text' };
  });
}

function handleOf(author: unknown): string | null {
  if (author === undefined || author === null) return null;
  if (typeof author !== 'object') throw new Error('"author" must be an object with a "handle".');
  return (
    textOf(author as Readonly<Record<string, unknown>>, 'handle')
      ?.replace(/^@/, '')
      .toLowerCase() ?? null
  );
}

function isSite(site: string | null): site is SiteId {
  return site === 'x' || site === 'facebook';
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}
