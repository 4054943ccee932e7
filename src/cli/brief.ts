import { InputError } from '../errors.ts';
import type { NewsQuestion } from '../briefing/news-question.ts';
import { LANGUAGES, type Language } from '../records/language.ts';
import { STANCES, type Stance } from '../records/quote.ts';
import { wordsIn, type Words } from '../words/words.ts';
import { reportJson } from './answer-json.ts';
import { readStoreOptions, STORE_OPTIONS } from './store-options.ts';
import { EXIT, type Typed, type Verb } from './verb.ts';

const MAX_NAMES = 10;

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
    { name: 'stances', value: '"A; B"', help: 'only these: denied, confirmed, declined …' },
    { name: 'speakers', value: '"A; B"', help: 'only what these said' },
    { name: 'outlets', value: '"A; B"', help: 'only what these carry' },
    {
      name: 'language',
      value: 'CODE',
      help: `what it is told in: ${LANGUAGES.join(', ')}; the workspace's when left out`,
    },
    ...STORE_OPTIONS,
    { name: 'json', help: 'tell it as one JSON object' },
  ],
  async run(typed, shell) {
    if (typed.words.length > 0) throw new InputError('Name topics with --topics "first; second".');
    const { workspace, location } = readStoreOptions(typed);
    const question = await readQuestion(typed);
    const asked = readLanguage(typed);
    const { readConfig } = await import('../config.ts');
    const { composeNews } = await import('../briefing/compose-news.ts');
    const { withServices } = await import('../compose.ts');
    const { report, language } = await withServices(
      { config: readConfig(), location, log: shell.log },
      async ({ store }) => {
        const words = wordsIn(asked ?? (await store.readSettings(workspace)).language);
        const news = await composeNews(question(words), { workspace, store, words });
        return { report: news.report, language: words.language };
      },
    );
    if (typed.isOn('json')) {
      await shell.print(`${JSON.stringify(reportJson(report))}\n`);
    } else {
      const { renderTerminal } = await import('../view/terminal.ts');
      const format = { colour: shell.colour, width: shell.width, language };
      await shell.print(`${renderTerminal({ kind: 'report', report }, format)}\n`);
    }
    return EXIT.done;
  },
};

function readLanguage(typed: Typed): Language | undefined {
  const named = typed.text('language');
  const language = LANGUAGES.find((each) => each === named?.toLowerCase());
  if (named !== undefined && language === undefined)
    throw new InputError(`--language takes ${LANGUAGES.join(', ')}; not “${named}”.`);
  return language;
}

/** The question, once it is known in which words it is told. */
async function readQuestion(typed: Typed): Promise<(words: Words) => NewsQuestion> {
  const { readPeriod } = await import('../answer/read-day.ts');
  const { dayBefore } = await import('../briefing/news-question.ts');
  const today = new Date().toISOString().slice(0, 10);
  const { since = dayBefore(today), until = today } = readPeriod(
    { since: typed.text('since'), until: typed.text('until') },
    today,
  );
  if (since > until) throw new InputError(`since (${since}) should not be after until (${until}).`);
  const wanted = {
    topics: readNames(typed, 'topics'),
    stances: readNames(typed, 'stances').map(readStance),
    speakers: readNames(typed, 'speakers'),
    outlets: readNames(typed, 'outlets'),
  };
  return ({ briefings, cards }) => ({
    title: briefings.whatIsNew,
    wanted,
    when: { kind: 'days', since, until },
    period: [cards.filters.from(since), cards.filters.to(until)],
    length: 'long',
    teller: null,
  });
}

/** Names with semicolons between them, each once. */
function readNames(typed: Typed, option: 'topics' | 'stances' | 'speakers' | 'outlets'): readonly string[] {
  const names = (typed.text(option) ?? '').split(';').map((name) => name.trim());
  const named = [...new Set(names.filter((name) => name !== ''))];
  if (named.length > MAX_NAMES) throw new InputError(`Name at most ${MAX_NAMES} ${option}.`);
  return named;
}

function readStance(name: string): Stance {
  const stance = STANCES.find((each) => each === name.toLowerCase());
  if (stance === undefined) throw new InputError(`--stances takes ${STANCES.join(', ')}; not “${name}”.`);
  return stance;
}
