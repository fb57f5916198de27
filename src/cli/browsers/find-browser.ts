import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { BrowserName } from './browser.ts';

/**
 * The program of an installed browser, or `null`.
 * CHROME_PATH and FIREFOX_PATH come first; a path there that is no browser is an error, not a miss.
 */
export function findBrowser(name: BrowserName): string | null {
  const variable = name === 'chromium' ? 'CHROME_PATH' : 'FIREFOX_PATH';
  const told = process.env[variable];
  if (told) {
    if (runs(told)) return told;
    throw new Error(`${variable} is "${told}", and that is no browser that runs here. Correct it or unset it.`);
  }
  return candidates(name).find(runs) ?? null;
}

function candidates(name: BrowserName): readonly string[] {
  switch (process.platform) {
    case 'darwin':
      return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
        ON_MACOS[name].map((path) => join(folder, path)),
      );
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
        const folder = process.env[variable];
        return folder ? ON_WINDOWS[name].map((path) => join(folder, path)) : [];
      });
    default:
      return (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => ON_LINUX[name].map((file) => join(folder, file)));
  }
}

// Google's own Chrome no longer takes unpacked extensions from the command line, but does over the debugging pipe we use.
const ON_LINUX: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  firefox: ['firefox', 'firefox-esr'],
};
const ON_MACOS: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ['Google Chrome.app/Contents/MacOS/Google Chrome', 'Chromium.app/Contents/MacOS/Chromium'],
  firefox: ['Firefox.app/Contents/MacOS/firefox'],
};
const ON_WINDOWS: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'],
  firefox: ['Mozilla Firefox\\firefox.exe'],
};

/** On Ubuntu `firefox` and `chromium-browser` may be scripts that only say "install the snap": so each is asked its version. */
function runs(path: string): boolean {
  if (!existsSync(path)) return false;
  // On Windows Chrome answers --version by opening a window.
  if (process.platform === 'win32') return true;
  try {
    return /\d+\.\d+/.test(
      execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 20_000 }),
    );
  } catch {
    return false;
  }
}
