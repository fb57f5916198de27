import type { Reporter, TestCase } from 'vitest/node';

/** Tells at the end which tests passed on their second try only: they, or what they test, are not as firm as they should be. */
// biome-ignore lint/style/noDefaultExport: vitest takes a reporter from there.
export default class SecondTry implements Reporter {
  readonly #names: string[] = [];

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky) this.#names.push(`${test.module.relativeModuleId} > ${test.fullName}`);
  }

  onTestRunEnd(): void {
    for (const name of this.#names) console.log(`passed on its second try only: ${name}`);
  }
}
