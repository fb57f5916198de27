import { execFileSync, spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

// The command itself, over the real list.

function label(lines: readonly string[]): {
  readonly status: number | null;
  readonly answers: readonly { id: string }[];
  readonly errors: string;
} {
  const run = spawnSync('npx', ['tsx', 'src/cli/label.ts'], { input: lines.join('\n'), encoding: 'utf8' });
  const answers = run.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { id: string });
  return { status: run.status, answers, errors: run.stderr };
}

it('a bad line is reported with its number, and the others are labelled in their order', () => {
  const { status, answers, errors } = label(['{"id": "a", "text": "my lupus flare"}', 'no json', '', '{"id": "b", "text": ""}']);
  expect(answers.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(errors).toMatch(/^Line 2: it is no JSON/);
  expect(status).toBe(1);
});

it('without a bad line the command succeeds', () => {
  const { status, errors } = label(['{"id": 1, "text": "See https://www.orpha.net/en/disease/detail/98249"}']);
  expect([status, errors]).toEqual([0, '']);
});

it('nothing in is nothing out', () => {
  expect(execFileSync('npx', ['tsx', 'src/cli/label.ts'], { input: '', encoding: 'utf8' })).toBe('');
});
