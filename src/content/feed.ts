import type { Assessment, Label } from '../core/assessment.ts';
import { type Nearness, nearnessFrom } from '../core/nearness.ts';
import type { Post } from '../core/post.ts';
import type { ListVersion } from '../core/records.ts';
import { choicesIn, type Settings } from '../core/settings.ts';
import type { Asked, RecordIds, Records, TabCounts } from '../messages.ts';
import { holds } from '../sites/elements.ts';
import { fingerprintOf } from '../sites/fingerprint.ts';
import type { Site } from '../sites/site.ts';
import { whileStill } from '../sites/still.ts';
import type { Action } from '../ui/actions.tsx';
import type { DrawPanel } from '../ui/mark.ts';
import type { Translate } from '../ui/translate.ts';
import { asking, type Question } from './asking.ts';
import { badgesOf } from './badges.ts';
import { inSlices } from './frames.ts';
import type { PostGate } from './gate.ts';
import { panel } from './panel.ts';
import { selfCheck } from './self-check.ts';
import { type Changes, watch } from './watch.ts';

/** Everything a feed needs from outside of the page. */
export interface FeedNeeds {
  readonly site: Site;
  readonly document: Document;
  /** Whether the page that is shown now is one to read. Always, when it is left out. */
  readsPage?(): boolean;
  /** What is stopped here is not assessed. Nothing is, when it is left out. */
  readonly couldBeLabelled?: PostGate;
  /** `null`: nothing can be assessed. */
  assess(asked: Asked): Promise<readonly Assessment[] | null>;
  /** What draws panels, from when one may be opened on. */
  drawer(): Promise<DrawPanel>;
  records(ids: RecordIds): Promise<Records>;
  listVersion(): Promise<ListVersion>;
  /** Does what the reader chose in a panel and what is not the feed's own to do. Rejects when it could not be done. */
  act(action: Exclude<Action, { readonly kind: 'hide' }>): Promise<void>;
  readonly t: Translate;
  /** BCP 47: the languages of the browser's reader. */
  readonly languages: readonly string[];
  /** Whether the extension is still there. Always, when it is left out. */
  isAlive?(): boolean;
  /** After posts or marks came, changed or went. */
  onChange?(): void;
}

export interface Feed {
  /** Posts that were read and are still on the page, and how many of them carry each label. */
  counts(): TabCounts;
  /** Every assessed post that is still on the page, in the page's order. */
  marked(): readonly Marked[];
  /** How much is still to be read or answered. */
  pending(): number;
  apply(settings: Settings): void;
}

export interface Marked {
  readonly post: Post;
  readonly assessment: Assessment;
}

/** A post on the page. */
interface Entry {
  readonly post: Post;
  /** A short name of everything that was read but the id: of what the assessment depends on. */
  readonly content: string;
  /** The same with the id. */
  readonly key: string;
  /** What the badge speaks of. Until a post that the reader has unfolded is assessed anew, it is still its beginning. */
  readonly mark: Marked | null;
}

/**
 * Marks the posts of a page until the signal aborts.
 *
 *     watch ─▶ scopes, touched ─▶ unread ─▶ entries ─▶ unshown ─▶ badges
 *                                             └─▶ asking ─▲
 *
 * Whatever happens, a mutation, an answer, a change of the settings, puts something on a list; `steps` works the lists off in slices
 * of a frame. `update` makes what we know of a post agree with the page, `show` makes its badge agree with what we know. Both may run
 * at any time, any number of times.
 */
export function markFeed(needs: FeedNeeds, settings: Settings, signal: AbortSignal): Feed {
  const { site, document } = needs;
  const entries = new Map<Element, Entry>();
  // What is still to be done: elements that may have posts in them, nodes whose post may have changed, posts to read, and posts
  // whose badge may not show what is known of them.
  const scopes = new Set<Element>();
  const touched = new Set<Node>();
  const unread = new Set<Element>();
  const unshown = new Set<Element>();
  let reading = false;
  let changed = false;
  // Assessments by other choices are not asked for, not remembered and not wanted any more.
  let choices = choicesIn(settings);
  let choice = 0;
  let near: Nearness = nearnessFrom(settings, needs.languages);
  /** Ids of the posts whose marks the reader has hidden, in this page and until it is gone. */
  const hidden = new Set<string>();

  const { drawer, records, listVersion } = needs;
  const panels = panel({ drawer, records, listVersion, onChange: show }, signal);
  const { prepare: onIntent } = panels;
  const isAlive = () => needs.isAlive?.() ?? true;
  const badges = badgesOf({ site, t: needs.t, isAlive, onIntent, onOpen, onClose, onAction }, signal);
  const questions = asking({ assess, isWanted, onAnswer, onAnswers: () => work() }, signal);
  const check = selfCheck({ shapes: () => site.shapesIn(document), isRead, now: () => performance.now() });
  const work = inSlices(steps, finish, signal);
  watch({ document, isOwn: badges.isOwn, onChanges }, signal);
  signal.addEventListener('abort', leave, { once: true });

  function onChanges(changes: Changes): void {
    if (!staysOnPage()) return;
    for (const scope of changes.added) scopes.add(scope);
    for (const node of changes.touched) touched.add(node);
    if (changes.removed) for (const root of entries.keys()) if (!root.isConnected) forget(root);
    if (changes.restyled) badges.restyle();
    work();
  }

  /** Whether the page is one to read. Begins with the whole of it when it has become one, and leaves it when it is none any more. */
  function staysOnPage(): boolean {
    const reads = settings.sites[site.id] && (needs.readsPage?.() ?? true);
    if (reads && !reading) scopes.add(document.documentElement);
    if (!reads && reading) leave();
    reading = reads;
    return reads;
  }

  function leave(): void {
    for (const list of [scopes, touched, unread, unshown]) list.clear();
    for (const root of entries.keys()) forget(root);
    finish();
  }

  function* steps(): Generator<void> {
    let before: Element | undefined;
    for (const scope of taken(scopes)) {
      // What is inside of the one before was seen with it.
      if (!before || !holds(before, scope)) attempt(() => addAll(unread, site.rootsIn(scope)));
      before = scope;
      yield;
    }
    for (const node of taken(touched)) {
      attempt(() => touch(node));
      yield;
    }
    for (const root of taken(unread)) {
      attempt(() => update(root));
      yield;
    }
    for (const root of taken(unshown)) {
      attempt(() => show(root));
      yield;
    }
  }

  function finish(): void {
    questions.send();
    if (reading) whileStill(check.look);
    if (!changed) return;
    changed = false;
    needs.onChange?.();
  }

  function isRead(shape: Element): boolean {
    const root = site.rootOf(shape);
    return root !== null && (entries.has(root) || site.read(root) !== null);
  }

  function touch(node: Node): void {
    const root = node.isConnected ? site.rootOf(node) : null;
    if (!root) return;
    unread.add(root);
    badges.touch(root, node);
  }

  function update(root: Element): void {
    const post = root.isConnected ? site.read(root) : null;
    if (!post || (post.kind === 'comment' && !settings.comments)) {
      forget(root);
      return;
    }
    learn(root, post);
    show(root);
  }

  function learn(root: Element, post: Post): void {
    const content = fingerprintOf(
      post.text,
      `${post.site} ${post.kind} ${post.language} ${post.promoted} ${post.truncated} ${post.author} ${choice}`,
      ...post.links.flatMap(({ href, place }) => [href, place]),
    );
    const key = `${content} ${post.id}`;
    const entry = entries.get(root);
    if (entry?.key === key) return;
    const assessment = questions.remembered(key);
    const asks = !assessment && (needs.couldBeLabelled?.(post, choices.ownSources) ?? true);
    // A node that the site uses again for another post loses its badge at once.
    const staysSame = entry?.post.id === post.id || entry?.content === content;
    keep(root, { post, content, key, mark: assessment ? { post, assessment } : asks && staysSame ? entry.mark : null });
    if (asks) questions.ask({ root, post, key });
  }

  function assess(posts: readonly Post[]): Promise<readonly Assessment[] | null> {
    return needs.assess({ posts, choices });
  }

  function isWanted({ root, key }: Question): boolean {
    return entries.get(root)?.key === key;
  }

  function onAnswer({ root, key }: Question, assessment: Assessment | null): void {
    const entry = entries.get(root);
    if (entry?.key !== key) return;
    keep(root, { ...entry, mark: assessment && { post: entry.post, assessment } });
    // Most posts have nothing to show, neither before nor now.
    if (entry.mark || assessment?.labels.length) unshown.add(root);
  }

  function keep(root: Element, entry: Entry): void {
    entries.set(root, entry);
    changed = true;
  }

  function forget(root: Element): void {
    if (entries.delete(root)) changed = true;
    show(root);
  }

  function show(root: Element): void {
    const entry = entries.get(root);
    const { held, ...view } = panels.viewOf(root);
    const labels = entry ? labelsOf(entry, held) : [];
    if (view.open && !labels.includes(view.open)) panels.close(root);
    else if (!entry?.mark || labels.length === 0) badges.remove(root);
    else {
      const { assessment, post } = entry.mark;
      badges.show(root, { assessment, text: post.text, labels, ...view, hidden: hidden.has(post.id), settings, near });
    }
  }

  function labelsOf({ mark }: Entry, held: readonly Label[] = []): readonly Label[] {
    if (!mark) return [];
    const isHidden = hidden.has(mark.post.id);
    return mark.assessment.labels.filter((label) => held.includes(label) || (settings.labels[label] && !isHidden));
  }

  function onOpen(root: Element, label: Label): void {
    const entry = entries.get(root);
    if (entry?.mark) panels.open(root, label, labelsOf(entry), entry.mark.assessment);
  }

  function onClose(root: Element): void {
    const label = panels.close(root);
    if (label) badges.focus(root, label);
  }

  async function onAction(root: Element, action: Action): Promise<void> {
    if (action.kind !== 'hide') return needs.act(action);
    const post = entries.get(root)?.mark?.post;
    if (!post) return;
    if (action.hidden) hidden.add(post.id);
    else hidden.delete(post.id);
    changed = true;
    show(root);
    work();
  }

  return {
    counts() {
      const labels = { 'patient-experience': 0, 'carer-experience': 0, 'medical-source': 0, 'no-source': 0 };
      for (const entry of entries.values()) for (const label of labelsOf(entry)) labels[label] += 1;
      return { posts: entries.size, labels, layout: check.layout() };
    },
    marked() {
      const inOrder = [...entries].sort(([one], [other]) =>
        one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
      );
      return inOrder.flatMap(([, { post, mark }]) => (mark?.post === post ? [mark] : []));
    },
    pending: () => scopes.size + touched.size + unread.size + unshown.size + questions.pending(),
    apply(next) {
      const chosen = choicesIn(next);
      const isChosenAnew = JSON.stringify(chosen) !== JSON.stringify(choices);
      // What is read differently now is read again, what is only shown differently is shown again.
      const readsAnew = isChosenAnew || next.comments !== settings.comments;
      settings = next;
      near = nearnessFrom(next, needs.languages);
      choices = chosen;
      if (isChosenAnew) choice += 1;
      changed = true;
      if (staysOnPage()) {
        if (readsAnew) scopes.add(document.documentElement);
        addAll(unshown, entries.keys());
      }
      work();
    },
  };
}

/** The members of a set, each taken out when it is its turn. */
function* taken<Member>(set: Set<Member>): Generator<Member> {
  for (const member of set) {
    set.delete(member);
    yield member;
  }
}

function addAll<Member>(set: Set<Member>, members: Iterable<Member>): void {
  for (const member of members) set.add(member);
}

/** Does a step, or leaves it: a post that we fail on must not cost the others theirs, nor say in the page's console that we are here. */
function attempt(step: () => void): void {
  try {
    step();
  } catch {
    // The post stays as it was.
  }
}
