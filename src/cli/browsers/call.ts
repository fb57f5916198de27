/**
 * The text of a call of `run` with `args` (after `first`, an expression), as a promise of JSON.
 *
 *     call((a) => a + 1, [2])  // '((__name) => Promise.resolve(((a) => a + 1)(2)).then(JSON.stringify))((f) => f)'
 *
 * Compilers that keep the names of functions wrap inner ones in `__name(…)`, which the page does not have: hence ours.
 */
export function call(run: (...args: never[]) => unknown, args: readonly unknown[], first?: string): string {
  const given = [...(first === undefined ? [] : [first]), ...args.map((arg) => JSON.stringify(arg) ?? 'undefined')];
  return `((__name) => Promise.resolve((${run})(${given.join(', ')})).then((value) => JSON.stringify(value)))((f) => f)`;
}
