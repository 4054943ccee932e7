import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../src/records/language.ts';
import type { View } from '../../src/records/view.ts';
import { renderDiscord } from '../../src/view/discord.ts';
import { escapeMarkdown } from '../../src/view/escape.ts';
import { neutralise } from '../../src/view/neutral.ts';
import { renderTerminal } from '../../src/view/terminal.ts';
import { componentsOf, flattenComponents } from '../support/discord/message-rules.ts';
import { validateMessage } from '../support/discord/validate.ts';
import { answerOf, storedQuote } from '../support/records/answers.ts';
import { longestViews } from '../support/records/longest-views.ts';
import { arbitraryView, arbitraryWords } from '../support/records/arbitrary-view.ts';

const audience = {
  canShare: true,
  sharedBy: '@everyone <@1> [x](https://evil.example) \u202E ``` \n# x'.repeat(9),
};

/** Every page of a view, as Discord is sent it: shared by somebody with a hostile name. */
function allPages(
  view: View,
  language: Language = 'en',
): readonly { flags: number; components: readonly object[]; allowed_mentions: object }[] {
  const customId = (action: object): string => Object.values(action).join('|');
  const { pages } = renderDiscord(view, 1, customId, { ...audience, language });
  return Array.from({ length: pages }, (_, index) => {
    const { flags, components, allowedMentions } = renderDiscord(view, index + 1, customId, {
      ...audience,
      language,
    }).payload;
    return { flags, components, allowed_mentions: allowedMentions };
  });
}

/** Every page of a view, as Discord is sent it where it takes no cards. */
function allEmbeds(view: View, language: Language = 'en'): readonly object[] {
  const customId = (action: object): string => Object.values(action).join('|');
  const { pages } = renderDiscord(view, 1, customId, { ...audience, language });
  return Array.from({ length: pages }, (_, index) => {
    const { embeds, components, allowedMentions } = renderDiscord(view, index + 1, customId, {
      ...audience,
      language,
    }).embed();
    return { embeds, components, allowed_mentions: allowedMentions };
  });
}

function textOf(view: View, language: Language = 'en'): string {
  const contents = allPages(view, language).flatMap((page) => flattenComponents(componentsOf(page)));
  return contents.map((component) => component.content ?? '').join('\n');
}

/** Markdown with every escaped sign taken out: what is left is what Discord would act on. */
function active(markdown: string): string {
  return markdown.replaceAll(/\\[^0-9A-Za-z\s]/g, '');
}

/** Sentences without a word. */
const BLANK: View = {
  kind: 'answer',
  answer: {
    question: { topic: 'rain', stance: null },
    mode: 'prose',
    notice: null,
    sentences: [
      { text: '', quoteIds: [] },
      { text: ' ', quoteIds: [] },
    ],
    groups: [],
    total: 0,
    notShown: 0,
  },
};

const anyLanguage = fc.constantFrom(...LANGUAGES);

describe('any view', () => {
  it('is a message that Discord accepts, on every page', () => {
    fc.assert(
      fc.property(arbitraryView, anyLanguage, (view, language) => {
        for (const page of allPages(view, language)) {
          expect(validateMessage(page, 'IncomingWebhookUpdateRequestPartial')).toEqual([]);
        }
      }),
      { numRuns: 80, examples: [[BLANK, 'en']] },
    );
  });

  it.each([
    ['a', 'de'],
    ['harbour', 'en'],
    ['*_~', 'fr'],
    ['سلام', 'fr'],
    ['日本語', 'de'],
  ] as const)('is so with every text as long as can be, of %s, in %s', (word, language) => {
    for (const view of longestViews(word)) {
      for (const page of allPages(view, language)) {
        expect(validateMessage(page, 'IncomingWebhookUpdateRequestPartial')).toEqual([]);
      }
    }
  });

  it('is an embed that Discord accepts, on every page', () => {
    fc.assert(
      fc.property(arbitraryView, anyLanguage, (view, language) => {
        for (const page of allEmbeds(view, language)) {
          expect(validateMessage(page, 'IncomingWebhookUpdateRequestPartial')).toEqual([]);
        }
      }),
      { numRuns: 80 },
    );
    for (const view of longestViews('harbour')) {
      for (const page of allEmbeds(view, 'fr')) {
        expect(validateMessage(page, 'IncomingWebhookUpdateRequestPartial')).toEqual([]);
      }
    }
  });

  it('mentions nobody, links nowhere but to its articles, and hides or reverses nothing', () => {
    fc.assert(
      fc.property(arbitraryView, anyLanguage, (view, language) => {
        const text = textOf(view, language);
        const rest = active(text)
          .replaceAll(/\]\(https:\/\/[^()\s<>*_~|`\\]*\)/g, '')
          .replaceAll(/(?:published|veröffentlicht am|publié le) <t:-?\d{1,13}:f>/g, '');
        expect(rest).not.toMatch(/[<>@`|~_:/]|\]\(/);
        expect(rest).not.toMatch(/[\u202A-\u202E\u2066\u2067\u200E\u200F\u061C]|[^\P{Cc}\n]/u);
        expect(text.isWellFormed()).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  it('is plain text in a terminal, whatever it holds', () => {
    fc.assert(
      fc.property(arbitraryView, fc.integer({ min: 1, max: 200 }), anyLanguage, (view, width, language) => {
        const text = renderTerminal(view, { colour: false, width, language });
        expect(text).not.toMatch(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/u);
      }),
      { numRuns: 80 },
    );
  });
});

describe('any quote', () => {
  it('is shown to the letter, or as a start of it that is told to be one', () => {
    fc.assert(
      fc.property(arbitraryWords, (words) => {
        fc.pre(words !== '');
        const text = textOf({ kind: 'answer', answer: answerOf([storedQuote('q', words)]) }).replaceAll(
          /[\u2068\u2069]/g,
          '',
        );
        const shown = text.replaceAll(/\\([^0-9A-Za-z\s])/g, '$1');
        const told = /The quote goes on for ([\d,]+) characters?/.exec(text)?.[1];
        const start = words.slice(0, words.length - Number(told?.replace(',', '') ?? 0));
        expect(shown).toContain(neutralise(start));
        expect(words.slice(start.length - 1, start.length + 1)).not.toMatch(/[\p{L}\p{N}]{2}/u);
      }),
      { numRuns: 300 },
    );
  });

  it('is escaped the same in one piece and in two', () => {
    fc.assert(
      fc.property(fc.lorem({ mode: 'sentences' }), fc.nat(200), (words, cut) => {
        expect(escapeMarkdown(words.slice(0, cut)) + escapeMarkdown(words.slice(cut))).toBe(
          escapeMarkdown(words),
        );
      }),
    );
  });
});
