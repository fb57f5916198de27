/**
 * The mean of weights over many steps: nearer to the middle of what fits than the last step is.
 * `add` takes the weights as they are now into the mean; `use` puts the mean in their place.
 */
export interface Average {
  add(): void;
  use(): void;
}

export function averageOf(weights: readonly Float32Array[]): Average {
  const sums = weights.map(({ length }) => new Float64Array(length));
  let count = 0;
  return {
    add() {
      count += 1;
      for (const [part, sum] of sums.entries()) {
        const now = weights[part] as Float32Array;
        for (let index = 0; index < sum.length; index += 1) sum[index] = (sum[index] as number) + (now[index] as number);
      }
    },
    use() {
      if (count === 0) return;
      for (const [part, sum] of sums.entries()) weights[part]?.set(sum.map((total) => total / count));
    },
  };
}
