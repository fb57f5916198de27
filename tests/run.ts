import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BROWSER_NAMES, type BrowserName } from '../src/cli/browsers/browser.ts';
import { browserFor } from '../src/cli/browsers/install-browser.ts';

// `npm test`: everything that can be wrong, cheapest first. The last line printed is `N passed, N failed`,
// counting each check as one and each test as one. All of it runs, whatever fails.

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const SECOND_TRY = join(import.meta.dirname, 'second-try.ts');

const reports = mkdtempSync(join(tmpdir(), 'lived-and-cited-'));
const browsers = BROWSER_NAMES.filter(isThere);
const absent = BROWSER_NAMES.length - browsers.length;

const tallies: readonly Tally[] = [
  // On a machine of a person's own one browser is enough to work with; where we are judged both must be there.
  { passed: 0, failed: process.env['CI'] ? absent : 0 },
  check('types', 'tsc', '-p', '.'),
  check('types of core, without DOM and Node', 'tsc', '-p', 'src/core'),
  check('format, lint, import rule', 'biome', 'check', '--error-on-warnings'),
  check('nothing unused', 'knip'),
  tests('unit'),
  check('build for Chrome', 'vite', 'build', '--mode', 'chrome'),
  check('build for Firefox', 'vite', 'build', '--mode', 'firefox'),
  tests('built', { BROWSERS: browsers.join(',') }),
];

const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);

function isThere(name: BrowserName): boolean {
  try {
    browserFor(name);
    return true;
  } catch (error) {
    console.error(`${(error as Error).message}\nThe tests in this browser are left out.\n`);
    return false;
  }
}

function check(what: string, command: string, ...args: readonly string[]): Tally {
  console.log(`\n── ${what}`);
  const ok = run(command, args) === 0;
  console.log(`${ok ? 'passed' : 'FAILED'}: ${what}`);
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function tests(project: string, environment: Readonly<Record<string, string>> = {}): Tally {
  console.log(`\n── tests: ${project}`);
  const report = join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--reporter=${SECOND_TRY}`, `--outputFile.json=${report}`];
  const status = run('vitest', ['run', '--project', project, ...reporters], environment);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
  if (numPendingTests > 0) console.log(`${numPendingTests} tests were left out.`);
  // A file that cannot be loaded, or an error outside of every test, fails no test that could be counted.
  const uncounted = status !== 0 && numFailedTests === 0 ? 1 : 0;
  return { passed: numPassedTests, failed: numFailedTests + uncounted };
}

function run(command: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): number {
  const bin = join(import.meta.dirname, '../node_modules/.bin', command);
  const result = spawnSync(bin, args, {
    cwd: join(import.meta.dirname, '..'),
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...environment },
  });
  return result.status ?? 1;
}
