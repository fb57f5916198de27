type Listener = (message: unknown) => void;

/** What each of the two has of it. */
export interface End {
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onMessage: { addListener(listener: Listener): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

/** The end of the side that did not open it. */
export interface FarEnd extends End {
  readonly name: string;
  readonly sender: { readonly id: string };
}

/** A port as the browsers have it, with its two ends: what is sent arrives later, as a copy. */
export class Cable {
  static accept: (port: FarEnd) => void;
  isOpen = true;
  wasUsedClosed = false;
  readonly #toNear: Listener[] = [];
  readonly #toFar: Listener[] = [];
  readonly #onCutNear: (() => void)[] = [];
  readonly #onCutFar: (() => void)[] = [];

  constructor(name: string, sender: string) {
    Cable.accept({ name, sender: { id: sender }, ...this.#end(this.#toFar, this.#toNear, this.#onCutFar) });
  }

  get near(): End {
    return this.#end(this.#toNear, this.#toFar, this.#onCutNear);
  }

  send(message: unknown): void {
    this.near.postMessage(message);
  }

  /** What comes back. */
  listen(): readonly unknown[] {
    const heard: unknown[] = [];
    this.#toNear.push((message) => heard.push(message));
    return heard;
  }

  /** As when the background goes to sleep: each end but the one that did it hears of it. */
  cut(): void {
    this.isOpen = false;
    for (const listener of this.#onCutNear) listener();
  }

  #end(own: Listener[], other: Listener[], onCut: (() => void)[]): End {
    return {
      postMessage: (message: unknown) => {
        if (!this.isOpen) {
          this.wasUsedClosed = true;
          throw new Error('Attempting to use a disconnected port object');
        }
        const copy = structuredClone(message);
        queueMicrotask(() => {
          for (const listener of other) listener(copy);
        });
      },
      disconnect: () => {
        this.isOpen = false;
        for (const listener of this.#onCutFar) listener();
      },
      onMessage: { addListener: (listener: Listener) => own.push(listener) },
      onDisconnect: { addListener: (listener: () => void) => onCut.push(listener) },
    };
  }
}
