import learned from './weights.json' with { type: 'json' };

/** A linear model: the sum of the weights of the features that hold. Above 0 means yes. */
export type Model = Readonly<Record<string, number>>;

/** Learned by `npm run learn:quotes`; every feature is a name a person can read. */
export const WEIGHTS: { readonly boundary: Model; readonly accept: Model } = learned;

const maps = new WeakMap<Model, ReadonlyMap<string, number>>();

/** A model as a map: names of features are made anew for each place, and an object would have to intern every one. */
function mapOf(model: Model): ReadonlyMap<string, number> {
  const known = maps.get(model);
  if (known !== undefined) return known;
  const map = new Map(Object.entries(model));
  maps.set(model, map);
  return map;
}

/** The sum of the weights of the features that hold, with the bias. */
export function score(model: Model, features: readonly string[]): number {
  const weights = mapOf(model);
  let sum = weights.get('bias') ?? 0;
  for (const feature of features) sum += weights.get(feature) ?? 0;
  return sum;
}
