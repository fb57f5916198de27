import { startChromium } from './chromium.ts';
import { startFirefox } from './firefox.ts';
import type { SiteProxy } from './proxy.ts';

export const BROWSER_NAMES = ['chromium', 'firefox'] as const;

export type BrowserName = (typeof BROWSER_NAMES)[number];

/** A real browser with the built extension in it. One text of a test runs in any of them. */
export interface Browser {
  readonly name: BrowserName;
  /** As the browser tells it: `Firefox/140.1`. */
  readonly version: string;
  open(address: string): Promise<Tab>;
  /** Where a file of the extension is: an address that no page is told. */
  addressOf(path: string): string;
  /** Opens a page of the extension in a tab: `src/options/index.html`. */
  openExtensionPage(path: string): Promise<Tab>;
  /** The tab of a page of the extension that something else opens, once it is there. */
  openedExtensionPage(path: string): Promise<Tab>;
  /** Stops the extension's background as the browser does when it has been idle. */
  stopBackground(): Promise<void>;
  isBackgroundRunning(): Promise<boolean>;
  /** Installs the extension over itself, as an update does, and reloads its manifest. */
  update(): Promise<void>;
  uninstall(): Promise<void>;
  /** Takes the sites from the extension, or gives them back, as the reader can do in the browser's own settings. */
  letOnSites(allowed: boolean): Promise<void>;
  /** A tab in a private window, in which the reader has let the extension run. */
  openPrivately(address: string): Promise<Tab>;
  close(): Promise<void>;
  /** Settles when the browser is gone, whoever closed it. */
  readonly closed: Promise<void>;
}

export interface Tab {
  /**
   * Runs a function in the page as one of its own scripts would, and brings back what it returns, as JSON.
   * The function sees its arguments and the page, nothing else.
   */
  evaluate<Args extends readonly unknown[], T>(run: (...args: Args) => T | Promise<T>, ...args: Args): Promise<T>;
  /** Runs the text of a script in a world that the page cannot see, and brings back what it comes to. Its globals stay until the page goes. */
  runHidden<T>(code: string): Promise<T>;
  /**
   * Runs a function once for every closed shadow root of the page, in document order, in that hidden world.
   * No script of a page can do that; it is how a test looks at what we draw.
   */
  inClosedRoots<Args extends readonly unknown[], T>(
    run: (root: ShadowRoot, ...args: Args) => T | Promise<T>,
    ...args: Args
  ): Promise<T[]>;
  /** The buttons in closed shadow roots, as assistive technology is told of them. */
  closedButtons(): Promise<readonly ClosedButton[]>;
  click(x: number, y: number): Promise<void>;
  /** With a finger; `null` in a browser that makes no click of a tap where there is no screen: Chromium. */
  readonly tap: ((x: number, y: number) => Promise<void>) | null;
  /** Presses and releases a key, held with others before a plus sign: `Enter`, `Shift+Tab`. */
  press(keys: string): Promise<void>;
  /** Turns the wheel over a point; a positive `by` scrolls down. */
  scroll(x: number, y: number, by: number): Promise<void>;
  /** In CSS pixels, each so many of the screen's as `scale` says: 2 is what a zoom of 200 % does to a window. */
  resize(width: number, height: number, scale?: number): Promise<void>;
  /** Has the page believe that its reader prefers that. */
  prefer(feature: Preference, value: string): Promise<void>;
  /** What assistive technology is told of the page, closed roots and all, in order; `null` where the browser has no words for it. */
  accessibleNodes(): Promise<readonly AccessibleNode[] | null>;
  /** Makes it the tab that is looked at. */
  bringToFront(): Promise<void>;
  /** The text that was copied last, in this tab or elsewhere. */
  clipboard(): Promise<string>;
  reload(): Promise<void>;
  /** Of what is in the window, or of the whole page. */
  screenshot(path: string, extent?: 'window' | 'page'): Promise<void>;
  /** As it is printed on A4, as a PDF. */
  print(): Promise<Uint8Array>;
  close(): Promise<void>;
}

export type Preference = 'prefers-color-scheme' | 'prefers-reduced-motion' | 'forced-colors';

export interface AccessibleNode {
  readonly role: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A button inside a closed shadow root. */
export interface ClosedButton {
  /** Which of the page's closed roots it is in, counted as `inClosedRoots` does. */
  readonly root: number;
  /** The accessible name, computed by the browser. */
  readonly name: string;
  /** In the viewport, in CSS pixels. */
  readonly box: Box;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Launch {
  readonly executable: string;
  /** The folder of the built extension; `null` for the browser without it. */
  readonly extension: string | null;
  readonly headless: boolean;
  /** In Firefox alone: all its windows are private ones, as where the reader has chosen "Never remember history". */
  readonly neverRemembers?: boolean;
  /** Everything the browser asks of the network goes through it; `null`: the browser goes where it likes. */
  readonly proxy: SiteProxy | null;
}

/** The size of a window that nobody sees. */
export const WINDOW = { width: 1280, height: 900 } as const;

export function startBrowser(name: BrowserName, launch: Launch): Promise<Browser> {
  return name === 'chromium' ? startChromium(launch) : startFirefox(launch);
}
