import type { Browser as Launched } from 'puppeteer-core';

/**
 * WebDriver BiDi as it goes over the wire, for what puppeteer has no words for in Firefox:
 * pages of the extension, closed shadow roots, the browser's own windows.
 */
export interface Bidi {
  send(method: string, params: object): Promise<Answer>;
}

/** The parts of BiDi's answers that we read. */
export interface Answer {
  readonly context?: string;
  readonly contexts?: readonly { readonly context: string; readonly url: string }[];
  readonly data?: string;
  readonly nodes?: readonly RemoteNode[];
  readonly type?: 'success' | 'exception';
  readonly result?: { readonly type: string; readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

export interface RemoteNode {
  readonly sharedId: string;
  readonly value?: {
    readonly localName?: string;
    readonly mode?: 'open' | 'closed';
    readonly children?: readonly RemoteNode[];
    readonly shadowRoot?: RemoteNode | null;
  };
}

export function bidiOf(browser: Launched): Bidi {
  const { connection } = browser as unknown as {
    readonly connection: { send(method: string, params: object): Promise<{ readonly result: Answer }> };
  };
  return {
    async send(method, params) {
      return (await connection.send(method, params)).result;
    },
  };
}

/** What a script brought back; throws what it threw. */
export function resultOf(answer: Answer): unknown {
  if (answer.type === 'exception')
    throw new Error(answer.exceptionDetails?.text ?? 'A script in Firefox failed and did not say why.');
  return answer.result?.value;
}

/** What a script brought back as JSON. */
export function jsonOf<T>(answer: Answer): T {
  return JSON.parse((resultOf(answer) as string | undefined) ?? 'null');
}
