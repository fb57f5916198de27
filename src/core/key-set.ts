import { avalanche } from './avalanche.ts';

/**
 * A set of keys that never forgets one, and takes one in 65,536 others for a key: two and a half bytes a key
 * (an xor filter, Graf and Lemire 2020). A key is two hashes; each key has a slot in each third of the table, and the three
 * together are its fingerprint.
 *
 *     seed u32 · slots u16 × 3 × a third
 */
export interface KeySet {
  has(a: number, b: number): boolean;
}

export interface Key {
  readonly a: number;
  readonly b: number;
}

/** The set; the same for the same keys in any order. */
export function encodeKeySet(keys: readonly Key[]): Uint8Array {
  const unique = [...new Map(keys.map(({ a, b }) => [`${a | 0} ${b | 0}`, { a: a | 0, b: b | 0 }])).values()];
  unique.sort((one, other) => one.a - other.a || one.b - other.b);
  const third = Math.ceil((unique.length * 1.23 + 32) / 3);
  for (let seed = 1; ; seed += 1) {
    const order = peeled(unique, seed, third);
    if (order !== null) return encoded(unique, order, seed, third);
  }
}

/** Opens what `encodeKeySet` made, in a copy: its bytes may begin anywhere. Throws when its size does not fit. */
export function openKeySet(bytes: Uint8Array): KeySet {
  if (bytes.length < HEAD + 6 || (bytes.length - HEAD) % 6 !== 0)
    throw new Error('A set of keys is damaged: its size does not fit.');
  // Not `slice`: that of Node's Buffer, which is a Uint8Array too, copies nothing.
  const copy = new Uint8Array(bytes);
  const seed = new DataView(copy.buffer).getUint32(0, true);
  const slots = new Uint16Array(copy.buffer, HEAD);
  const third = slots.length / 3;

  return {
    has(a, b) {
      const one = avalanche(a ^ seed);
      const other = avalanche(b + one);
      const found =
        (slots[slotIn(one, third)] as number) ^
        (slots[third + slotIn(other, third)] as number) ^
        (slots[2 * third + slotIn(thirdHash(one, other), third)] as number);
      return found === ((one ^ other) & FINGERPRINT);
    },
  };
}

const HEAD = 4;
const FINGERPRINT = 0xffff;

function slotIn(hash: number, third: number): number {
  return Math.floor(((hash >>> 8) * third) / (1 << 24));
}

function thirdHash(one: number, other: number): number {
  return Math.imul(one ^ ((other << 16) | (other >>> 16)), 0x9e3779b1);
}

/** A key that has a slot to itself, and the slot. */
interface Alone {
  readonly key: number;
  readonly slot: number;
}

/** The keys in an order in which each has a slot that no later one has; `null` when these hashes give none. */
function peeled(keys: readonly Key[], seed: number, third: number): readonly Alone[] | null {
  const slotsOf = keys.map((key) => slotsOfKey(key, seed, third));
  const count = new Uint32Array(3 * third);
  const sum = new Uint32Array(3 * third);
  for (const [key, slots] of slotsOf.entries()) {
    for (const slot of slots) {
      count[slot] = (count[slot] as number) + 1;
      sum[slot] = (sum[slot] as number) ^ key;
    }
  }
  const single = Array.from(count.keys()).filter((slot) => count[slot] === 1);
  const order: Alone[] = [];
  for (let slot = single.pop(); slot !== undefined; slot = single.pop()) {
    if (count[slot] !== 1) continue;
    const key = sum[slot] as number;
    order.push({ key, slot });
    for (const other of slotsOf[key] as readonly number[]) {
      count[other] = (count[other] as number) - 1;
      sum[other] = (sum[other] as number) ^ key;
      if (count[other] === 1) single.push(other);
    }
  }
  return order.length === keys.length ? order : null;
}

function slotsOfKey({ a, b }: Key, seed: number, third: number): readonly number[] {
  const one = avalanche(a ^ seed);
  const other = avalanche(b + one);
  return [slotIn(one, third), third + slotIn(other, third), 2 * third + slotIn(thirdHash(one, other), third)];
}

function encoded(keys: readonly Key[], order: readonly Alone[], seed: number, third: number): Uint8Array {
  const slots = new Uint16Array(3 * third);
  for (const { key, slot } of [...order].reverse()) {
    const { a, b } = keys[key] as Key;
    const one = avalanche(a ^ seed);
    const others = slotsOfKey(keys[key] as Key, seed, third).filter((mine) => mine !== slot);
    slots[slot] = others.reduce((fingerprint, mine) => fingerprint ^ (slots[mine] as number), one ^ avalanche(b + one));
  }
  const bytes = new Uint8Array(HEAD + 2 * slots.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, seed, true);
  for (const [slot, value] of slots.entries()) view.setUint16(HEAD + 2 * slot, value, true);
  return bytes;
}
