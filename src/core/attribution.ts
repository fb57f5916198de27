/**
 * Whether the words around a body's name say that the post has it from there: "according to the CDC", "a Cochrane review
 * found", "Lancet, 2021". A mere mention does not: "FDA rejects", "raising money for the MS Society", "fired by the NHS".
 *
 * English only. `start` and `end` are the name's place in the text.
 */
export function isAttribution(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - WINDOW), start);
  const after = text.slice(end, end + WINDOW);
  return LEADS_IN.test(before) || SAYS.test(after) || YEAR_BEHIND.test(after);
}

/** Handles that the post names as where it has something from: `via @NIH`, `source: @WHO`. In lower case. */
export function attributedHandles(
  text: string,
): readonly { readonly handle: string; readonly start: number; readonly end: number }[] {
  return Array.from(text.matchAll(/\b(?:via|source:?|according to|per|from)\s{1,3}@([A-Za-z0-9_]{1,15})\b/gi), (match) => {
    const handle = match[1] as string;
    const end = match.index + match[0].length;
    return { handle: handle.toLowerCase(), start: end - handle.length - 1, end };
  });
}

/** Characters on each side that are looked at: a phrase, not the sentence. */
const WINDOW = 48;

const LEADS_IN = new RegExp(
  `(?:^|[^\\w])(?:${[
    'according to',
    'as per',
    'per',
    'via',
    'sources?:?',
    '(?:published|reported|described|appeared|reviewed|recommended|advised) (?:in|by)',
    '(?:advice|guidance|guidelines?|information|info|data|figures|statistics|stats|numbers|recommendations?|fact ?sheet|report) (?:from|by|of)',
    '(?:study|studies|research|review|paper|article|trial|report|letter|editorial|meta-analysis) (?:in|by|from|published in|out of|at)',
    '(?:says|said|states|reports|recommends|advises|warns)',
  ].join('|')}) (?:the |a |an |this |new |journal |journal of )?$`,
  'i',
);

const SAYS =
  /^(?:['’]s)? ?,? ?(?:says|said|states|stated|reports that|reported that|recommends|recommended|advises|advised|found|finds|warns|warned|estimates|estimated|explains|defines|describes|lists|notes|stud(?:y|ies)|reviews?|meta-analysis|guidelines?|guidance|fact ?sheets?|researchers (?:found|find|say|report))(?![\w-])/i;

const YEAR_BEHIND = /^,? ?\(?(?:19|20)\d\d\b/;
