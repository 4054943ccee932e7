import { InputError } from '../errors.ts';
import { reportJson } from './answer-json.ts';
import { readStoreOptions, STORE_OPTIONS } from './store-options.ts';
import { EXIT, type Typed, type Verb } from './verb.ts';

const MAX_TOPICS = 10;

/** What is new on the record in a period. */
export const brief: Verb = {
  name: 'brief',
  usage: '',
  summary: 'Tell what is new on the record in a period, topic by topic',
  options: [
    {
      name: 'since',
      value: 'DATE',
      help: 'its first day, or words such as "last Monday"; yesterday when left out',
    },
    { name: 'until', value: 'DATE', help: 'its last day; today when left out' },
    {
      name: 'topics',
      value: '"A; B"',
      help: 'topics, with semicolons between them; everything when left out',
    },
    ...STORE_OPTIONS,
    { name: 'json', help: 'tell it as one JSON object' },
  ],
  async run(typed, shell) {
    if (typed.words.length > 0) throw new InputError('Name topics with --topics "first; second".');
    const { workspace, location } = readStoreOptions(typed);
    const question = await readQuestion(typed);
    const { readConfig } = await import('../config.ts');
    const { composeBriefing } = await import('../briefing/compose-briefing.ts');
    const { withServices } = await import('../compose.ts');
    const report = await withServices({ config: readConfig(), location, log: shell.log }, ({ store }) =>
      composeBriefing(question, { workspace, store }),
    );
    if (typed.isOn('json')) {
      await shell.print(`${JSON.stringify(reportJson(report))}\n`);
    } else {
      const { renderTerminal } = await import('../view/terminal.ts');
      const format = { colour: shell.colour, width: shell.width };
      await shell.print(`${renderTerminal({ kind: 'report', report }, format)}\n`);
    }
    return EXIT.done;
  },
};

async function readQuestion(typed: Typed) {
  const { readPeriod } = await import('../answer/read-day.ts');
  const { dayBefore } = await import('../briefing/gather-news.ts');
  const today = new Date().toISOString().slice(0, 10);
  const { since = dayBefore(today), until = today } = readPeriod(
    { since: typed.text('since'), until: typed.text('until') },
    today,
  );
  if (since > until) throw new InputError(`since (${since}) should not be after until (${until}).`);
  const topics = (typed.text('topics') ?? '').split(';').map((topic) => topic.trim());
  const named = [...new Set(topics.filter((topic) => topic !== ''))];
  if (named.length > MAX_TOPICS) throw new InputError(`Name at most ${MAX_TOPICS} topics.`);
  return { topics: named, since, until };
}
