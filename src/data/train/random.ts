/** Seeded numbers from 0 to 1 (sfc32): the same seed gives the same training, bit for bit. */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = 0xb7e15162 ^ seed;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let round = 0; round < 16; round += 1) next();
  return next;
}

export function shuffle<Item>(items: Item[], random: Random): void {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [items[last], items[other]] = [items[other] as Item, items[last] as Item];
  }
}

/** Numbers around 0 with the given spread (Box–Muller). */
export function fillNormal(numbers: Float32Array, spread: number, random: Random): void {
  for (let index = 0; index < numbers.length; index += 1) {
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    numbers[index] = spread * radius * Math.cos(2 * Math.PI * random());
  }
}
