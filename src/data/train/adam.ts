/** Adam over one array of weights. `step` takes the gradient and leaves it empty. */
export interface Adam {
  readonly gradient: Float32Array;
  step(rate: number): void;
}

const FIRST = 0.9;
const SECOND = 0.999;

export function adamOf(weights: Float32Array): Adam {
  const gradient = new Float32Array(weights.length);
  const mean = new Float32Array(weights.length);
  const square = new Float32Array(weights.length);
  let steps = 0;
  return {
    gradient,
    step(rate) {
      steps += 1;
      const scale = rate / (1 - FIRST ** steps);
      const correction = 1 / (1 - SECOND ** steps);
      for (let index = 0; index < weights.length; index += 1) {
        const slope = gradient[index] as number;
        const first = FIRST * (mean[index] as number) + (1 - FIRST) * slope;
        const second = SECOND * (square[index] as number) + (1 - SECOND) * slope * slope;
        mean[index] = first;
        square[index] = second;
        if (first !== 0) weights[index] = (weights[index] as number) - (scale * first) / (Math.sqrt(second * correction) + 1e-8);
        gradient[index] = 0;
      }
    },
  };
}
