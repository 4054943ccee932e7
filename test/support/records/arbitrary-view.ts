import * as fc from 'fast-check';
import { LEFT_OUT, type Answer, type AnswerQuote } from '../../../src/records/answer.ts';
import { LANGUAGES } from '../../../src/records/language.ts';
import { KINDS, STANCES } from '../../../src/records/quote.ts';
import { passageAt, type Span } from '../../../src/records/span.ts';
import type { ComposedBriefing } from '../../../src/records/briefing.ts';
import type { BriefingPost, View } from '../../../src/records/view.ts';
import { tarnArticle } from './answers.ts';

/** What somebody would write who wants a card to break: Markdown, mentions, links, controls, lone surrogates, long runs. */
const HOSTILE = [
  '@everyone', '<@123456789012345678>', '<@&1>', '<#1>', '<t:0:R>', '</ask:1>', '<:smile:1>', 'https://evil.example',
  'discord.gg/evil', '[press](https://evil.example)', '# ', '## ', '- ', '* ', '1. ', '> ', '>>> ', '-# ', '```', '`', '**',
  '__', '||', '~~', '\\', '\n', '\r\n', '\u2028', '\u202E', '\u2066', '\u2069', '\u200F', '\u{E0041}', '\u0000', '\u001B[31m',
  '\uD800', '\uDC00', 'שלום', 'سلام', '“', '”', '日本', '👩‍👩‍👧‍👦', 'e\u0301\u0301\u0301', 'x'.repeat(1200), '*'.repeat(500), '\n'.repeat(500),
  'A sentence ends here. ', 'Another one, with words. ', ' ', '()', ')', ']',
]; // prettier-ignore

const words = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...HOSTILE), { maxLength: 12 }).map((parts) => parts.join('')),
  },
  { weight: 2, arbitrary: fc.lorem({ mode: 'sentences', maxCount: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
);
const perhaps = fc.option(words, { nil: null });
const url = fc.oneof(
  fc.webUrl({ validSchemes: ['https', 'http'], withQueryParameters: true, withFragments: true }),
  words,
);
const day = fc.oneof(
  fc
    .date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .chain((date) => fc.constantFrom(date.toISOString(), date.toISOString().slice(0, 10))),
  words,
);
const span = (length: number): fc.Arbitrary<Span> =>
  fc
    .tuple(fc.nat(length), fc.nat(length))
    .map(([one, other]) => [Math.min(one, other), Math.max(one, other)]);

const speaker = fc.record({
  mention: fc.constant<Span>([0, 1]),
  text: words,
  name: perhaps,
  role: perhaps,
  affiliation: perhaps,
  anonymous: fc.boolean(),
});

const article = fc.record({
  id: fc.uuid(),
  title: perhaps,
  outlet: perhaps,
  url: fc.option(url, { nil: null }),
  publishedAt: fc.option(day, { nil: null }),
});

const storedQuote: fc.Arbitrary<AnswerQuote> = fc.record({
  id: fc.oneof(fc.uuid(), words),
  kind: fc.constantFrom(...KINDS),
  content: words.map((text) => ({ spans: [[0, text.length] as const], text })),
  speaker: fc.option(speaker, { nil: null }),
  cue: fc.constant({ spans: [], text: '' }),
  stance: fc.constantFrom(...STANCES),
  saidOn: fc.option(fc.record({ from: day, to: day, span: fc.constant<Span>([0, 1]) }), { nil: null }),
  via: fc.option(fc.record({ name: words, span: fc.constant<Span>([0, 1]) }), { nil: null }),
  answers: fc.constant(null),
  extractor: fc.constantFrom('grammar', 'model'),
  article,
  copies: fc.option(fc.array(article, { maxLength: 5 }), { nil: undefined }),
  speakerId: fc.option(fc.constantFrom('p1', 'p2'), { nil: undefined }),
  fromTeaser: fc.option(fc.boolean(), { nil: undefined }),
});

const candidates = fc.array(
  fc.record({ id: fc.option(fc.uuid(), { nil: null }), name: words, about: perhaps }),
  { minLength: 1, maxLength: 30 },
);

const answer: fc.Arbitrary<Answer> = fc.record({
  question: fc.record(
    {
      topic: words,
      stance: fc.option(fc.constantFrom(...STANCES), { nil: null }),
      speaker: words,
      outlet: words,
      since: day,
      until: day,
      leaveOut: fc.subarray([...LEFT_OUT]),
      understood: words,
    },
    { requiredKeys: ['topic', 'stance'] },
  ),
  mode: fc.constantFrom('prose', 'select', 'digest'),
  notice: perhaps,
  sentences: fc.array(fc.record({ text: words, quoteIds: fc.array(fc.uuid(), { maxLength: 3 }) }), {
    maxLength: 12,
  }),
  groups: fc.array(
    fc.record({ stance: fc.constantFrom(...STANCES), quotes: fc.array(storedQuote, { maxLength: 8 }) }),
    { maxLength: 9 },
  ),
  total: fc.nat(),
  notShown: fc.nat(),
  corpus: fc.option(fc.record({ articles: fc.nat(), outlets: fc.nat() }), { nil: undefined }),
  which: fc.option(candidates, { nil: undefined }),
});

const narrowing = fc.record({
  speaker: fc.option(fc.constantFrom('p1', 'p2', 'Mara'), { nil: null }),
  stance: fc.option(fc.constantFrom(...STANCES), { nil: null }),
});

const passage: fc.Arbitrary<View> = fc
  .tuple(storedQuote, words, perhaps)
  .chain(([quote, text, title]) =>
    fc.tuple(
      fc.constant({ quote, text, title }),
      fc.array(span(text.length), { maxLength: 3 }),
      span(text.length),
    ),
  )
  .map(([{ quote, text, title }, spans, at]) => ({
    kind: 'passage',
    passage: {
      quote: {
        ...quote,
        content: passageAt(
          text,
          spans.sort((left, right) => left[0] - right[0]),
        ),
      },
      article: { ...tarnArticle, text, title },
      span: at,
    },
  }));

const entry = fc.oneof(
  fc.record({ kind: fc.constant('quote' as const), quote: storedQuote, note: perhaps }),
  fc.record({
    kind: fc.constant('sentence' as const),
    who: words,
    text: words,
    span: fc.constant<Span>([0, 1]),
    article,
    note: perhaps,
  }),
);
const report = fc.record({
  title: words,
  filters: fc.array(words, { maxLength: 6 }),
  told: fc.array(words, { maxLength: 6 }),
  parts: fc.array(fc.record({ heading: perhaps, entries: fc.array(entry, { maxLength: 12 }) }), {
    maxLength: 6,
  }),
  notShown: fc.nat(),
  which: fc.option(
    candidates.map((each) => ({ report: 'timeline' as const, question: { topic: 'x' }, candidates: each })),
    { nil: undefined },
  ),
});

/** A briefing as it is composed, hostile in every text, with ids as the store gives them or any. */
const composed: fc.Arbitrary<ComposedBriefing> = fc.record({
  report,
  sentences: fc.array(fc.record({ text: words, quoteIds: fc.array(fc.uuid(), { maxLength: 3 }) }), {
    maxLength: 6,
  }),
  notice: perhaps,
  isQuiet: fc.boolean(),
  told: fc.constant([]),
  corrected: fc.constant([]),
  picture: fc.option(
    fc.record({ png: fc.uint8Array({ maxLength: 9 }), altText: words.map((text) => `Bars. ${text}`) }),
    {
      nil: null,
    },
  ),
});
const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

export const arbitraryPost: fc.Arbitrary<BriefingPost> = fc.record({
  name: words,
  zone: fc.constantFrom('UTC', 'Europe/Oslo', 'Australia/Lord_Howe'),
  slot: instant,
  composed,
  language: fc.constantFrom(...LANGUAGES),
  mentionRole: fc.option(fc.record({ id: fc.oneof(fc.constant('123456789012345678'), words) }), {
    nil: null,
  }),
  next: fc.option(fc.array(instant, { maxLength: 3 }), { nil: null }),
});

const confirmation = fc.record({
  title: words,
  told: fc.array(words, { maxLength: 8 }),
  label: fc.constant('Forget it'),
  line: words,
  task: fc.constant({ kind: 'forget-article' as const, articleId: 'a1' }),
});

/** Any view there can be, hostile in every text. */
export const arbitraryView: fc.Arbitrary<View> = fc.oneof(
  { weight: 4, arbitrary: answer.map((each) => ({ kind: 'answer', answer: each }) as const) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('answer' as const), answer, narrowing }),
  },
  confirmation.map((each) => ({ kind: 'confirmation', confirmation: each }) as const),
  { weight: 2, arbitrary: arbitraryPost.map((post) => ({ kind: 'briefing', post }) as const) },
  { weight: 2, arbitrary: report.map((each) => ({ kind: 'report', report: each }) as const) },
  { weight: 2, arbitrary: passage },
  fc.record({
    kind: fc.constant('ingested'),
    outcomes: fc.array(
      fc.record({
        articleId: fc.uuid(),
        status: fc.constantFrom('stored', 'duplicate', 'near-duplicate', 'revised'),
        title: perhaps,
        quotes: fc.nat(),
      }),
      { maxLength: 30 },
    ),
  }),
  words.map((message) => ({ kind: 'problem', message }) as const),
);

/** One hostile text. */
export const arbitraryWords = words;
