import type { StoredAnswerCheck } from '../answer/verify-stored-answer.ts';
import { InputError } from '../errors.ts';
import { readInput } from './read-input.ts';
import { readStoreOptions, STORE_OPTIONS } from './store-options.ts';
import { EXIT, type Shell, type Verb } from './verb.ts';

/** An exported answer, checked against the store again without a model or network. */
export const verify: Verb = {
  name: 'verify',
  usage: 'ANSWER.json|-',
  summary: 'Check an answer of ask --json against the store again, sentence by sentence',
  options: [...STORE_OPTIONS, { name: 'json', help: 'tell every check as one JSON object' }],
  async run(typed, shell) {
    const { workspace, location } = readStoreOptions(typed);
    const [path, ...more] = typed.words;
    if (path === undefined || more.length > 0) {
      throw new InputError('Name one file that ask --json wrote, or - for standard input.');
    }
    const exported = await readJson(path, shell);
    const { readConfig } = await import('../config.ts');
    const { verifyStoredAnswer } = await import('../answer/verify-stored-answer.ts');
    const { withServices } = await import('../compose.ts');
    const check = await withServices({ config: readConfig(), location, log: shell.log }, ({ store }) =>
      verifyStoredAnswer(exported, store, workspace),
    );
    await shell.print(typed.isOn('json') ? `${JSON.stringify(check)}\n` : await sayCheck(check));
    return check.holds ? EXIT.done : EXIT.failure;
  },
};

async function readJson(path: string, shell: Shell): Promise<unknown> {
  const { bytes } = await readInput(path, shell);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new InputError('This is no JSON; give the file that onrecord ask --json wrote.', { cause });
  }
}

/** Every sentence with its verdict, what does not hold among quotes and counts, and the sum of it. */
async function sayCheck({ holds, checks }: StoredAnswerCheck): Promise<string> {
  const { neutraliseLine } = await import('../view/neutral.ts');
  const told = checks.filter(({ of, problem }) => of === 'sentence' || problem !== null);
  const lines = told.map(({ of, what, problem }) =>
    problem === null
      ? `holds           ${neutraliseLine(what)}`
      : `does not hold   ${of === 'sentence' ? '' : `${of} `}${neutraliseLine(what)}\n                ${problem}`,
  );
  const quotes = checks.filter(({ of }) => of === 'quote').length;
  const wrong = checks.filter(({ problem }) => problem !== null).length;
  const sum = holds
    ? `The answer holds: ${checks.length - quotes - 1} sentences and ${quotes} quotes, each as it is stored.`
    : `The answer does not hold: ${wrong} of ${checks.length} checks failed.`;
  return `${[...lines, sum].join('\n')}\n`;
}
