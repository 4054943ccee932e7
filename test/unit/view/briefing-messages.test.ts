import { describe, expect, it } from 'vitest';
import { readCustomId, writeCustomId } from '../../../src/discord/custom-id.ts';
import type { ComposedBriefing } from '../../../src/records/briefing.ts';
import { createRender, forumTitle } from '../../../src/view/briefing-messages.ts';
import { renderDiscord } from '../../../src/view/discord.ts';
import { renderTerminal } from '../../../src/view/terminal.ts';
import { storedQuote, tarnArticle } from '../../support/records/answers.ts';
import { componentsOf, flattenComponents } from '../../support/discord/message-rules.ts';

const SLOT = '2026-11-23T06:30:00.000Z';
const briefing = {
  name: 'Harbour brief',
  mentionRole: { id: '123456789012345678', name: 'desk' },
  timetable: { zone: 'Europe/Oslo' },
};
const WORDS = 'We have sent no missiles to anyone,';
const denial = storedQuote('q_aaaaaaaaaaaaaaaa', WORDS, {
  copies: [
    { ...tarnArticle, id: 'b', outlet: 'Cape Wire' },
    { ...tarnArticle, id: 'c', outlet: 'Fjord Post' },
  ],
});

function composedOf(changes: Partial<ComposedBriefing['report']> = {}): ComposedBriefing {
  return {
    report: {
      title: 'Harbour brief',
      filters: ['since Sunday 07:30 (Europe/Oslo)'],
      told: ['1 statement in 3 articles of 3 outlets: 1 denial.'],
      parts: [
        {
          heading: 'Denials on “missiles”',
          entries: [{ kind: 'quote', quote: denial, note: 'New on the record.' }],
        },
      ],
      notShown: 12,
      whereRest: '/who-said missiles',
      ...changes,
    },
    sentences: [{ text: `Mara Eld denied it: “${WORDS}”`, quoteIds: [denial.id] }],
    notice: null,
    isQuiet: false,
    told: [denial.id],
    corrected: [],
    picture: null,
  };
}

const render = createRender((action) => writeCustomId('', action));
const bodies = (composed: ComposedBriefing) =>
  render(briefing, composed, { slot: SLOT }).map(({ body }) => body);
/** What a reader sees of a message. */
const read = (body: unknown) =>
  flattenComponents(componentsOf(body))
    .flatMap(({ content }) => content ?? [])
    .join('\n')
    .replaceAll(/\\([^0-9A-Za-z\s])/g, '$1')
    .replaceAll(/\\(\.)/g, '$1')
    .split('\n');

describe('The messages of a briefing', () => {
  it('tell figures, summary and every entry with number, outlets, id and source', () => {
    const [body, ...more] = bodies(composedOf());
    expect(more).toEqual([]);
    expect(read(body)).toEqual([
      '<@&123456789012345678>',
      '### Harbour brief',
      '**since Sunday 07:30 (Europe/Oslo)**',
      '1 statement in 3 articles of 3 outlets: 1 denial.',
      `Mara Eld denied it: “${WORDS}” [1]`,
      '**Denials on “missiles”**',
      '**1. Mara Eld**, Tarn government spokeswoman, denied, in 3 outlets',
      '*New on the record.*',
      `“${WORDS}”`,
      '-# said on Monday 9 September 2024 · [Harbour Post](https://harbour.example/tarn-missiles) · published Tuesday 10 September 2024 · also in Cape Wire, Fjord Post · q_aaaaaaaaaaaaaaaa',
      '-# and 12 more on file: /who-said missiles',
      '-# Harbour brief · Mon 23 Nov 2026 07:30',
    ]);
  });

  it('have a button by each quote that shows where it stands, without any state', () => {
    const buttons = bodies(composedOf()).flatMap((body) =>
      flattenComponents(componentsOf(body)).flatMap((component) => component.custom_id ?? []),
    );
    expect(buttons.map(readCustomId)).toEqual([
      { stateId: denial.id, action: { kind: 'passage', quoteId: denial.id, number: 1, language: 'en' } },
    ]);
  });

  it('are several where there is much to tell: headings again, each entry whole, the rest counted on the last', () => {
    const entries = Array.from({ length: 20 }, (_, index) => ({
      kind: 'quote' as const,
      quote: storedQuote(
        `q_${index}`,
        `Statement ${index}. ${'It goes on for quite a while. '.repeat(10)}`.trim(),
      ),
      note: null,
    }));
    const messages = bodies(composedOf({ parts: [{ heading: 'Denials', entries }] })).map(read);
    expect(messages.length).toBeGreaterThan(2);
    for (const [index, lines] of messages.entries()) {
      const heading = index === 0 ? '**Denials**' : '**Denials (continued)**';
      expect(lines.filter((line) => line.startsWith('**Denials'))).toEqual([heading]);
      expect(lines.at(-1)).toBe(`-# Harbour brief · Mon 23 Nov 2026 07:30 · ${index + 1}/${messages.length}`);
      expect(lines.some((line) => line.includes('12 more'))).toBe(index === messages.length - 1);
      expect(lines.some((line) => line.includes('<@&'))).toBe(index === 0);
    }
    const shown = messages.flat().filter((line) => line.startsWith('“'));
    expect(shown).toEqual(entries.map(({ quote }) => `“${quote.content.text}”`));
  });

  it('show a picture in the first one, described for those who do not see it', () => {
    const picture = { png: new Uint8Array([1, 2, 3]), altText: 'Two denials, one confirmation.' };
    const [first] = render(briefing, { ...composedOf(), picture }, { slot: SLOT });
    expect(first?.files).toEqual([
      { name: 'stances.png', base64: 'AQID', description: 'Two denials, one confirmation.' },
    ]);
    expect(first?.body.components.at(-1)).toEqual({
      type: 12,
      items: [{ media: { url: 'attachment://stances.png' }, description: 'Two denials, one confirmation.' }],
    });
  });

  it('are one line on a quiet day', () => {
    const quiet = composedOf({
      told: ['Nothing new is on the record on “missiles” for this period.'],
      parts: [],
      notShown: 0,
    });
    expect(bodies({ ...quiet, sentences: [], isQuiet: true }).map(read)).toEqual([
      [
        '<@&123456789012345678>',
        '### Harbour brief',
        '**since Sunday 07:30 (Europe/Oslo)**',
        'Nothing new is on the record on “missiles” for this period.',
        '-# Harbour brief · Mon 23 Nov 2026 07:30',
      ],
    ]);
  });

  it('stand below a title in a forum', () => {
    expect(forumTitle(briefing, SLOT)).toBe('Harbour brief – Mon 23 Nov 2026');
    expect(forumTitle({ ...briefing, name: 'Long words '.repeat(20) }, SLOT)).toMatch(
      /^Long words .*Long… – Mon 23 Nov 2026$/,
    );
  });
});

describe('The preview of a briefing', () => {
  const post = {
    name: 'Harbour brief',
    zone: 'Europe/Oslo',
    slot: SLOT,
    composed: composedOf(),
    mentionRole: briefing.mentionRole,
    next: ['2026-11-24T06:30:00.000Z', '2026-11-25T06:30:00.000Z'],
  };
  const NEXT = 'Next: Tue 24 Nov 2026 07:30, Wed 25 Nov 2026 07:30';

  it('is its first message with the next times, and mentions nobody', () => {
    const { payload, pages } = renderDiscord({ kind: 'briefing', post }, 1, () => 'x');
    const lines = read(payload);
    expect([pages, lines[0], lines.at(-2)]).toEqual([
      1,
      '### Harbour brief',
      `-# Preview. ${NEXT} (Europe/Oslo).`,
    ]);
  });

  it('is told in a terminal, too', () => {
    const text = renderTerminal({ kind: 'briefing', post }, { colour: false, width: 200 });
    expect(text).toContain(`Mara Eld denied it: “${WORDS}” [1]`);
    expect(text).toContain('[1] Mara Eld, Tarn government spokeswoman, denied');
    expect(text).toContain(NEXT);
  });
});
