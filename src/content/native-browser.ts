import type { Browser, Runtime } from 'webextension-polyfill';

/**
 * What stands for webextension-polyfill in the content script: a tenth of it, as far as a content script has the API and we use it.
 * In manifest version 3 both browsers answer with promises by themselves. What Chromium lacks are listeners that answer by one, and
 * the polyfill at the other end has a way of its own to say that a handler failed.
 *
 * `vite.config.ts` puts it in; the extension's pages and the background have the polyfill.
 */
interface Native {
  readonly browser?: Browser;
  readonly chrome?: Browser;
}

const { browser, chrome } = globalThis as Native;

// biome-ignore lint/style/noDefaultExport: it stands for a module that has one.
export default browser ?? (chrome && withPromises(chrome));

type Listener = (message: unknown, sender: Runtime.MessageSender) => Promise<unknown> | undefined;

interface Failure {
  readonly __mozWebExtensionPolyfillReject__: true;
  readonly message: string;
}

function withPromises(chrome: Browser): Pick<Browser, 'i18n' | 'runtime' | 'storage'> {
  const answering = new Map<Listener, unknown>();
  const onMessage = {
    addListener(listener: Listener) {
      function answer(message: unknown, sender: Runtime.MessageSender, respond: (answer: unknown) => void): boolean {
        const promised = listener(message, sender);
        promised?.then(respond, (error) => respond({ __mozWebExtensionPolyfillReject__: true, message: String(error?.message) }));
        return promised !== undefined;
      }
      answering.set(listener, answer);
      chrome.runtime.onMessage.addListener(answer as never);
    },
    removeListener(listener: Listener) {
      chrome.runtime?.onMessage?.removeListener(answering.get(listener) as never);
    },
  };
  const runtime = {
    onMessage,
    async sendMessage(message: unknown) {
      const answer: unknown = await chrome.runtime.sendMessage(message);
      if (isFailure(answer)) throw new Error(answer.message);
      return answer;
    },
    connect: (info: Runtime.ConnectConnectInfoType) => chrome.runtime.connect(info),
    // Gone when the extension is.
    get id() {
      return chrome.runtime?.id;
    },
    get lastError() {
      return chrome.runtime?.lastError;
    },
  };
  return { i18n: chrome.i18n, storage: chrome.storage, runtime: runtime as unknown as Runtime.Static };
}

function isFailure(answer: unknown): answer is Failure {
  return typeof answer === 'object' && answer !== null && '__mozWebExtensionPolyfillReject__' in answer;
}
