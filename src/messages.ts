import browser from 'webextension-polyfill';
import type { Label } from './core/assessment.ts';
import type { SourceLine } from './core/find-sources.ts';
import type { Handover } from './core/handover.ts';
import type { Post } from './core/post.ts';
import type { EntryRecord, ListVersion, SourceRecord } from './core/records.ts';
import type { Choices } from './core/settings.ts';

/** Every message to the background but those of port.ts: its name, what is sent, what comes back. */
export interface Messages {
  /** The records behind an assessment, for the panel. Ids the list does not have are left out. */
  records(wanted: RecordIds): Records;
  listVersion(): ListVersion;
  /** The sources of the list that a reader may mean by a text, the likeliest first. */
  findSources(text: string): readonly SourceLine[];
  /** Whether posts can be assessed at all. */
  health(): Health;
  /** Bring what draws panels into the page that asks. */
  panelScript(): void;
  /** Open a page of ours in a tab, and have it show that. */
  openPage(handover: Handover): void;
  /** What the page in that tab was opened to show. Told once. */
  handedTo(tab: number): Handover | null;
}

/** Every message to the content script of a tab. */
export interface TabMessages {
  /** How many posts of this tab carry each label now. */
  counts(): TabCounts;
}

/** `damaged`: a packaged file can not be read, and installing anew mends it. */
export type Health = 'well' | 'damaged';

/** The choices come with the posts: whoever has heard of a change first, no answer goes by the old ones. */
export interface Asked {
  readonly posts: readonly Post[];
  readonly choices: Choices;
}

export interface RecordIds {
  readonly sources: readonly string[];
  readonly entries: readonly string[];
}

export interface Records {
  readonly sources: readonly SourceRecord[];
  readonly entries: readonly EntryRecord[];
}

export interface TabCounts {
  /** Posts read so far that are still on the page. */
  readonly posts: number;
  readonly labels: Readonly<Record<Label, number>>;
  /** Whether the page looks as we know the site: where it does not, posts may go unread. */
  readonly layout: 'read' | 'unreadable';
}

type Payload<P, Name extends keyof P> = P[Name] extends (payload: infer Sent) => unknown ? Sent : never;
type Answer<P, Name extends keyof P> = P[Name] extends (...sent: never[]) => infer Back ? Back : never;
type Arguments<P, Name extends keyof P> = P[Name] extends () => unknown ? [] : [payload: Payload<P, Name>];

/** One function for each message of a protocol, at its receiver. */
export type Handlers<P> = {
  readonly [Name in keyof P]: (
    payload: Payload<P, Name>,
    from: browser.Tabs.Tab | undefined,
  ) => Answer<P, Name> | Promise<Answer<P, Name>>;
};

/** Asks the background. Rejects when it cannot be reached or its handler failed. */
export function send<Name extends keyof Messages>(
  name: Name,
  ...sent: Arguments<Messages, Name>
): Promise<Answer<Messages, Name>> {
  return browser.runtime.sendMessage({ name, payload: sent[0] });
}

/** Asks the content script of a tab. Rejects when there is none. */
export function sendToTab<Name extends keyof TabMessages>(tab: number, name: Name): Promise<Answer<TabMessages, Name>> {
  return browser.tabs.sendMessage(tab, { name });
}

/** Answers messages of a protocol until the signal aborts. Messages of other protocols are left to their own receivers. */
export function answer<P extends Record<keyof P, (payload: never) => unknown>>(
  handlers: Handlers<P>,
  signal?: AbortSignal,
): void {
  function listener(message: unknown, sender: browser.Runtime.MessageSender): Promise<unknown> | undefined {
    if (sender.id !== browser.runtime.id || !isEnvelope(message)) return undefined;
    if (!Object.hasOwn(handlers, message.name)) return undefined;
    const handler = handlers[message.name as keyof P];
    return Promise.resolve(message.payload as Payload<P, keyof P>).then((payload) => handler(payload, sender.tab));
  }
  browser.runtime.onMessage.addListener(listener as never);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener as never), { once: true });
}

function isEnvelope(message: unknown): message is { readonly name: string; readonly payload: unknown } {
  return typeof message === 'object' && message !== null && 'name' in message && typeof message.name === 'string';
}
