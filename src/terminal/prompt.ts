import { createInterface } from 'node:readline/promises';
import type { Command, CommandDeps } from '../../commands/command.ts';
import { parseLine } from '../../commands/line.ts';
import { openFile } from '../../commands/open-file.ts';
import { describeError } from '../cli/report-error.ts';
import { InputError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { AnswerQuote } from '../records/answer.ts';
import { quotesOfReport } from '../records/report.ts';
import type { View } from '../records/view.ts';
import { renderTerminal } from '../view/terminal.ts';
import { completeLine } from './complete.ts';
import { sayPromptHelp } from './help.ts';
import { HISTORY_SIZE, readHistory, writeHistory } from './history.ts';

/** What the prompt works with. */
export interface PromptDeps {
  readonly commands: readonly Command[];
  /** What commands may do, by the settings as they are now. */
  readonly openDeps: () => Promise<CommandDeps>;
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream & { readonly columns?: number };
  readonly colour: boolean;
  /** The file that keeps the lines that were typed. */
  readonly historyPath: string;
  readonly log: Log;
}

const WORDS = ['help', 'source ', 'exit'];

/** Reads slash commands until `exit`, Ctrl-C, Ctrl-D or `signal`. An error of one line is told and the next is read. */
export async function runPrompt(prompt: PromptDeps, signal: AbortSignal): Promise<void> {
  const { commands, openDeps, input, output, historyPath, log } = prompt;
  let history = await readHistory(historyPath);
  const readline = createInterface({
    input,
    output,
    prompt: 'onrecord> ',
    history,
    historySize: HISTORY_SIZE,
    removeHistoryDuplicates: true,
    completer: async (line: string) => completeLine(line, { commands, words: WORDS, deps: await openDeps() }),
    signal,
  });
  readline.on('history', (lines: string[]) => {
    history = lines;
  });
  readline.on('SIGINT', () => readline.close());
  let open = true;
  readline.once('close', () => {
    open = false;
  });
  // The input may end while a command still runs.
  const askForLine = (): void => {
    if (open) readline.prompt();
  };
  const session: Session = { lastView: null };
  askForLine();
  for await (const line of readline) {
    if (signal.aborted || /^\s*\/?(?:exit|quit)\s*$/u.test(line)) break;
    try {
      const reply = await answerLine(line, prompt, session);
      if (reply !== '') output.write(`${reply}\n\n`);
    } catch (error) {
      const { message, bug } = describeError(error);
      output.write(`${message}\n\n`);
      if (bug !== null) log.error('a bug', bug);
    }
    askForLine();
  }
  readline.close();
  await writeHistory(historyPath, history);
}

interface Session {
  /** What `source NUMBER` counts in. */
  lastView: View | null;
}

async function answerLine(line: string, prompt: PromptDeps, session: Session): Promise<string> {
  const { commands } = prompt;
  const text = line.trim();
  if (text === '') return '';
  if (/^\/?help$/u.test(text)) return sayPromptHelp(commands);
  const deps = await prompt.openDeps();
  const show = (view: View): string =>
    renderTerminal(view, {
      colour: prompt.colour,
      width: prompt.output.columns || 100,
      language: deps.settings.language,
    });
  const source = /^\/?source\s+\[?(\d+)\]?$/u.exec(text)?.[1];
  if (source !== undefined) return show(await findSource(Number(source), session, deps));
  const { command, options } = await parseLine(text, commands, openFile);
  session.lastView = await command.run(options, deps);
  return show(session.lastView);
}

async function findSource(number: number, { lastView }: Session, deps: CommandDeps): Promise<View> {
  const quoteId = quotesOf(lastView)[number - 1]?.id;
  const passage = quoteId === undefined ? null : await deps.findPassage(quoteId);
  if (passage === null) throw new InputError(`The last answer has no quote [${number}].`);
  return { kind: 'passage', passage };
}

function quotesOf(view: View | null): readonly AnswerQuote[] {
  if (view?.kind === 'answer') return view.answer.groups.flatMap((group) => group.quotes);
  return view?.kind === 'report' ? quotesOfReport(view.report) : [];
}
