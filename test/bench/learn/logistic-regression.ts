/** Something seen, and whether it is what the model should say yes to. `weight` is how much it counts, 1 as a rule. */
export interface Example {
  readonly features: readonly string[];
  readonly isTrue: boolean;
  readonly weight: number;
}

export interface Regularisation {
  /** The price of a weight of 1, in examples' log-likelihood: the higher, the fewer weights differ from 0. */
  readonly l1: number;
  /** A feature seen in fewer examples than this gets no weight. */
  readonly fewest: number;
}

/** The examples in which a feature holds, with the state of its search. */
interface Column {
  readonly feature: string;
  readonly rows: Int32Array;
  readonly price: number;
  value: number;
  /** How far the next step may go. */
  reach: number;
}

const BIAS = 'bias';
const SWEEPS = 200;
/** Done when no weight moves further than this in a sweep; weights are rounded to two decimals in the end. */
const STILL = 0.002;

/**
 * Logistic regression with an L1 penalty (none on the bias) by cyclic coordinate descent with a trust region, after
 * Genkin, Lewis and Madigan, "Large-scale Bayesian logistic regression for text categorization" (Technometrics 2007),
 * section 4. No randomness: the same examples give the same weights. Weights are rounded to two decimals; those that
 * are 0 are left out.
 */
export function learnModel(
  examples: readonly Example[],
  regularisation: Regularisation,
): Record<string, number> {
  const columns = columnsOf(examples, regularisation);
  const weights = Float64Array.from(examples, ({ weight }) => weight);
  const signs = Float64Array.from(examples, ({ isTrue }) => (isTrue ? 1 : -1));
  /** The sum of the weights of each example's features, times its sign: positive where the model is right. */
  const margins = new Float64Array(examples.length);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let furthest = 0;
    for (const column of columns) {
      const step = findStep(column, { margins, signs, weights });
      if (step !== 0) {
        column.value += step;
        for (const row of column.rows) margins[row] = (margins[row] ?? 0) + step * (signs[row] ?? 0);
      }
      column.reach = Math.max(2 * Math.abs(step), column.reach / 2);
      furthest = Math.max(furthest, Math.abs(step));
    }
    if (furthest < STILL) break;
  }
  return Object.fromEntries(
    columns
      .map(({ feature, value }): [string, number] => [feature, Math.round(value * 100) / 100])
      .filter(([, value]) => value !== 0)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}

function columnsOf(examples: readonly Example[], { l1, fewest }: Regularisation): readonly Column[] {
  const rows = new Map<string, number[]>([[BIAS, []]]);
  for (const [row, { features }] of examples.entries())
    for (const feature of [BIAS, ...new Set(features)]) {
      const seen = rows.get(feature);
      if (seen === undefined) rows.set(feature, [row]);
      else seen.push(row);
    }
  return [...rows]
    .filter(([feature, seen]) => feature === BIAS || seen.length >= fewest)
    .map(([feature, seen]) => ({
      feature,
      rows: Int32Array.from(seen),
      price: feature === BIAS ? 0 : l1,
      value: 0,
      reach: 1,
    }));
}

interface State {
  readonly margins: Float64Array;
  readonly signs: Float64Array;
  readonly weights: Float64Array;
}

/** How far one weight moves: a Newton step on a bound of the loss within reach, never past 0 in one go. */
function findStep({ rows, price, value, reach }: Column, { margins, signs, weights }: State): number {
  let slope = 0;
  let curvature = 0;
  for (const row of rows) {
    const margin = margins[row] ?? 0;
    const weight = weights[row] ?? 0;
    slope -= (weight * (signs[row] ?? 0)) / (1 + Math.exp(margin));
    const off = Math.abs(margin) - reach;
    curvature += weight * (off <= 0 ? 0.25 : 1 / (2 + Math.exp(off) + Math.exp(-off)));
  }
  const direction = value !== 0 ? Math.sign(value) : Math.abs(slope) > price ? -Math.sign(slope) : 0;
  if (direction === 0 || curvature === 0) return 0;
  const step = -(slope + direction * price) / curvature;
  const bounded = Math.max(-reach, Math.min(reach, step));
  return (value + bounded) * direction < 0 ? -value : bounded;
}
