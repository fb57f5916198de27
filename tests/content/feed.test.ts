// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FeedNeeds } from '../../src/content/feed.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings.ts';
import type { Asked } from '../../src/messages.ts';
import type { Site } from '../../src/sites/site.ts';
import {
  article,
  assessmentOf,
  buttonsOn,
  hosts,
  labelsOn,
  now,
  panels,
  press,
  rest,
  site,
  startFeed,
  type TestFeed,
  write,
} from './page.ts';
import { observed, stubResizeObserver } from './resize-observer.ts';

// The real marks in roots that a test can look into.
vi.mock('../../src/ui/shadow.ts', () => ({
  createShadow: (host: HTMLElement) => host.attachShadow({ mode: 'open' }),
  addStyles: () => {},
}));

let feed: TestFeed | undefined;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame', 'performance'] });
  stubResizeObserver();
  document.body.replaceChildren();
});

afterEach(() => {
  feed?.abort();
  feed = undefined;
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** A site that counts how often it was read. */
function countingSite(): Site & { reads: number } {
  return {
    ...site,
    reads: 0,
    read(root) {
      this.reads += 1;
      return site.read(root);
    },
  };
}

/** A button of the open panel, by its words. */
function pressIn(words: string): Element | undefined {
  return [...(panels()[0]?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === words);
}

function put(...roots: readonly Element[]): void {
  document.body.append(...roots);
}

describe('seeing posts', () => {
  test('posts that were there before are marked', async () => {
    const root = article('1', 'Day 4 of my flare');
    put(root);
    feed = await startFeed();
    expect(labelsOn(root)).toEqual(['patient-experience']);
  });

  test('posts that come later are marked, each once, with one message for all', async () => {
    feed = await startFeed();
    const roots = [article('1', 'My flare'), article('2', 'Nothing at all'), article('3', 'Sugar causes it')];
    put(...roots);
    await rest();
    expect(roots.map(labelsOn)).toEqual([['patient-experience'], [], ['no-source']]);
    expect(feed.sent.map((posts) => posts.map(({ id }) => id))).toEqual([['1', '2', '3']]);
  });

  test('what the gate stops is not asked about', async () => {
    const roots = [article('1', 'My flare'), article('2', 'My holiday')];
    put(...roots);
    feed = await startFeed({ couldBeLabelled: ({ text }) => text.includes('flare') });
    expect(feed.sent.map((posts) => posts.map(({ id }) => id))).toEqual([['1']]);
    expect(roots.map(labelsOn)).toEqual([['patient-experience'], []]);
    expect(feed.counts().posts).toBe(2);
  });

  test('a post is asked about before the page goes on', async () => {
    feed = await startFeed();
    put(article('1', 'My flare'));
    await now();
    expect(feed.sent).toHaveLength(1);
  });

  test('both labels of a post are shown', async () => {
    const root = article('1', 'My doctor sent <a href="https://orpha.net/1">this</a>');
    put(root);
    feed = await startFeed();
    expect(labelsOn(root)).toEqual(['patient-experience', 'medical-source']);
  });

  test('a post in a post has a badge of its own', async () => {
    const outer = article('1', 'Look at this');
    const quoted = article('2', 'My flare');
    outer.append(quoted);
    put(outer);
    feed = await startFeed();
    expect([outer, quoted].map(labelsOn)).toEqual([[], ['patient-experience']]);
  });

  test('badges that come and go by our own hand are no change of the page', async () => {
    const counting = countingSite();
    put(article('1', 'My flare'));
    feed = await startFeed({ site: counting });
    feed.apply({ ...DEFAULT_SETTINGS, labels: { ...DEFAULT_SETTINGS.labels, 'patient-experience': false } });
    await rest();
    feed.apply(DEFAULT_SETTINGS);
    await rest();
    expect(hosts()).toHaveLength(1);
    expect(counting.reads).toBe(1);
  });

  test('a post that changes nothing we read is not sent again', async () => {
    const root = article('1', 'My flare');
    put(root);
    feed = await startFeed();
    root.append(document.createElement('footer'));
    await rest();
    expect(feed.sent).toHaveLength(1);
  });

  test('a text that changes letter by letter is read as it is in the end', async () => {
    const root = article('1', '.');
    put(root);
    feed = await startFeed();
    for (const text of ['M', 'My', 'My flare']) (root.querySelector('p')?.firstChild as Text).data = text;
    await rest();
    expect(feed.marked().map(({ post }) => post.text)).toEqual(['My flare']);
    expect(labelsOn(root)).toEqual(['patient-experience']);
  });
});

describe('posts that the site changes', () => {
  test('a node used for another post loses the old badge at once', async () => {
    const root = article('1', 'My flare');
    put(root);
    feed = await startFeed();
    root.setAttribute('data-post', '2');
    write(root, 'Nothing at all');
    await now();
    expect(hosts()).toEqual([]);
    await rest();
    expect(feed.marked().map(({ post }) => post.id)).toEqual(['2']);
  });

  test('a post that is unfolded keeps its badge until the whole of it is assessed', async () => {
    const root = article('1', 'My flare began');
    put(root);
    let answer = (): void => {};
    feed = await startFeed({
      assess: ({ posts }) =>
        posts[0]?.text === 'My flare began'
          ? Promise.resolve(posts.map(assessmentOf))
          : new Promise((resolve) => {
              answer = () => resolve(posts.map(assessmentOf));
            }),
    });
    const [button] = buttonsOn(root);
    write(root, 'My flare began, says <a href="https://orpha.net/1">this</a>');
    await rest();
    expect(labelsOn(root)).toEqual(['patient-experience']);
    expect(feed.pending()).toBe(1);
    answer();
    await rest();
    expect(labelsOn(root)).toEqual(['patient-experience', 'medical-source']);
    expect(buttonsOn(root)[0]).toBe(button);
  });

  test('an answer that comes too late for its post is not shown on the next one', async () => {
    const root = article('1', 'My flare');
    put(root);
    feed = await startFeed({
      assess: async ({ posts }) => {
        if (posts[0]?.id === '1') await new Promise((resolve) => setTimeout(resolve, 500));
        return posts.map(assessmentOf);
      },
    });
    root.setAttribute('data-post', '2');
    write(root, 'Nothing at all');
    await vi.advanceTimersByTimeAsync(1000);
    expect(hosts()).toEqual([]);
  });

  test('a post that comes back has its badge at once, without being asked about', async () => {
    const first = article('1', 'My flare');
    put(first);
    feed = await startFeed();
    first.remove();
    await rest();
    const again = article('1', 'My flare');
    put(again);
    await now();
    expect(labelsOn(again)).toEqual(['patient-experience']);
    expect(feed.sent).toHaveLength(1);
  });

  test('a badge that the site drops is put back at once, the same one', async () => {
    const root = article('1', 'My flare');
    put(root);
    feed = await startFeed();
    const [host] = hosts();
    host?.remove();
    await now();
    expect(hosts()).toEqual([host]);
  });

  test('a header drawn anew gets the badge of the old one', async () => {
    const root = article('1', 'My flare');
    put(root);
    feed = await startFeed();
    const [host] = hosts();
    const header = document.createElement('header');
    header.innerHTML = '<b>Noor</b>';
    root.querySelector('header')?.replaceWith(header);
    await now();
    expect(host?.parentElement).toBe(header);
    expect(hosts()).toEqual([host]);
  });

  test('a post that is gone is let go', async () => {
    const root = article('1', 'My flare');
    put(root, article('2', 'My other flare'));
    feed = await startFeed();
    const before = observed();
    root.remove();
    await rest();
    expect(root.querySelector('div')).toBeNull();
    expect(feed.counts().posts).toBe(1);
    expect(feed.marked().map(({ post }) => post.id)).toEqual(['2']);
    expect(observed()).toBe(before / 2);
  });

  test('marked posts are told in the order of the page', async () => {
    const late = article('2', 'My flare');
    put(late);
    feed = await startFeed();
    document.body.prepend(article('1', 'Nothing at all'));
    await rest();
    expect(feed.marked().map(({ post }) => post.id)).toEqual(['1', '2']);
  });
});

test('a page of a site that has changed is told to be unreadable after a while', async () => {
  put(...['1', '2', '3', '4'].map((id) => article(id, 'My flare')));
  feed = await startFeed({ site: { ...site, rootsIn: () => [], rootOf: () => null } });
  expect(feed.counts()).toMatchObject({ posts: 0, layout: 'read' });
  for (const id of ['5', '6', '7']) {
    await vi.advanceTimersByTimeAsync(5000);
    put(article(id, 'My flare'));
    await rest();
  }
  expect(feed.counts()).toMatchObject({ posts: 0, layout: 'unreadable' });
});

test('a page without words, or with posts that are read, is not', async () => {
  feed = await startFeed();
  for (const id of ['1', '2', '3', '4', '5', '6', '7']) {
    put(article(id, 'My flare'), article(`${id}a`, ''));
    await vi.advanceTimersByTimeAsync(5000);
  }
  expect(feed.counts()).toMatchObject({ posts: 7, layout: 'read' });
});

describe('a background that fails', () => {
  test('a post that makes a batch fail does not cost the others theirs', async () => {
    const roots = [article('1', 'My flare'), article('bad', 'My worst'), article('3', 'My other flare')];
    put(...roots);
    feed = await startFeed({ assess: failingFor('bad') });
    expect(roots.map(labelsOn)).toEqual([['patient-experience'], [], ['patient-experience']]);
  });

  test('what failed is asked once more, with the next batch, and then no more', async () => {
    put(article('bad', 'My worst'));
    feed = await startFeed({ assess: failingFor('bad') });
    for (const id of ['2', '3', '4']) {
      put(article(id, 'My flare'));
      await rest();
    }
    const batches = feed.sent.map((posts) => posts.map(({ id }) => id));
    expect(batches).toEqual([['bad'], ['bad', '2'], ['bad'], ['2'], ['3'], ['4']]);
  });

  test('what failed is asked once more when nothing else comes', async () => {
    put(article('bad', 'My worst'));
    feed = await startFeed({ assess: failingFor('bad') });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(feed.sent.map((posts) => posts.map(({ id }) => id))).toEqual([['bad'], ['bad']]);
  });

  test('what failed is not asked again when it is gone', async () => {
    const root = article('bad', 'My worst');
    put(root);
    feed = await startFeed({ assess: failingFor('bad') });
    root.remove();
    put(article('2', 'My flare'));
    await rest();
    expect(feed.sent.map((posts) => posts.map(({ id }) => id))).toEqual([['bad'], ['2']]);
  });

  test('no post gets the answer to another one when there are too few', async () => {
    const roots = [article('1', 'Nothing at all'), article('2', 'My flare')];
    put(...roots);
    feed = await startFeed({ assess: async ({ posts }) => (posts.length > 1 ? posts.slice(1) : posts).map(assessmentOf) });
    expect(roots.map(labelsOn)).toEqual([[], ['patient-experience']]);
  });

  test('a post whose background was away is marked with the next batch', async () => {
    const root = article('1', 'My flare');
    put(root);
    let away = true;
    feed = await startFeed({
      assess: async ({ posts }) => {
        if (away) throw new Error('Could not establish connection. Receiving end does not exist.');
        return posts.map(assessmentOf);
      },
    });
    expect(labelsOn(root)).toEqual([]);
    away = false;
    put(article('2', 'Nothing at all'));
    await rest();
    expect(labelsOn(root)).toEqual(['patient-experience']);
  });

  test('a background that can assess nothing is not asked post by post', async () => {
    put(article('1', 'My flare'), article('2', 'My other flare'));
    feed = await startFeed({ assess: async () => null });
    expect(feed.sent.map((posts) => posts.map(({ id }) => id))).toEqual([['1', '2']]);
    expect(feed.pending()).toBe(0);
  });

  test.each([
    ['nothing', undefined],
    ['too few', []],
    ['something else', 'no'],
  ])('an answer that is %s is none', async (_, answer) => {
    const root = article('1', 'My flare');
    put(root);
    feed = await startFeed({ assess: async () => answer as never });
    expect(labelsOn(root)).toEqual([]);
    expect(feed.pending()).toBe(0);
  });

  test('a post that the adapter fails on does not cost the others theirs', async () => {
    const root = article('2', 'My flare');
    put(article('1', 'Nothing at all'), root);
    feed = await startFeed({
      site: {
        ...site,
        read(element) {
          if (element.getAttribute('data-post') === '1') throw new Error('A form named "querySelector".');
          return site.read(element);
        },
      },
    });
    expect(labelsOn(root)).toEqual(['patient-experience']);
  });

  function failingFor(id: string) {
    return async ({ posts }: Asked) => {
      if (posts.some((post) => post.id === id)) throw new Error('out of memory');
      return posts.map(assessmentOf);
    };
  }
});

describe('settings', () => {
  const withLabel = (label: keyof Settings['labels'], shown: boolean): Settings => ({
    ...DEFAULT_SETTINGS,
    labels: { ...DEFAULT_SETTINGS.labels, [label]: shown },
  });

  test('a label that is switched off goes at once, and comes back at once', async () => {
    const root = article('1', 'My doctor sent <a href="https://orpha.net/1">this</a>');
    put(root);
    feed = await startFeed();
    feed.apply(withLabel('patient-experience', false));
    expect(labelsOn(root)).toEqual(['medical-source']);
    feed.apply(DEFAULT_SETTINGS);
    expect(labelsOn(root)).toEqual(['patient-experience', 'medical-source']);
    expect(feed.sent).toHaveLength(1);
  });

  test('a post whose labels are all off has nothing of ours in it', async () => {
    put(article('1', 'My flare'));
    feed = await startFeed({}, withLabel('patient-experience', false));
    expect(hosts()).toEqual([]);
    expect(feed.counts()).toMatchObject({ posts: 1, labels: { 'patient-experience': 0 } });
  });

  test('a site that is switched off is not read at all', async () => {
    put(article('1', 'My flare'));
    feed = await startFeed({}, { ...DEFAULT_SETTINGS, sites: { x: false, facebook: true } });
    put(article('2', 'My flare'));
    await rest();
    expect(feed.sent).toEqual([]);
    expect(feed.counts().posts).toBe(0);
  });

  test.each<[what: string, change: Partial<Settings>]>([
    ['strictness', { strictness: 'balanced' }],
    ['own sources', { ownSources: [{ host: 'clinic.example', name: 'A clinic', kind: 'hospital' }] }],
    ['muted sources', { mutedSources: ['orphanet'] }],
  ])('other %s: every post is assessed anew, and shows what it showed until the answer is there', async (_, change) => {
    const root = article('1', 'My flare');
    put(root);
    let later = (): void => {};
    feed = await startFeed({
      assess: async ({ posts, choices }) => {
        if (choices.strictness === 'careful' && choices.ownSources.length + choices.mutedSources.length === 0) {
          return posts.map(assessmentOf);
        }
        await new Promise<void>((resolve) => {
          later = resolve;
        });
        return posts.map((post) => ({ ...assessmentOf(post), labels: ['no-source'] }));
      },
    });
    feed.apply({ ...DEFAULT_SETTINGS, ...change });
    await rest();
    expect(feed.chosen.at(-1)).toMatchObject(change);
    expect(labelsOn(root)).toEqual(['patient-experience']);
    later();
    await rest();
    expect(labelsOn(root)).toEqual(['no-source']);
    feed.apply(DEFAULT_SETTINGS);
    await rest();
    expect(labelsOn(root)).toEqual(['patient-experience']);
  });

  test('an answer by choices that are no longer the reader’s is not shown', async () => {
    const root = article('1', 'My flare');
    put(root);
    let later = (): void => {};
    feed = await startFeed({
      async assess({ posts, choices }) {
        if (choices.strictness === 'careful') return [];
        await new Promise<void>((resolve) => {
          later = resolve;
        });
        return posts.map(assessmentOf);
      },
    });
    feed.apply({ ...DEFAULT_SETTINGS, strictness: 'balanced' });
    await rest();
    feed.apply(DEFAULT_SETTINGS);
    later();
    await rest();
    expect(labelsOn(root)).toEqual([]);
  });

  test('without comments, comments are as if they were not there', async () => {
    const [post, comment] = [article('1', 'My flare'), article('2', 'My own flare')];
    comment?.classList.add('comment');
    put(...([post, comment] as Element[]));
    feed = await startFeed({}, { ...DEFAULT_SETTINGS, comments: false });
    expect(feed.sent.flat().map(({ id }) => id)).toEqual(['1']);
    expect(feed.counts().posts).toBe(1);
    feed.apply(DEFAULT_SETTINGS);
    await rest();
    expect([post, comment].map((root) => labelsOn(root as Element))).toEqual([['patient-experience'], ['patient-experience']]);
    feed.apply({ ...DEFAULT_SETTINGS, comments: false });
    await rest();
    expect(labelsOn(comment as Element)).toEqual([]);
  });

  test('a site that is switched off and on loses its badges and gets them back', async () => {
    const root = article('1', 'My flare');
    put(root);
    feed = await startFeed();
    feed.apply({ ...DEFAULT_SETTINGS, sites: { x: false, facebook: true } });
    expect(hosts()).toEqual([]);
    feed.apply(DEFAULT_SETTINGS);
    expect(labelsOn(root)).toEqual(['patient-experience']);
  });
});

describe('pages', () => {
  test('a page to leave alone is neither read nor marked', async () => {
    put(article('1', 'My flare'));
    feed = await startFeed({ readsPage: () => false });
    expect(feed.sent).toEqual([]);
    expect(hosts()).toEqual([]);
  });

  test('badges go when the reader goes to a page to leave alone, and come when they come back', async () => {
    let reads = true;
    put(article('1', 'My flare'));
    feed = await startFeed({ readsPage: () => reads });
    reads = false;
    window.dispatchEvent(new PopStateEvent('popstate'));
    await rest();
    expect(hosts()).toEqual([]);
    const written = article('2', 'My secret flare');
    put(written);
    await rest();
    expect(feed.sent).toHaveLength(1);
    written.remove();
    reads = true;
    window.dispatchEvent(new PopStateEvent('popstate'));
    await rest();
    expect(hosts()).toHaveLength(1);
  });
});

describe('the panel', () => {
  test('opens from a badge, with the records behind its post', async () => {
    const root = article('1', 'My doctor sent <a href="https://orpha.net/1">this</a>');
    put(root);
    const records = vi.fn(async () => ({ sources: [], entries: [] }));
    feed = await startFeed({ records });
    press(buttonsOn(root)[1]);
    await now();
    expect(panels()).toHaveLength(1);
    expect(records).toHaveBeenCalledWith({ sources: ['orphanet'], entries: [] });
    await rest();
    expect(panels()[0]?.textContent).toContain('2026');
  });

  test('is one at a time', async () => {
    const roots = [article('1', 'My flare'), article('2', 'My other flare')];
    put(...roots);
    feed = await startFeed();
    for (const root of roots) press(buttonsOn(root)[0]);
    await now();
    expect(panels()).toHaveLength(1);
    expect(panels()[0]?.getRootNode()).toBe(buttonsOn(roots[1] as Element)[0]?.getRootNode());
  });

  test('closes and gives the focus back to its badge', async () => {
    const root = article('1', 'My flare');
    put(root);
    feed = await startFeed();
    const [button] = buttonsOn(root);
    press(button);
    press(button);
    expect(panels()).toEqual([]);
    expect(hosts()[0]?.shadowRoot?.activeElement).toBe(button);
  });

  test('survives that the site draws its post anew', async () => {
    const root = article('1', 'My flare');
    put(root);
    feed = await startFeed();
    press(buttonsOn(root)[0]);
    await now();
    const [panel] = panels();
    hosts()[0]?.remove();
    await rest();
    expect(panels()).toEqual([panel]);
  });

  test('says so when the records cannot be had', async () => {
    const root = article('1', 'See <a href="https://orpha.net/1">this</a>');
    put(root);
    let fail = () => {};
    feed = await startFeed({
      records: () =>
        new Promise((_, reject) => {
          fail = () => reject(new Error('blocked'));
        }),
      listVersion: async () => {
        throw new Error('blocked');
      },
    });
    press(buttonsOn(root)[0]);
    await now();
    const loading = panels()[0]?.textContent;
    expect(loading).toContain('Reading');
    fail();
    await rest();
    expect(panels()[0]?.textContent).not.toBe(loading);
    expect(panels()[0]?.querySelector('.notice')).not.toBeNull();
  });

  test('keeps what is switched off in it until it is closed', async () => {
    const opened = article('1', 'My flare');
    const other = article('2', 'My other flare');
    put(opened, other);
    feed = await startFeed();
    press(buttonsOn(opened)[0]);
    feed.apply({ ...DEFAULT_SETTINGS, labels: { ...DEFAULT_SETTINGS.labels, 'patient-experience': false } });
    await rest();
    expect(panels()).toHaveLength(1);
    expect(labelsOn(other)).toEqual([]);
    expect(feed.counts().labels['patient-experience']).toBe(0);
    press(buttonsOn(opened)[0]);
    expect(panels()).toEqual([]);
    expect(labelsOn(opened)).toEqual([]);
  });

  test('hides the marks of its post for as long as the page lives, whatever the site draws anew', async () => {
    const root = article('1', 'My flare and <a href="https://orpha.net/1">this</a>');
    put(root);
    feed = await startFeed();
    press(buttonsOn(root)[0]);
    await now();
    press(pressIn('Hide these marks'));
    await rest();
    expect(labelsOn(root)).toEqual(['patient-experience', 'medical-source']);
    expect(feed.counts().labels['patient-experience']).toBe(0);
    press(pressIn('Hide these marks'));
    await rest();
    expect(feed.counts().labels['patient-experience']).toBe(1);
    press(pressIn('Hide these marks'));
    press(buttonsOn(root)[0]);
    expect(labelsOn(root)).toEqual([]);
    root.remove();
    await rest();
    const anew = article('1', 'My flare and <a href="https://orpha.net/1">this</a>');
    const other = article('2', 'My other flare');
    put(anew, other);
    await rest();
    expect(labelsOn(anew)).toEqual([]);
    expect(labelsOn(other)).toEqual(['patient-experience']);
  });

  test("has what is not the feed's own done, and says so when it could not be", async () => {
    const root = article('1', 'My flare and <a href="https://orpha.net/1">this</a>');
    put(root);
    const act = vi.fn<FeedNeeds['act']>(() => Promise.reject(new Error('No.')));
    feed = await startFeed({ act });
    press(buttonsOn(root)[0]);
    await now();
    press(pressIn('Copy sources'));
    await rest();
    expect(act).toHaveBeenCalledWith({ kind: 'copy', text: expect.stringContaining('https://orpha.net/1') });
    expect(panels()[0]?.querySelector('[role="status"]')?.textContent).toContain('did not allow');
  });

  test('closes when its post goes', async () => {
    const root = article('1', 'My flare');
    put(root);
    feed = await startFeed();
    press(buttonsOn(root)[0]);
    root.remove();
    await rest();
    expect(panels()).toEqual([]);
  });
});

describe('what the page can see', () => {
  test('a badge is one element without an id, a class or a word of ours', async () => {
    const root = article('1', 'My flare');
    put(root);
    const before = document.documentElement.outerHTML;
    feed = await startFeed();
    const [host] = hosts();
    expect(host?.getAttributeNames()).toEqual(['style']);
    expect(document.documentElement.outerHTML.replace(host?.outerHTML ?? '', '')).toBe(before);
  });

  test('nothing of ours is left when the feed ends', async () => {
    put(article('1', 'My flare'), article('2', 'My other flare'));
    const before = document.documentElement.outerHTML;
    const disconnected = vi.spyOn(MutationObserver.prototype, 'disconnect');
    feed = await startFeed();
    press(buttonsOn(document.querySelector('article') as Element)[0]);
    feed.abort();
    expect(document.documentElement.outerHTML).toBe(before);
    expect(observed()).toBe(0);
    expect(feed.counts().posts).toBe(0);
    expect(disconnected).toHaveBeenCalledOnce();
    put(article('3', 'My third flare'));
    await rest();
    expect(hosts()).toEqual([]);
    expect(feed.sent).toHaveLength(1);
  });
});

describe('a page that does its worst', () => {
  test('10,000 posts at once are read in slices, in the frames that follow, in order', async () => {
    // Every look at the clock takes a tenth of a millisecond: some 80 steps fill a slice.
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (clock += 0.1));
    put(...Array.from({ length: 10_000 }, (_, at) => article(`${at}`, `Post ${at}`)));
    const counting = countingSite();
    const starting = startFeed({ site: counting });
    await now();
    const readPerFrame = [counting.reads];
    feed = await starting;
    while (feed.pending() > 0) {
      const before = counting.reads;
      // Whatever else changes in a frame, it is one slice.
      put(document.createElement('hr'));
      await now();
      await vi.advanceTimersByTimeAsync(16);
      readPerFrame.push(counting.reads - before);
    }
    expect(Math.max(...readPerFrame)).toBeLessThanOrEqual(100);
    expect(readPerFrame.length).toBeGreaterThan(90);
    expect(feed.counts().posts).toBe(10_000);
    expect(feed.sent.flat().map(({ id }) => Number(id))).toEqual(Array.from({ length: 10_000 }, (_, at) => at));
  }, 30_000);

  test('a message never has more than 50 posts', async () => {
    put(...Array.from({ length: 120 }, (_, at) => article(`${at}`, `Post ${at}`)));
    feed = await startFeed();
    expect(feed.sent.map((posts) => posts.length)).toEqual([50, 50, 20]);
  });

  test('a post that never stops changing is read at once, in the next frame, and for its answers', async () => {
    const root = article('1', 'My flare');
    put(root);
    const counting = countingSite();
    feed = await startFeed({ site: counting });
    counting.reads = 0;
    for (let step = 0; step < 100; step += 1) {
      write(root, `My flare ${step}`);
      await now();
    }
    await rest();
    expect(counting.reads).toBeLessThanOrEqual(4);
    expect(feed.marked()[0]?.post.text).toBe('My flare 99');
  });

  test('thousands of changes between two frames are one look at the page', async () => {
    const counting = countingSite();
    feed = await startFeed({ site: counting });
    put(document.createElement('p'));
    await now();
    for (let at = 0; at < 3000; at += 1) {
      put(article(`${at}`, `Post ${at}`));
      await Promise.resolve();
    }
    await rest();
    expect(feed.counts().posts).toBe(3000);
    expect(counting.reads).toBe(3000);
  });
});
