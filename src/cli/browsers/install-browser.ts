import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { BrowserName } from './browser.ts';
import { findBrowser } from './find-browser.ts';

/**
 * The program of a browser: an installed one, or else one that is installed now, where that can be done without asking
 * (as root on Debian or Ubuntu). Otherwise throws, with the command that gets it.
 */
export function browserFor(name: BrowserName): string {
  const found = findBrowser(name);
  if (found !== null) return found;
  const way = wayToGet(name, systemId());
  if (way.apt === null || process.getuid?.() !== 0) throw new Error(missing(name, way));

  console.log(`${TITLES[name]} is not installed. Installing the package ${way.apt} …`);
  apt('update');
  apt('install', '-y', '--no-install-recommends', way.apt);
  const installed = findBrowser(name);
  if (installed === null) throw new Error(`apt-get did not bring a browser that runs here.\n${missing(name, way)}`);
  return installed;
}

const TITLES: Readonly<Record<BrowserName, string>> = { chromium: 'Chromium or Chrome', firefox: 'Firefox' };

interface WayToGet {
  /** For a person to type. */
  readonly command: string;
  /** The package that we may install ourselves; `null` where we do not. */
  readonly apt: string | null;
  readonly remark?: string;
}

function wayToGet(name: BrowserName, system: string): WayToGet {
  const chromium = name === 'chromium';
  switch (system) {
    case 'debian': {
      const apt = chromium ? 'chromium' : 'firefox-esr';
      return { apt, command: `sudo apt-get install ${apt}` };
    }
    case 'ubuntu':
      return {
        apt: chromium ? 'chromium-browser' : 'firefox',
        command: chromium
          ? `curl -O ${CHROME_DEB} && sudo apt-get install ./google-chrome-stable_current_amd64.deb`
          : `open ${FIREFOX_DEB}`,
        remark:
          "Ubuntu's own packages of browsers are mere pointers to snaps, which do not run in containers; the above is the maker's.",
      };
    case 'fedora':
      return { apt: null, command: `sudo dnf install ${name}` };
    case 'arch':
      return { apt: null, command: `sudo pacman -S ${name}` };
    case 'darwin':
      return { apt: null, command: `brew install --cask ${chromium ? 'google-chrome' : 'firefox'}` };
    case 'win32':
      return { apt: null, command: `winget install ${chromium ? 'Google.Chrome' : 'Mozilla.Firefox'}` };
    default:
      return { apt: null, command: `install "${name}" with your system's package manager` };
  }
}

const CHROME_DEB = 'https://dl.google.com/linux/direct/google-chrome-stable_current_amd64.deb';
const FIREFOX_DEB = 'https://support.mozilla.org/kb/install-firefox-linux  (the part "Install Firefox .deb package")';

function missing(name: BrowserName, way: WayToGet): string {
  const variable = name === 'chromium' ? 'CHROME_PATH' : 'FIREFOX_PATH';
  const lines = [`${TITLES[name]} is not installed. To get it:`, `  ${way.command}`, `Or set ${variable} to where it is.`];
  return [...lines, ...(way.remark ? [way.remark] : [])].join('\n');
}

function apt(...args: readonly string[]): void {
  spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

/** The distribution on Linux (`debian`, `ubuntu`, `fedora` …), elsewhere the platform. */
function systemId(): string {
  const release = '/etc/os-release';
  const id = existsSync(release) ? readFileSync(release, 'utf8').match(/^ID="?([^"\n]+)"?$/m)?.[1] : undefined;
  return id ?? process.platform;
}
