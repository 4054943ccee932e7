import { ComponentType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { View } from '../../../src/records/view.ts';
import type { CardAction } from '../../../src/view/card.ts';
import { renderDiscord, type DiscordPayload } from '../../../src/view/discord.ts';
import { answerOf, spanOf, storedQuote, tarnAnswer, tarnArticle } from '../../support/records/answers.ts';

const customId = (action: CardAction): string => JSON.stringify(action);
const show = (view: View, page = 1): DiscordPayload => renderDiscord(view, page, customId).payload;

/** Every text display of a card, in order. */
function texts(payload: DiscordPayload): readonly string[] {
  return payload.components[0].components.flatMap((component) => {
    if (component.type === ComponentType.TextDisplay) return [component.content];
    return component.type === ComponentType.Section ? component.components.map((part) => part.content) : [];
  });
}

describe('an answer as a card', () => {
  it('tells what was asked, the counts, the sentences, every quote with its source, and what is not shown', () => {
    expect(texts(show({ kind: 'answer', answer: tarnAnswer }))).toEqual([
      '### Who denied “missiles”\n**1 denied · 1 disputed**',
      '*No language model is set up, so this is a digest.*\nMara Eld denied it. \\[1\\]',
      `**DENIED**
**1. Mara Eld**, Tarn government spokeswoman
“We have sent no missiles to anyone,”
-# said on Monday 9 September 2024 · [Harbour Post](https://harbour.example/tarn-missiles) · published Tuesday 10 September 2024`,
      `**DISPUTED**
**2. senior Tarn official**, unnamed
“a fairy tale”
-# via Tarn Radio · [Harbour Post](https://harbour.example/tarn-missiles) · published Tuesday 10 September 2024`,
      '-# 1 of 3 more on file; narrow the question to see it',
    ]);
  });

  it('says which quote is from a teaser', () => {
    const answer = answerOf([storedQuote('q1', 'x', { fromTeaser: true }), storedQuote('q2', 'y')]);
    const shown = texts(show({ kind: 'answer', answer })).join('\n');
    expect(shown.match(/^.*, from a feed's teaser$/gmu)).toEqual([expect.stringMatching(/\*\*1\. /u)]);
  });

  it('puts a Context button beside each quote', () => {
    const sections = show({ kind: 'answer', answer: tarnAnswer }).components[0].components.filter(
      (component) => component.type === ComponentType.Section,
    );
    expect(sections.map((section) => section.accessory)).toMatchObject([
      { label: 'Context', custom_id: '{"kind":"context","number":1}' },
      { label: 'Context', custom_id: '{"kind":"context","number":2}' },
    ]);
  });

  it('deals many quotes out to pages that lead to each other', () => {
    const answer = answerOf(
      Array.from({ length: 20 }, (_, index) => storedQuote(`q${index}`, `Number ${index}.`)),
    );
    const { payload, pages } = renderDiscord({ kind: 'answer', answer }, 2, customId);
    expect(pages).toBe(3);
    expect(texts(payload).join('\n')).toContain('**9. Mara Eld**');
    expect(texts(payload).at(-1)).toBe('-# Page 2 of 3 · 4 of 20 more on file');
    expect(payload.components[0].components.at(-1)).toMatchObject({
      components: [
        { label: 'Previous', custom_id: '{"kind":"page","page":1}' },
        { label: 'Next', custom_id: '{"kind":"page","page":3}' },
        { label: 'Watch', custom_id: '{"kind":"watch"}' },
      ],
    });
    expect(texts(show({ kind: 'answer', answer }, 99)).at(-1)).toBe('-# Page 3 of 3');
  });

  it('cuts a long quote between sentences and tells so', () => {
    const words = Array.from({ length: 60 }, (_, index) => `Sentence ${index} is here.`).join(' ');
    const shown = texts(show({ kind: 'answer', answer: answerOf([storedQuote('q', words)]) })).join('\n');
    expect(shown).toMatch(
      /“Sentence 0 is here\. .* is here\.” …\n-# The quote goes on for \d+ characters; Context shows all of it\./,
    );
  });

  it('says plainly that nobody is on record', () => {
    expect(texts(show({ kind: 'answer', answer: answerOf([]) }))).toEqual([
      '### Who denied “missiles”',
      '-# No stored quote answers this. Try fewer words, or store an article with \\/ingest.',
    ]);
  });

  it.each([
    ['# heading', '\\# heading'],
    ['- list\n1. list', '\\- list\n1\\. list'],
    ['> quote', '\\> quote'],
    ['-# small', '\\-\\# small'],
    ['[press](https://evil.example)', '\\[press\\]\\(https\\:\\/\\/evil.example\\)'],
    [
      '@everyone <@1> <@&2> <#3> <t:0:R> </a:4>',
      '\\@everyone \\<\\@1\\> \\<\\@&2\\> \\<\\#3\\> \\<t\\:0\\:R\\> \\<\\/a\\:4\\>',
    ],
    ['**b** _i_ ~~s~~ ||h|| `c`', '\\*\\*b\\*\\* \\_i\\_ \\~\\~s\\~\\~ \\|\\|h\\|\\| \\`c\\`'],
    ['back\\', 'back\\\\'],
    ['a\u202Eb\u2066c\u200Fd', 'a\uFFFDb\uFFFDc\uFFFDd'],
    ['\uD800', '\uFFFD'],
    ['שלום', '\u2068“שלום”\u2069'],
  ])('shows %j as it stands', (words, shown) => {
    const text = texts(show({ kind: 'answer', answer: answerOf([storedQuote('q', words)]) })).join('\n');
    expect(text).toContain(shown.startsWith('\u2068') ? shown : `“${shown}”`);
  });

  it('links only to https addresses, and no sign in one ends the link', () => {
    const link = (url: string): string => {
      const article = { ...tarnArticle, url, publishedAt: null };
      const answer = answerOf([storedQuote('q', 'x', { article, saidOn: null })]);
      return texts(show({ kind: 'answer', answer })).join('\n');
    };
    expect(link('http://harbour.example/')).toContain('-# Harbour Post');
    expect(link('javascript:alert(1)')).toContain('-# Harbour Post');
    expect(link('https://h.example/a)_b*(c')).toContain(
      '-# [Harbour Post](https://h.example/a%29%5Fb%2A%28c)',
    );
    expect(link(`https://h.example/${'a'.repeat(600)}`)).toContain('-# Harbour Post');
  });

  it('shortens a label between words', () => {
    const question = { topic: 'missile transfer '.repeat(30), stance: null };
    expect(texts(show({ kind: 'answer', answer: answerOf([], { question }) }))[0]).toMatch(
      /^### Who said what about “missile.* missile…”$/,
    );
  });
});

describe('the other views as cards', () => {
  const quote = storedQuote('q1', 'We have sent no missiles to anyone,');

  it('shows a passage with its quote in bold', () => {
    const span = spanOf(tarnArticle.text, 'on Monday. "We have sent no missiles to anyone," said Mara Eld');
    expect(texts(show({ kind: 'passage', passage: { quote, article: tarnArticle, span } }))).toEqual([
      `**Mara Eld**, Tarn government spokeswoman · denied
Tarn denies sending missiles
-# said on Monday 9 September 2024 · [Harbour Post](https://harbour.example/tarn-missiles) · published Tuesday 10 September 2024 · quote q1`,
      'on Monday. "**We have sent no missiles to anyone,**" said Mara Eld',
    ]);
  });

  it('gives the whole of a long passage, page by page', () => {
    const text = Array.from({ length: 1000 }, (_, index) => `word${index}`).join(' ');
    const passage = { quote, article: { ...tarnArticle, text }, span: [0, text.length] as const };
    const { pages } = renderDiscord({ kind: 'passage', passage }, 1, customId);
    const shown = Array.from(
      { length: pages },
      (_, page) => texts(show({ kind: 'passage', passage }, page + 1))[1],
    );
    expect(pages).toBeGreaterThan(2);
    expect(shown.join('').replaceAll('**', '')).toBe(text);
  });

  it('tells what became of each text and how many more there were', () => {
    const outcome = { articleId: 'a', title: 'R*in', status: 'revised', quotes: 1 } as const;
    const [shown] = texts(show({ kind: 'ingested', outcomes: Array.from({ length: 12 }, () => outcome) }));
    expect(shown?.split('\n')[0]).toBe('“R\\*in” is stored as a new revision. It holds 1 quote.');
    expect(shown).toContain('-# 2 more are not listed.');
  });

  it('shows a problem as its sentence', () => {
    expect(texts(show({ kind: 'problem', message: 'Try /ask.' }))).toEqual(['Try \\/ask.']);
  });
});
