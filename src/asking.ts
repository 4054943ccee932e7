import type { Caller, CommandDeps } from '../commands/command.ts';
import type { AnswerDeps } from './answer/answer-question.ts';
import { withinWindow } from './answer/window.ts';
import { StoreError } from './errors.ts';
import { DEFAULT_SETTINGS } from './records/settings.ts';
import { drawTimelineOf } from './draw-picture.ts';
import { wordsIn } from './words/words.ts';

type Asking = Pick<
  CommandDeps,
  | 'ask'
  | 'askInWords'
  | 'report'
  | 'drawTimeline'
  | 'suggestTopics'
  | 'suggestQuotes'
  | 'suggestSpeakers'
  | 'suggestOutlets'
>;

/** How many suggestions are offered while a person types; Discord shows 25 at most. */
const MAX_SUGGESTIONS = 25;

/** What somebody may ask in a workspace. What it takes is imported when it is first needed. */
export function askingFor(
  { tell = () => undefined, settings = DEFAULT_SETTINGS, asker }: Caller,
  answering: AnswerDeps,
): Asking {
  const { workspace, store } = answering;
  const { zone, language } = settings;
  const words = wordsIn(language);
  const { searching, reading } = words.answers;
  /** What found nothing is not worth asking again; it may be a slip of the pen. */
  const note = async (topic: string, found: boolean): Promise<void> => {
    if (asker === undefined || !found) return;
    const userId = asker.isPublic ? null : asker.userId;
    try {
      await store.noteTopic(workspace, { topic, userId, at: new Date().toISOString() });
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      answering.log?.('topic-not-kept', { problem: error.userMessage });
    }
  };
  return {
    async ask(question) {
      const { answerQuestion } = await import('./answer/answer-question.ts');
      const answer = await answerQuestion(withinWindow(question, settings, new Date()), {
        ...answering,
        words,
        tell,
      });
      await note(question.topic, answer.groups.length > 0);
      return answer;
    },
    async askInWords(text) {
      tell(reading);
      const { answerInWords } = await import('./answer/answer-in-words.ts');
      const answer = await answerInWords(text, { ...answering, zone, words, tell }, (question) =>
        withinWindow(question, settings, new Date()),
      );
      await note(answer.question.topic, answer.groups.length > 0);
      return answer;
    },
    async report(name, question) {
      tell(searching);
      const { makeReport } = await import('./answer/reports/make-report.ts');
      const asked = withinWindow(question, settings, new Date());
      const report = await makeReport(name, asked, { workspace, store, words });
      await note(question.topic, report.parts.length > 0);
      return report;
    },
    drawTimeline: async (report) =>
      asker === undefined ? null : drawTimelineOf(report, words, answering.log),
    suggestTopics: (typed) =>
      store.suggestTopics(workspace, { userId: asker?.userId ?? null, typed }, MAX_SUGGESTIONS),
    async suggestQuotes(typed) {
      const { suggestQuotes } = await import('./answer/suggest-quotes.ts');
      return suggestQuotes(typed, MAX_SUGGESTIONS, { workspace, store });
    },
    suggestSpeakers: (typed) => store.suggestSpeakers(workspace, typed, MAX_SUGGESTIONS),
    suggestOutlets: (typed) => store.suggestOutlets(workspace, typed, MAX_SUGGESTIONS),
  };
}
