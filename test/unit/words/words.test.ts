import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { COMMANDS, GROUPS } from '../../../commands/index.ts';
import { optionsOf } from '../../../commands/options.ts';
import { answerQuestion } from '../../../src/answer/answer-question.ts';
import { makeReport } from '../../../src/answer/reports/make-report.ts';
import { verifyStoredAnswer } from '../../../src/answer/verify-stored-answer.ts';
import { composeNews } from '../../../src/briefing/compose-news.ts';
import { answerJson } from '../../../src/cli/answer-json.ts';
import { declareCommands } from '../../../src/discord/declaration.ts';
import { LANGUAGES } from '../../../src/records/language.ts';
import { REPORT_NAMES } from '../../../src/records/report.ts';
import type { View } from '../../../src/records/view.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { renderDiscord } from '../../../src/view/discord.ts';
import { renderTerminal } from '../../../src/view/terminal.ts';
import { DESCRIPTIONS as FRENCH } from '../../../src/words/french/descriptions.ts';
import { DESCRIPTIONS as GERMAN } from '../../../src/words/german/descriptions.ts';
import { wordsIn, type Words } from '../../../src/words/words.ts';
import { longestViews } from '../../support/records/longest-views.ts';
import { sayAll } from '../../support/said-words.ts';
import { composeArticle } from '../../support/store-articles.ts';

/** A part of a command that is described. */
const Localised = z.object({
  description: z.string(),
  description_localizations: z.record(z.string(), z.string()),
});
type Localised = z.infer<typeof Localised>;

/** What Discord lets a button and a select's own line say. */
const BUTTON = 34;
const PLACEHOLDER = 150;

/** The same words, and which of their members have been read. */
function watched(words: Words): { readonly seen: ReadonlySet<string>; readonly words: Words } {
  const seen = new Set<string>();
  const watch = <Part extends object>(part: Part, path: string): Part =>
    new Proxy(part, {
      get(target, key, receiver) {
        const value: unknown = Reflect.get(target, key, receiver);
        seen.add(`${path}.${String(key)}`);
        return typeof value === 'object' && value !== null ? watch(value, `${path}.${String(key)}`) : value;
      },
    });
  return { seen, words: watch(words, '') };
}

function membersOf(part: object, path = ''): readonly string[] {
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? membersOf(value, `${path}.${key}`) : [`${path}.${key}`],
  );
}

const wordsOf = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(
    texts
      .join('\n')
      .toLowerCase()
      .match(/\p{L}{3,}/gu),
  );

/** Every text that a reader sees of a component and of those in it. */
function textsIn(component: unknown): readonly string[] {
  if (typeof component !== 'object' || component === null) return [];
  return Object.entries(component).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' && SHOWN.has(key) ? [value] : textsIn(value),
  );
}

const SHOWN = new Set(['content', 'label', 'placeholder', 'description']);

/** What is the same word in another language. */
const SAME = /^(?:[\d ]*Qorvath.*|via Qorvath|Briefing|source|[\d ]*(?:confirmation|article)s?)$/iu;

/** Words of the English catalogue that this language has nowhere. */
function englishOnly(words: Words): ReadonlySet<string> {
  return wordsOf(sayAll(wordsIn('en'))).difference(wordsOf(sayAll(words)));
}

describe.each(LANGUAGES)('the words in %s', (language) => {
  const words = wordsIn(language);

  it('are all said by the list that the other tests go by', () => {
    const { seen, words: read } = watched(words);
    sayAll(read);
    expect(membersOf(words).filter((member) => !seen.has(member))).toEqual([]);
  });

  it('are whole sentences: nothing is empty, left open or too long for its line', () => {
    for (const text of sayAll(words)) {
      if (text === '') continue;
      expect(text).not.toMatch(/undefined|NaN|\[object|Invalid|\s{2}/u);
      expect(text.length).toBeLessThanOrEqual(300);
    }
    expect(sayAll(words).filter((text) => text === '')).toEqual(
      sayAll(wordsIn('en')).filter((text) => text === ''),
    );
    expect(Object.values(words.cards.buttons).every(({ length }) => length > 0 && length <= BUTTON)).toBe(
      true,
    );
    expect(
      Object.values(words.cards.choices).every(({ length }) => length > 0 && length <= PLACEHOLDER),
    ).toBe(true);
  });
});

describe.each(['de', 'fr'] as const)('in %s', (language) => {
  const words = wordsIn(language);
  let store: Store;
  beforeAll(async () => {
    store = await openStore(':memory:', { now: () => new Date('2025-07-01T00:00:00Z') });
    const { article, quotes } = composeArticle({
      title: 'Zonk flimmert',
      outlet: 'Quux',
      publishedAt: '2025-06-10',
      statements: [
        { content: 'Zonk flimmert', speaker: 'Vask Morl', stance: 'denied', claim: 'zonk flimmert' },
        { content: 'Zonk flimmert so', speaker: 'Ilm Torv', stance: 'confirmed' },
        { content: 'Zonk wabert', speaker: 'Ilm Torv', stance: 'warned' },
      ],
    });
    await store.saveArticle('desk', article, quotes);
  });
  afterAll(() => store.close());

  const english = englishOnly(words);
  const leaked = (text: string): readonly string[] =>
    [...wordsOf([text])].filter((word) => english.has(word));
  const audience = { language, canShare: true, sharedBy: 'Qorvath' };
  /** What stands on the first and the last page of a card, and in the terminal. */
  const shown = (view: View): string => {
    const first = renderDiscord(view, 1, () => 'x', audience);
    const last = first.pages === 1 ? first : renderDiscord(view, first.pages, () => 'x', audience);
    const texts = [first, last].flatMap(({ payload }) => textsIn(payload.components));
    return [...texts, renderTerminal(view, { colour: false, width: 500, language })]
      .join('\n')
      .replaceAll(/\/[a-z-]+|https?:\S+|\b[a-z]+:/gu, '');
  };

  it('nothing is left in English that has other words', () => {
    const inEnglish = sayAll(wordsIn('en'));
    const same = sayAll(words).filter((text, index) => text === inEnglish[index] && /\p{L}{3}/u.test(text));
    expect(same.filter((text) => !SAME.test(text))).toEqual([]);
  });

  it('no English word of ours stands on any card or in the terminal', () => {
    expect(english.size).toBeGreaterThan(100);
    // The words of a listing come with it.
    const views = longestViews('qqq').filter(({ kind }) => kind !== 'listing');
    for (const view of views) expect(leaked(shown(view))).toEqual([]);
  });

  it('no English word of ours stands in an answer, a report or a briefing', async () => {
    const deps = { workspace: 'desk', store, words, model: null };
    const question = { topic: 'zonk', speaker: 'Torv' };
    const answers = [
      await answerQuestion({ topic: 'zonk flimmert', stance: 'denied', since: '2025-06-01' }, deps),
      await answerQuestion({ topic: 'zonk', stance: 'promised', speaker: 'Torv' }, deps),
      await answerQuestion({ topic: 'brumm', stance: 'denied' }, deps),
    ];
    const reports = await Promise.all(REPORT_NAMES.map((name) => makeReport(name, question, deps)));
    const { report } = await composeNews(
      {
        title: words.briefings.whatIsNew,
        wanted: { topics: ['zonk', 'brumm'], stances: [], speakers: [], outlets: [] },
        when: { kind: 'days', since: '2025-06-01', until: '2025-06-30' },
        period: [],
        length: 'long',
        teller: null,
      },
      deps,
    );
    const views: readonly View[] = [
      ...answers.map((answer) => ({ kind: 'answer', answer }) as const),
      ...[...reports, report].map((each) => ({ kind: 'report', report: each }) as const),
    ];
    for (const view of views) expect(leaked(shown(view))).toEqual([]);
    expect(shown(views[0] ?? { kind: 'problem', message: '' })).toContain('“Zonk flimmert”');
    for (const answer of answers)
      expect(await verifyStoredAnswer(answerJson(answer), store, 'desk')).toMatchObject({ holds: true });
  });
});

describe('what a command is for', () => {
  const declared = declareCommands(COMMANDS, GROUPS);
  const described = (part: object): readonly Localised[] => [
    ...('description' in part ? [Localised.parse(part)] : []),
    ...('options' in part && Array.isArray(part.options) ? part.options.flatMap(described) : []),
  ];

  it('is told in each language, of every command, group and option, within Discord’s limits', () => {
    const all = declared.flatMap(described);
    expect(all.length).toBeGreaterThan(120);
    for (const { description, description_localizations: told } of all) {
      expect(told['en-US']).toBe(description);
      const texts = [told['de'], told['fr']];
      expect([description, ...texts]).toEqual([description, expect.any(String), expect.any(String)]);
      expect(texts).not.toContain(description);
      expect(Math.max(...texts.map((text = '') => text.length))).toBeLessThanOrEqual(100);
    }
  });

  it('keeps each command within the 8,000 characters that Discord allows in its longest language', () => {
    const longest = (told: Localised): number =>
      Math.max(...Object.values(told.description_localizations).map((text) => text.length));
    for (const command of declared) {
      const names = JSON.stringify(command).match(/"name":"[^"]*"/gu) ?? [];
      const size = described(command).reduce((sum, told) => sum + longest(told), names.join('').length);
      expect(size).toBeLessThan(8000);
    }
  });

  it('is translated of nothing that is not there any more', () => {
    const english = new Set(declared.flatMap(described).map(({ description }) => description));
    const forms = COMMANDS.flatMap((command) => optionsOf(command).map(({ description }) => description));
    const known = new Set([...english, ...forms]);
    expect([...Object.keys(GERMAN), ...Object.keys(FRENCH)].filter((text) => !known.has(text))).toEqual([]);
  });
});
