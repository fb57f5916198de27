import type { SourceKind } from './source.ts';

/**
 * How the words around a body's name say that the post has something from there:
 *
 * - `plain`: "according to the CDC", "a study in The Lancet", "Lancet, 2021", "source: WHO";
 * - `said`: "the WHO recommends", "a Cochrane review", which counts only for what the post states as a fact: bodies also
 *   say that they hire;
 * - `null`: a mere mention. "FDA rejects", "raising money for the MS Society", "fired by the NHS", "not reviewed by the FDA",
 *   "a retracted study in The Lancet", "if the FDA says so", and everything that a hospital or the NHS said to somebody in person.
 *
 * English only. `start` and `end` are the name's place in the text; `weak` names are also everyday words: they count with a
 * capital, where the words lead in and the name ends, "a study in Nature shows" and not "published in science books".
 */
export function attributionOf(
  text: string,
  start: number,
  end: number,
  kind: SourceKind,
  weak: boolean,
): 'plain' | 'said' | null {
  const before = clauseBefore(text.slice(Math.max(0, start - WINDOW), start));
  const after = text.slice(end, end + WINDOW);
  if (DENIED.test(before) || GOES_ON.test(after) || DOUBTED.test(after)) return null;
  if (LEADS_IN.test(before)) return OWN_WORK.test(before) || (weak && !isName(text, start, after)) ? null : 'plain';
  if (weak) return null;
  if (kind === 'journal' && YEAR_BEHIND.test(after)) return 'plain';
  return SPEAKERS.includes(kind) && isSaying(before, after) && !IN_PERSON.test(after) ? 'said' : null;
}

/** Whether an everyday word stands as a name: with a capital, and as the whole of what is named. */
function isName(text: string, start: number, after: string): boolean {
  return /\p{Lu}/u.test(text.charAt(start)) && ENDS.test(after);
}

/** "The CDC warns", and not "a whistleblower from the CDC warns"; a review can be of a body, at it and in it. */
function isSaying(before: string, after: string): boolean {
  return FOUND.test(after) || (SAYS.test(after) && !PART_OF.test(before));
}

/**
 * Whether a text could attribute something to a source without stating anything itself: the words that lead in a name, or a
 * year behind one, whatever the name. What a body "says" counts for claims only.
 */
export function mayAttribute(text: string): boolean {
  return LEADS.test(text) || YEAR.test(text);
}

/** Handles that the post names as where it has something from: `via @NIH`, `source: @WHO`. In lower case. */
export function attributedHandles(
  text: string,
): readonly { readonly handle: string; readonly start: number; readonly end: number }[] {
  if (!text.includes('@')) return [];
  return Array.from(
    text.matchAll(/\b(?:via|sources?:|according to)\s{1,3}@([A-Za-z0-9_]{1,15})(?=$|[\s.,;:!?)\]]{0,3}$|[.,;:!?)\]\n])/gi),
    (match) => {
      const handle = match[1] as string;
      const end = match.index + match[0].length;
      return { handle: handle.toLowerCase(), start: end - handle.length - 1, end };
    },
  );
}

/** Characters on each side that are looked at: a phrase, not the sentence. */
const WINDOW = 48;

function clauseBefore(text: string): string {
  return text.slice(Math.max(text.lastIndexOf('.'), text.lastIndexOf('!'), text.lastIndexOf('?'), text.lastIndexOf('\n')) + 1);
}

/** Kinds of bodies that speak to everybody. What a hospital or a university says is mostly said to a patient or about itself. */
const SPEAKERS: readonly SourceKind[] = [
  'public-health-agency',
  'government-health-body',
  'journal',
  'evidence-synthesis',
  'medical-society',
];

const LEADING = `(?:^|[^\\w])(?:${[
  'according to',
  'as per',
  'sources?:',
  '(?:published|reported|described|appeared|reviewed|recommended) (?:in|by)',
  '(?:advice|guidance|guidelines?|information|data|figures|statistics|recommendations?|fact ?sheet) (?:from|by|of)',
  '(?:study|studies|research|review|paper|article|trial|editorial|findings?|meta-analysis) (?:in|by|from|published in|out of)',
].join('|')}) |(?:^|[,;:(–—]) {0,2}per `;

const LEADS = new RegExp(LEADING, 'i');
const LEADS_IN = new RegExp(`(?:${LEADING})(?:the |a |an |this |new |journal |journal of )?$`, 'i');

const SAYS =
  /^ ?,? ?(?:says|said|states|reports|reported|recommends|recommended|advises|found|finds|warns|warned|estimates|estimated|defines|researchers (?:found|find|say|report))(?![\w-])/i;

const FOUND = /^(?:['’]s)? ?(?:stud(?:y|ies)|reviews?|meta-analysis|guidelines?|guidance|fact ?sheets?)(?![\w-])/i;

/** Before a body of which somebody or something is only a part: "a nurse from the NHS". */
const PART_OF = /\b(?:from|at|of|by|for|with|inside|against) (?:the )?$/i;

/** Denial, contempt, doubt and conditions turn an attribution round. */
const DENIED = new RegExp(
  `\\b(?:${[
    'not|no|never|nobody|none|without|contrary|whatever|what|despite|against',
    'if|unless|whether|is it true',
    'fake|false|bogus|debunked|retracted|discredited|fraudulent|so-called|supposed|supposedly|alleged|allegedly',
  ].join('|')})\\b|n['’]t\\b`,
  'i',
);

/** "Reviewed by the FDA? Never." "The study by the CDC was retracted." */
const DOUBTED = /^ ?\?|^[^.!?\n]{0,24}\b(?:retracted|retracts|debunked|lied|lies|lying|that never was)\b/i;

/** A paper of the author's own leads to nothing that others wrote. */
const OWN_WORK =
  /\b(?:my|our) (?:\w+ ){0,2}(?:study|research|review|paper|article|trial|editorial)\b|\bI (?:wrote|published|reviewed)\b/i;

/** Said to the author, or about the body's own affairs. `ME` is a disease and `US` a country. */
const IN_PERSON = /\b(?:I|I['’]m|[Mm]e|[Mm]y|[Mm]ine|[Ww]e|[Oo]ur|us|[Ss]orry|[Aa]polog\w*|[Hh]ir(?:e|ing)|[Ss]taff)\b/;

/** The name goes on, or is only whose somebody or something is: `NORD Stream`, `WHO Are You`, `NHS physio`, `CDC memo`. */
const GOES_ON =
  /^ (?:[A-Z][a-z]|(?:app|clinic|consultant|dentist|director|doctor|email|employee|gp|hospital|insider|letter|memo|midwife|nurse|physio|surgeon|therapist|trust|ward|whistleblower|worker)s?\b)/;

/** What can stand behind the whole of a name. */
const ENDS =
  /^(?:$|\s*[.,;:!)\]"”’–—\n]|\s*\(|\s(?:shows?|showed|finds?|found|suggests?|suggested|says|reports?|reveals?|links?|linked|confirms?|that|which|and|has|have|on|today|this|last|in|by)\b)/;

const YEAR_BEHIND = /^(?:(?:,| ?\() ?(?:19|20)\d\d\b|\.? (?:19|20)\d\d ?[;:] ?\d)/;
/** Not behind a number, as in a date. */
const YEAR = /[\p{L}\p{M}]\d?(?:(?:,| ?\() ?(?:19|20)\d\d\b|\.? (?:19|20)\d\d ?[;:] ?\d)/u;
