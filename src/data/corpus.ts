import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A labelled post, as the corpora and `npm run evaluate` have it: one JSON object a line. */
export interface LabelledPost {
  readonly id: string;
  readonly set: string;
  readonly text: string;
  readonly links: readonly string[];
  readonly gold: Gold;
  /** `false` where a second reader could differ. */
  readonly sure: boolean;
}

/** What a reader said of a post; `null` where two readers differed: then it counts neither way. */
export interface Gold {
  readonly health: boolean | null;
  readonly experience: boolean | null;
  readonly claim: boolean | null;
  readonly voice: 'patient' | 'carer' | null;
}

/** The labelled posts of a JSON Lines file. Throws, with the line's number, on a line that is none. */
export function labelledPosts(file: string): readonly LabelledPost[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [labelledPost(line, `${file}:${index + 1}`)]));
}

function labelledPost(line: string, where: string): LabelledPost {
  const row = JSON.parse(line) as Record<string, unknown>;
  const gold = row['gold'] as Record<string, unknown> | undefined;
  if (typeof row['text'] !== 'string' || gold === undefined) {
    throw new Error(`${where}: a labelled post needs "text" and "gold" (health, experience, claim, voice).`);
  }
  const links = Array.isArray(row['links']) ? row['links'] : [];
  return {
    id: String(row['id'] ?? where),
    set: String(row['set'] ?? 'all'),
    text: row['text'],
    links: links.map((link) => (typeof link === 'string' ? link : String((link as { href?: unknown }).href ?? ''))),
    gold: {
      health: answer(gold['health']),
      experience: answer(gold['experience']),
      claim: answer(gold['claim']),
      voice: gold['voice'] === 'patient' || gold['voice'] === 'carer' ? gold['voice'] : null,
    },
    sure: row['sure'] !== false,
  };
}

function answer(value: unknown): boolean | null {
  if (value === true || value === 1 || value === '1') return true;
  return value === false || value === 0 || value === '0' ? false : null;
}

/** A post that no person labelled, with a teacher's scores from 0 to 1. */
export interface TaughtPost {
  readonly set: string;
  readonly text: string;
  readonly experience: number;
  readonly claim: number;
  readonly health: number;
  /** Of an experience, whether it is a carer's; `null` when the teacher does not say. */
  readonly carer: number | null;
}

/** The posts of a gzipped JSON Lines file. */
export function taughtPosts(file: string): readonly TaughtPost[] {
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ ...(JSON.parse(line) as Omit<TaughtPost, 'carer'>), carer: null }));
}
