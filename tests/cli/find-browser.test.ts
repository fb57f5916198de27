import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findBrowser } from '../../src/cli/browsers/find-browser.ts';

describe.skipIf(process.platform === 'win32' || process.platform === 'darwin')('findBrowser', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lived-and-cited-browsers-'));
    vi.stubEnv('PATH', folder);
    vi.stubEnv('CHROME_PATH', undefined);
    vi.stubEnv('FIREFOX_PATH', undefined);
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  function program(name: string, script: string): string {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  }

  test('a program that tells its version is a browser', () => {
    const path = program('firefox-esr', 'echo "Mozilla Firefox 140.2.0esr"');
    expect(findBrowser('firefox')).toBe(path);
    expect(findBrowser('chromium')).toBeNull();
  });

  test("a distribution's pointer to a snap is none, and the next program is taken", () => {
    program('chromium-browser', 'echo "Please install the snap: snap install chromium" >&2; exit 1');
    expect(findBrowser('chromium')).toBeNull();
    const path = program('google-chrome', 'echo "Google Chrome 140.0.7339.80"');
    expect(findBrowser('chromium')).toBe(path);
  });

  test('what the environment names comes first, and is an error when it does not run', () => {
    program('firefox', 'echo "Mozilla Firefox 150.0"');
    const own = program('nightly', 'echo "Mozilla Firefox 152.0a1"');
    vi.stubEnv('FIREFOX_PATH', own);
    expect(findBrowser('firefox')).toBe(own);
    vi.stubEnv('FIREFOX_PATH', join(folder, 'gone'));
    expect(() => findBrowser('firefox')).toThrow(/FIREFOX_PATH is ".*gone"/);
  });
});
