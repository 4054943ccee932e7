import { describe, expect, it } from 'vitest';
import type { ArticleSource } from '../../../src/records/search.ts';
import { renderTerminal } from '../../../src/view/terminal.ts';
import { answerOf, spanOf, storedQuote, tarnAnswer, tarnArticle } from '../../support/records/answers.ts';

const plain = { colour: false, width: 100 };

describe('an answer in the terminal', () => {
  it('tells what was asked, the counts, the sentences, every quote with its source, and what is not shown', () => {
    expect(renderTerminal({ kind: 'answer', answer: tarnAnswer }, plain)).toBe(
      `Who denied “missiles”
1 denied · 1 disputed

No language model is set up, so this is a digest.

Mara Eld denied it. [1]

Denied
  [1] Mara Eld, Tarn government spokeswoman
      “We have sent no missiles to anyone,”
      said on Monday 9 September 2024 · Harbour Post · published Tuesday 10 September 2024 ·
      https://harbour.example/tarn-missiles

Disputed
  [2] senior Tarn official, unnamed
      “a fairy tale”
      via Tarn Radio · Harbour Post · published Tuesday 10 September 2024 ·
      https://harbour.example/tarn-missiles

1 of 3 more on file; narrow the question to see it`,
    );
  });

  it('writes out a part of each other stance, tells how many more there are, and how to see them', () => {
    const quotes = Array.from({ length: 5 }, (_, index) =>
      storedQuote(`q${index}`, `Statement ${index}`, { stance: index === 0 ? 'denied' : 'claimed' }),
    );
    const shown = renderTerminal({ kind: 'answer', answer: answerOf(quotes) }, plain);
    expect(shown).toContain('Statement 3');
    expect(shown).not.toContain('Statement 4');
    expect(shown).toContain('      1 more on file: /who-said missiles stance:claimed');
  });

  it('says plainly that nobody is on record, and repeats the filters', () => {
    const question = {
      topic: 'rain',
      stance: null,
      speaker: 'Eld',
      since: '2024-09-01',
      until: '2024-09-02',
    };
    expect(renderTerminal({ kind: 'answer', answer: answerOf([], { question }) }, plain)).toBe(
      `Who said what about “rain”
speaker Eld · Sunday 1 September 2024 to Monday 2 September 2024

No stored quote answers this. Try fewer words, or store an article with /ingest.`,
    );
  });

  it('never names an unnamed source and tells when no speaker is known', () => {
    const speaker = {
      ...storedQuote('q', 'x').speaker,
      mention: [0, 1] as const,
      text: 'she',
      affiliation: null,
    };
    const quotes = [
      storedQuote('q1', 'x', { speaker: { ...speaker, name: 'Real Name', role: null, anonymous: true } }),
      storedQuote('q2', 'y', { speaker: null }),
    ];
    const text = renderTerminal({ kind: 'answer', answer: answerOf(quotes) }, plain);
    expect(text).toContain('[1] she, unnamed');
    expect(text).toContain('[2] Speaker not told');
    expect(text).not.toContain('Real Name');
  });

  it('names who else carries the same words, and backs a sentence by a run of quotes', () => {
    const carriedBy = (outlet: string | null): ArticleSource => ({ ...tarnArticle, outlet });
    const copies = [carriedBy('Vale Courier'), carriedBy('Harbour Post'), carriedBy(null)];
    const quotes = ['q1', 'q2', 'q3', 'q4'].map((id) => storedQuote(id, 'x', { copies }));
    const answer = answerOf(quotes, {
      sentences: [{ text: 'They denied it.', quoteIds: ['q3', 'q1', 'q2'] }],
    });
    const text = renderTerminal({ kind: 'answer', answer }, { ...plain, width: 200 });
    expect(text).toContain('They denied it. [1–3]');
    expect(text).toContain('tarn-missiles · also in Vale Courier, 2 more articles');
  });

  it('marks reported speech, which is not in the words of the speaker', () => {
    const answer = answerOf([storedQuote('q1', 'there were no missiles', { kind: 'indirect' })]);
    expect(renderTerminal({ kind: 'answer', answer }, plain)).toContain(
      "Tarn government spokeswoman, in the article's words",
    );
  });

  it('colours only when it is asked to', () => {
    const view = { kind: 'answer', answer: tarnAnswer } as const;
    expect(renderTerminal(view, { colour: true, width: 100 })).toContain('\u001B[');
    expect(renderTerminal(view, plain)).not.toContain('\u001B');
  });

  it('shows the signs of control characters and ANSI escapes instead of obeying them', () => {
    const hostile = 'red \u001B[31m bell \u0007 back\u0008 \u009B2J \u202Edesrever \r over';
    const answer = answerOf([storedQuote('q1', hostile)], {
      question: { topic: hostile, stance: null },
      notice: hostile,
      sentences: [{ text: hostile, quoteIds: [] }],
    });
    const text = renderTerminal({ kind: 'answer', answer }, { colour: false, width: 200 });
    expect(text).not.toMatch(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/u);
    expect(text).toContain('red ␛[31m bell ␇ back␈ �2J �desrever');
  });
});

describe('the other views in the terminal', () => {
  it('marks the quote in its passage', () => {
    const quote = storedQuote('q1', 'We have sent no missiles to anyone,');
    const span = spanOf(tarnArticle.text, 'on Monday. "We have sent no missiles to anyone," said Mara Eld');
    const text = renderTerminal({ kind: 'passage', passage: { quote, article: tarnArticle, span } }, plain);
    expect(text).toContain('on Monday. "»We have sent no missiles to anyone,«" said Mara Eld');
    expect(text).toContain(
      'Mara Eld, Tarn government spokeswoman, denied\nTarn denies sending missiles · said on Monday',
    );
  });

  it('says that a quote is from a teaser, until something became of it', () => {
    const quote = storedQuote('q1', 'x', { fromTeaser: true });
    const tell = (changes: Partial<typeof quote>, language?: 'de' | 'fr') =>
      renderTerminal(
        { kind: 'answer', answer: answerOf([{ ...quote, ...changes }]) },
        { ...plain, language },
      );
    expect(tell({})).toMatch(/\[1\] Mara Eld.*, from a feed's teaser$/mu);
    expect(tell({}, 'de')).toContain(', aus dem Anreißer eines Feeds');
    expect(tell({}, 'fr')).toContain(', d’après l’accroche d’un flux');
    const superseded = { on: '2024-09-12', by: null, inTeaser: true };
    expect(tell({ since: 'superseded', superseded })).toMatch(/spokeswoman, in the feed's teaser alone$/mu);
    expect(tell({ since: 'gone' })).not.toContain('teaser');
  });

  it('says that a quote was changed or removed in a later revision', () => {
    const span = spanOf(tarnArticle.text, '"We have sent no missiles to anyone,"');
    const tell = (by: string | null) => {
      const superseded = { on: '2024-09-12', by };
      const quote = storedQuote('q1', 'We have sent no missiles to anyone,', { superseded });
      return renderTerminal({ kind: 'passage', passage: { quote, article: tarnArticle, span } }, plain);
    };
    expect(tell(null)).toContain(
      'This quote was removed in a later revision of the article, on Thursday 12 September 2024.',
    );
    expect(tell('q_2')).toContain('was changed in a later revision');
    expect(tell('q_2')).toMatch(/It is now\sq_2\./u);
  });

  it('tells what became of each text', () => {
    const outcome = { articleId: 'a', title: 'Rain', status: 'stored', quotes: 1 } as const;
    const outcomes = [outcome, { ...outcome, title: null, status: 'duplicate', quotes: 2 } as const];
    const linked = { ...outcome, status: 'near-duplicate', copyOf: 'a_1' } as const;
    expect(renderTerminal({ kind: 'ingested', outcomes: [linked] }, plain)).toBe(
      '“Rain” is stored, and linked with an article of nearly the same text (a_1). It holds 1 quote.',
    );
    expect(renderTerminal({ kind: 'ingested', outcomes }, plain)).toBe(
      '“Rain” is stored. It holds 1 quote.\nThe article was stored before, and nothing was added. It holds 2 quotes.',
    );
  });

  it('shows a problem as its sentence', () => {
    expect(renderTerminal({ kind: 'problem', message: 'Try again.' }, plain)).toBe('Try again.');
  });
});
