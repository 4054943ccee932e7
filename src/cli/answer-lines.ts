import type { ArticleWorkers } from '../article-workers.ts';
import { AppError } from '../errors.ts';
import type { JsonLine } from '../ingest/json-lines.ts';
import { describeError } from './report-error.ts';
import { worstOf, type Shell } from './verb.ts';

/** How the lines of a stream are answered. */
export interface LineWork<Value> {
  readonly lines: AsyncIterable<JsonLine<Value>>;
  /** What answers a line, beside its id. Throws AppError where it can't. */
  readonly answer: (value: Value, number: number, workers: ArticleWorkers) => Promise<object>;
  /** What stands in the place of an answer that could not be given. */
  readonly noAnswer: object;
}

/** Answers each line by one line `{id, …}`, in order, several at once; resolves to the exit code. */
export async function answerLines<Value extends { readonly id: string | number }>(
  { lines, answer, noAnswer }: LineWork<Value>,
  shell: Shell,
): Promise<number> {
  const { ARTICLES_AT_ONCE, withArticleWorkers } = await import('../article-workers.ts');
  const { mapInOrder } = await import('../ingest/map-in-order.ts');
  return withArticleWorkers(async (workers) => {
    const exitCodes = new Set<number>();
    const answers = mapInOrder(lines, ARTICLES_AT_ONCE, async (line) => {
      const id = 'value' in line ? line.value.id : null;
      try {
        if ('problem' in line) throw line.problem;
        return { told: { id, ...(await answer(line.value, line.number, workers)) }, problem: null };
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return { told: { id, ...noAnswer, error: error.userMessage }, problem: describeError(error) };
      }
    });
    for await (const { told, problem } of answers) {
      if (problem !== null) {
        exitCodes.add(problem.exitCode);
        shell.warn(problem.message);
      }
      await shell.print(`${JSON.stringify(told)}\n`);
    }
    return worstOf(exitCodes);
  });
}
