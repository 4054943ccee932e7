import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { AnnotatedArticle } from '../learn/annotated.ts';
import type { Prediction } from './prediction.ts';

/** Where a file of the shared data for quotes lies: beside the repository, or under ONRECORD_SHARED. */
export function sharedFile(name: string): string {
  const shared = process.env['ONRECORD_SHARED'] ?? new URL('../../../../shared', import.meta.url).pathname;
  return join(shared, 'quotes', name);
}

const Level = z.object({ p: z.number(), r: z.number(), f1: z.number() });
const Share = z.object({ acc: z.number(), n: z.number() });

/** What we read of the scorer's result; every figure from 0 to 1. `n` is over how many quotes a share is taken. */
const Scores = z.object({
  levels: z.record(z.string(), Level),
  speaker: z.record(z.string(), Share),
  attributes: z.record(z.string(), z.object({ ok: z.number(), n: z.number() })),
});
export type SharedScores = z.infer<typeof Scores>;

export type Score = (gold: readonly AnnotatedArticle[], found: readonly Prediction[]) => SharedScores;
export type Floor = (text: string) => Prediction['quotes'];

/** The scorer that lies with the data, so that our figures are the ones others get. */
export async function loadScorer(): Promise<Score> {
  const { score } = ScorerModule.parse(await import(pathToFileURL(sharedFile('score.mjs')).href));
  return (gold, found) => Scores.parse(score(gold, found));
}

/** The floor: text between quotation marks and the nearest name. */
export async function loadFloor(): Promise<Floor> {
  // It reads its own command line when it is loaded, and would take our options for files.
  const typed = process.argv.splice(2);
  const { extract } = FloorModule.parse(await import(pathToFileURL(sharedFile('baseline.mjs')).href));
  process.argv.push(...typed);
  return extract;
}

const isFunction = (value: unknown): boolean => typeof value === 'function';
const ScorerModule = z.object({
  score: z.custom<(gold: readonly AnnotatedArticle[], found: readonly Prediction[]) => unknown>(isFunction),
});
const FloorModule = z.object({ extract: z.custom<Floor>(isFunction) });
