import type { Model } from '../../../src/quotes/weights.ts';
import learned from '../../../src/quotes/weights.json' with { type: 'json' };
import { acceptanceExamples } from './acceptance-examples.ts';
import type { ReadArticle } from './annotated-sentences.ts';
import { boundaryExamples } from './boundary-examples.ts';
import { learnModel, type Regularisation } from './logistic-regression.ts';

/** What src/quotes/weights.json holds. */
export interface Weights {
  readonly accept: Model;
  readonly boundary: Model;
}

export interface LearnSettings {
  readonly accept: Regularisation;
  readonly boundary: Regularisation;
}

/** Chosen by cross-validation (`npm run bench:quotes -- --cross`): both fewer weights and more cost relaxed F1. */
const SETTINGS: LearnSettings = {
  boundary: { l1: 1.4, fewest: 4 },
  accept: { l1: 1.4, fewest: 4 },
};

/** Both models, from articles whose quotes people marked. The extractor has the new weights from here on. */
export function learnWeights(articles: readonly ReadArticle[], settings: LearnSettings = SETTINGS): Weights {
  const boundary = learnModel(boundaryExamples(articles), settings.boundary);
  // The second model judges the contents that the first one cuts out.
  useWeights({ accept: learned.accept, boundary });
  const accept = learnModel(acceptanceExamples(articles), settings.accept);
  useWeights({ accept, boundary });
  return { accept, boundary };
}

/** Gives the extractor of this process other weights than its file's: every import of the file is the one object. */
function useWeights(weights: Weights): void {
  Object.assign(learned, weights);
}

/** How many numbers there are to review. */
export function countWeights({ accept, boundary }: Weights): number {
  return Object.keys(accept).length + Object.keys(boundary).length;
}
