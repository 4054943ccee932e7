import learned from './weights.json' with { type: 'json' };

/** A linear model: the sum of the weights of the features that hold. Above 0 means yes. */
export type Model = Readonly<Record<string, number>>;

/** Learned by `npm run learn:quotes`; every feature is a name a person can read. */
export const WEIGHTS: { readonly boundary: Model; readonly accept: Model } = learned;

/** The sum of the weights of the features that hold, with the bias. */
export function score(model: Model, features: readonly string[]): number {
  let sum = model['bias'] ?? 0;
  for (const feature of features) sum += model[feature] ?? 0;
  return sum;
}
