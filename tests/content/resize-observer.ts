import { vi } from 'vitest';

// jsdom lays nothing out. Here a test says when the layout is done.

const observers = new Set<LayoutObserver>();

class LayoutObserver implements ResizeObserver {
  readonly #targets = new Set<Element>();
  readonly #news = new Set<Element>();
  readonly #callback: ResizeObserverCallback;

  constructor(callback: ResizeObserverCallback) {
    this.#callback = callback;
    observers.add(this);
  }

  observe(target: Element): void {
    if (this.#targets.has(target)) return;
    this.#targets.add(target);
    this.#news.add(target);
  }

  unobserve(target: Element): void {
    this.#targets.delete(target);
    this.#news.delete(target);
  }

  disconnect(): void {
    this.#targets.clear();
    this.#news.clear();
  }

  get size(): number {
    return this.#targets.size;
  }

  deliver(all: boolean): void {
    const entries = [...(all ? this.#targets : this.#news)].map((target) => ({ target }) as unknown as ResizeObserverEntry);
    this.#news.clear();
    if (entries.length > 0) this.#callback(entries, this);
  }
}

export function stubResizeObserver(): void {
  observers.clear();
  vi.stubGlobal('ResizeObserver', LayoutObserver);
}

/** The layout is done: what is observed since the last time is told, and `all` when everything has changed its size. */
export function layOut(all = false): void {
  for (const observer of observers) observer.deliver(all);
}

/** How many elements are observed. */
export function observed(): number {
  return [...observers].reduce((sum, observer) => sum + observer.size, 0);
}
