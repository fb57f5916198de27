import { createInterface } from 'node:readline';
import { answerFor } from './label-format.ts';
import { shippedEngine } from './shipped-engine.ts';

// `npm run label`: posts as JSON Lines on standard input, their labels as JSON Lines on standard output.

const engine = shippedEngine();
let number = 0;
let bad = 0;

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  number += 1;
  if (line.trim() === '') continue;
  try {
    process.stdout.write(`${JSON.stringify(answerFor(line, engine))}\n`);
  } catch (error) {
    bad += 1;
    process.stderr.write(`Line ${number}: ${error instanceof Error ? error.message : error}\n`);
  }
}
process.exitCode = bad > 0 ? 1 : 0;
