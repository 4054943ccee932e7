import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

export interface Speed {
  /** Seconds, the median of the runs. */
  readonly ours: number;
  readonly bare: number;
}

const RUNS = 3;

/** Times `extract` and bare wink-nlp over the same texts, in turns, so that a busy machine is busy for both. */
export function measureSpeed(texts: readonly string[], extract: (text: string) => unknown): Speed {
  const nlp = winkNLP(model);
  const ours: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    bare.push(secondsOf(() => texts.forEach((text) => nlp.readDoc(text))));
    ours.push(secondsOf(() => texts.forEach(extract)));
  }
  return { ours: median(ours), bare: median(bare) };
}

function secondsOf(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
}
