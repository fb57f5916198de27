import { avalanche, slotIn } from './avalanche.ts';

/**
 * A set of keys that never forgets one, and takes one in 4,096 others for a key: two bytes a key
 * (an xor filter, Graf and Lemire 2020). A key is two hashes; each key has a slot in each third of the table, and the three
 * together are its fingerprint.
 *
 *     seed u32 · the lower 8 bits of each slot · the upper 4, two slots a byte, the first in the low half
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
  // Even: the upper halves fill whole bytes.
  const third = 2 * Math.ceil((unique.length * 1.23 + 32) / 6);
  for (let seed = 1; ; seed += 1) {
    const order = peeled(unique, seed, third);
    if (order !== null) return encoded(unique, order, seed, third);
  }
}

/** Opens what `encodeKeySet` made. Throws when its size does not fit. */
export function openKeySet(bytes: Uint8Array): KeySet {
  // Three bytes hold two slots, and a third of the table has two at the least.
  if (bytes.length < HEAD + 9 || (bytes.length - HEAD) % 9 !== 0)
    throw new Error('A set of keys is damaged: its size does not fit.');
  const seed = new DataView(bytes.buffer, bytes.byteOffset, HEAD).getUint32(0, true);
  const slots = ((bytes.length - HEAD) / 3) * 2;
  const third = slots / 3;
  const lower = bytes.subarray(HEAD, HEAD + slots);
  const upper = bytes.subarray(HEAD + slots);

  function bitsIn(slot: number): number {
    return (lower[slot] as number) | ((((upper[slot >> 1] as number) >> (4 * (slot & 1))) & 15) << 8);
  }

  return {
    has(a, b) {
      const one = avalanche(a ^ seed);
      const other = avalanche(b + one);
      const found =
        bitsIn(slotIn(one, third)) ^
        bitsIn(third + slotIn(other, third)) ^
        bitsIn(2 * third + slotIn(thirdHash(one, other), third));
      return found === ((one ^ other) & FINGERPRINT);
    },
  };
}

const HEAD = 4;
const FINGERPRINT = 0xfff;

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
  const bytes = new Uint8Array(HEAD + 1.5 * slots.length);
  new DataView(bytes.buffer).setUint32(0, seed, true);
  for (const [slot, value] of slots.entries()) {
    const upper = HEAD + slots.length + (slot >> 1);
    bytes[HEAD + slot] = value & 0xff;
    bytes[upper] = (bytes[upper] as number) | (((value >> 8) & 15) << (4 * (slot & 1)));
  }
  return bytes;
}
