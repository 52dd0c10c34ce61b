/** Fits a logistic curve by gradient descent with a little shrinkage; small data, so plain is enough. */
import { type Curve, EVIDENCE_NAMES, type Evidence } from '../retrieval/confidence.ts';

/** `weight`: how much the sample counts. */
export type Sample = { readonly evidence: Evidence; readonly right: boolean; readonly weight: number };

const ROUNDS = 4000;
const RATE = 0.5;
const SHRINKAGE = 0.002;

/** The curve that best tells right from wrong in `samples`. */
export function fitLogistic(samples: readonly Sample[]): Curve {
  const weights: Record<keyof Evidence, number> = {
    coverage: 0,
    similarity: 0,
    margin: 0,
    unknown: 0,
    named: 0,
    length: 0,
  };
  let bias = 0;
  const total = samples.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = { bias: 0, coverage: 0, similarity: 0, margin: 0, unknown: 0, named: 0, length: 0 };
    for (const { evidence, right, weight } of samples) {
      const sum = EVIDENCE_NAMES.reduce((s, name) => s + weights[name] * evidence[name], bias);
      const error = weight * (1 / (1 + Math.exp(-sum)) - (right ? 1 : 0));
      slope.bias += error;
      for (const name of EVIDENCE_NAMES) slope[name] += error * evidence[name];
    }
    bias -= (RATE * slope.bias) / total;
    for (const name of EVIDENCE_NAMES) {
      weights[name] -= RATE * (slope[name] / total + SHRINKAGE * weights[name]);
    }
  }
  return { bias, weights };
}
