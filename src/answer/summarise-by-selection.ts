import { selectionSchema, selectQuotesPrompt } from '../../prompts/select-quotes.ts';
import { askModel } from './ask-model.ts';
import { tellStatement } from './digest.ts';
import { describeEvidence, numberEvidence } from './evidence.ts';
import type { Summary, SummaryTask } from './summary.ts';

/** A summary whose words are the code's: the model only chooses quotes and their order. */
export async function summariseBySelection(task: SummaryTask): Promise<Summary> {
  const evidence = numberEvidence(task.quotes, task.random);
  const schema = selectionSchema(evidence.map(({ id }) => id));
  const input = {
    topic: JSON.stringify(task.question.topic),
    stance: task.question.stance ?? 'any',
    evidence: describeEvidence(evidence),
  };
  const { call, output, failure } = await askModel(selectQuotesPrompt, schema, input, task);
  const ids = output?.status === 'answer' ? [...new Set(output.quote_ids)] : [];
  const chosen = ids.flatMap((id) => evidence.find((item) => item.id === id) ?? []);
  return {
    sentences: chosen.map(({ quote }) => tellStatement(quote, task.words)),
    failure: failure ?? (ids.length === 0 ? 'abstained' : chosen.length === 0 ? 'unbacked' : null),
    dropped: 0,
    rules: chosen.length < ids.length ? ['V5'] : [],
    calls: [call],
  };
}
