import browser from 'webextension-polyfill';
import type { Assessment } from './core/assessment.ts';
import type { Asked } from './messages.ts';

/**
 * What a page asks for all the time goes over a port of its own: a message on an open port costs the page a twenty-fifth of
 * one by itself. Everything else is in messages.ts.
 */
export interface PortMessages {
  /** The index of the gate (core/gate.ts), in Base64; `null` when there is none to be had. */
  gate(): string | null;
  /** Assess each post, by the reader's choices. Same length, same order. `null`: nothing can be assessed. */
  assess(asked: Asked): readonly Assessment[] | null;
}

export interface Line {
  /** Rejects when the background cannot be reached, or its handler failed. */
  ask<Name extends keyof PortMessages>(name: Name, ...sent: Parameters<PortMessages[Name]>): Promise<Answer<Name>>;
}

type Answer<Name extends keyof PortMessages> = ReturnType<PortMessages[Name]>;

interface Question {
  readonly id: number;
  readonly name: keyof PortMessages;
  readonly payload: unknown;
}

/** `answer` is left out when the handler failed. */
interface Reply {
  readonly id: number;
  readonly answer?: unknown;
}

interface Waiting {
  readonly question: Question;
  readonly isSecond: boolean;
  resolve(answer: never): void;
  reject(error: Error): void;
}

const NAME = 'posts';

/**
 * The page's line to the background. It is opened by the first question, and again after the background has slept: an open line
 * keeps nobody awake. What was asked and not answered when it was cut off is asked once more.
 */
export function openLine(onCut: () => void, signal: AbortSignal): Line {
  const waiting = new Map<number, Waiting>();
  let port: browser.Runtime.Port | null = null;
  let asked = 0;
  signal.addEventListener('abort', () => port?.disconnect(), { once: true });

  function opened(): browser.Runtime.Port {
    if (port) return port;
    const mine = browser.runtime.connect({ name: NAME });
    mine.onMessage.addListener((reply) => onReply(reply as Reply));
    mine.onDisconnect.addListener(() => {
      if (port === mine) port = null;
      // Chromium writes an error that nobody has looked at into the page's console.
      void browser.runtime.lastError;
      onCut();
      askAgain();
    });
    port = mine;
    return mine;
  }

  function onReply(reply: Reply): void {
    const asker = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('answer' in reply) asker?.resolve(reply.answer as never);
    else asker?.reject(new Error('The background failed to answer.'));
  }

  function askAgain(): void {
    const cutOff = [...waiting.values()];
    waiting.clear();
    for (const asker of cutOff) {
      if (asker.isSecond || signal.aborted) asker.reject(new Error('The background went away.'));
      else post({ ...asker, isSecond: true });
    }
  }

  function post(asker: Waiting): void {
    waiting.set(asker.question.id, asker);
    try {
      opened().postMessage(asker.question);
    } catch (error) {
      // The extension is gone, or the port was closed and has not said so yet.
      waiting.delete(asker.question.id);
      port = null;
      asker.reject(error as Error);
    }
  }

  return {
    ask(name, ...[payload]) {
      asked += 1;
      const question = { id: asked, name, payload };
      return new Promise((resolve, reject) => post({ question, isSecond: false, resolve, reject }));
    },
  };
}

/** One function for each message, in the background. */
export type PortHandlers = {
  readonly [Name in keyof PortMessages]: (...sent: Parameters<PortMessages[Name]>) => Promise<Answer<Name>>;
};

/** Answers the lines of all pages. */
export function answerLines(handlers: PortHandlers): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== NAME || port.sender?.id !== browser.runtime.id) return;
    let isOpen = true;
    port.onDisconnect.addListener(() => {
      isOpen = false;
    });
    port.onMessage.addListener((message) => {
      void replyTo(message, handlers).then((reply) => {
        if (isOpen && reply) port.postMessage(reply);
      });
    });
  });
}

/** `null` for what is no question. */
async function replyTo(message: unknown, handlers: PortHandlers): Promise<Reply | null> {
  if (!isQuestion(message) || !Object.hasOwn(handlers, message.name)) return null;
  const { id, name, payload } = message;
  try {
    return { id, answer: await handlers[name](payload as never) };
  } catch {
    return { id };
  }
}

function isQuestion(message: unknown): message is Question {
  return typeof message === 'object' && message !== null && 'id' in message && 'name' in message;
}
