import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, type Engine } from '../core/engine.ts';

/** The engine that the extension ships, in Node. */
export function shippedEngine(): Engine {
  return createEngine(generated('index.bin'), generated('reader.bin'));
}

/** A file of `data/generated`. */
export function generated(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(import.meta.dirname, '../data/generated', name)));
}
