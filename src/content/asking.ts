import type { Assessment } from '../core/assessment.ts';
import type { Post } from '../core/post.ts';
import { Memory } from './memory.ts';

/** A post of the page whose assessment is wanted. */
export interface Question {
  readonly root: Element;
  readonly post: Post;
  /** What the assessment depends on: the same for the same post with the same contents. */
  readonly key: string;
}

export interface AskingNeeds {
  /** `null`: nothing can be assessed. */
  assess(posts: readonly Post[]): Promise<readonly Assessment[] | null>;
  /** Whether the page still shows that. */
  isWanted(question: Question): boolean;
  /** `null`: it could not be assessed. */
  onAnswer(question: Question, assessment: Assessment | null): void;
  /** After the answers to a batch. */
  onAnswers(): void;
}

export interface Asking {
  /** The assessment of a post that was answered before, when it is remembered. */
  remembered(key: string): Assessment | undefined;
  ask(question: Question): void;
  /** Sends what was asked since the last time. */
  send(): void;
  /** How many questions are not answered. */
  pending(): number;
}

/** In one message. Short batches are answered soon; the posts that a reader sees come first. */
const MOST_POSTS = 50;

/** Until what failed is asked once more, when there is no next batch. */
const SOON = 1000;

/** Kept so that a feed that is scrolled back has its badges at once. */
const MOST_REMEMBERED = 500;
/** Long posts are rare, and asking again costs less than keeping what is found in them. */
const LONGEST_REMEMBERED = 10_000;

/**
 * Has posts assessed, a batch at a time, and remembers the answers as long as the page lives.
 *
 * A post that makes a batch fail does not cost the others theirs: each of them is asked alone then.
 * What fails alone is asked once more, with the next batch or soon, since the background may only have been away.
 */
export function asking(needs: AskingNeeds, signal: AbortSignal): Asking {
  const memory = new Memory<Assessment>(MOST_REMEMBERED);
  const askedAgain = new WeakSet<Question>();
  let batch: Question[] = [];
  let again: Question[] = [];
  let sent = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(retry), { once: true });

  async function askTogether(questions: readonly Question[]): Promise<void> {
    sent += questions.length;
    const assessments = await assessEach(questions.map(({ post }) => post));
    sent -= questions.length;
    questions.forEach((question, at) => {
      const assessment = assessments[at] ?? null;
      if (assessment) remember(question, assessment);
      else if (!askedAgain.has(question)) again.push(question);
      needs.onAnswer(question, assessment);
    });
    needs.onAnswers();
    if (again.length > 0) retry ??= setTimeout(send, SOON);
  }

  async function assessEach(posts: readonly Post[]): Promise<readonly (Assessment | null)[]> {
    const assessments = await assessAll(posts);
    if (assessments !== 'failed') return assessments ?? [];
    const alone: (Assessment | null)[] = [];
    for (const post of posts) {
      const answered = posts.length > 1 && !signal.aborted ? await assessAll([post]) : null;
      alone.push(answered === 'failed' ? null : (answered?.[0] ?? null));
    }
    return alone;
  }

  /** `failed` also when what came back is no answer to what was asked. */
  async function assessAll(posts: readonly Post[]): Promise<readonly Assessment[] | null | 'failed'> {
    try {
      const assessments = await needs.assess(posts);
      return assessments === null || (Array.isArray(assessments) && assessments.length === posts.length) ? assessments : 'failed';
    } catch {
      return 'failed';
    }
  }

  function send(): void {
    clearTimeout(retry);
    retry = undefined;
    for (const question of again) askedAgain.add(question);
    const questions = [...again.filter(needs.isWanted), ...batch];
    again = [];
    batch = [];
    for (let from = 0; from < questions.length; from += MOST_POSTS) void askTogether(questions.slice(from, from + MOST_POSTS));
  }

  function remember({ key, post }: Question, assessment: Assessment): void {
    if (post.text.length <= LONGEST_REMEMBERED) memory.set(key, assessment);
  }

  return {
    remembered: (key) => memory.get(key),
    ask(question) {
      batch.push(question);
    },
    send() {
      if (batch.length > 0) send();
    },
    pending: () => batch.length + sent,
  };
}
