import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComposedBriefing } from '../../src/records/briefing.ts';
import { openDesk } from '../support/briefing-desk.ts';

const MONDAY = Date.parse('2026-11-23T06:30:00.000Z');
const HOUR_MS = 3_600_000;
const SPEAKERS = ['Mara Lindqvist', 'Oskar Brandt', 'Lena Eke'];
const STANCES = ['denied', 'confirmed', 'claimed', 'declined'] as const;
const WORDS = [
  'No ferry of ours was ever sold to anybody abroad',
  'Both ferries were sold to the island last summer',
  'Nobody has asked the port about any ferry sale yet',
  'The ferry sale is a matter for the council alone',
  'A second ferry sale will follow before the spring comes',
];
/** What stands beside something new and was on the record before. */
const CONTEXT = new Set(['What they said before.', 'Also on the record.']);

const statement = fc.record({
  content: fc.constantFrom(...WORDS),
  speaker: fc.constantFrom(...SPEAKERS),
  stance: fc.constantFrom(...STANCES),
});
const article = fc.record({
  outlet: fc.constantFrom('Harbour Post', 'Cape Wire', 'Fjord Post'),
  statements: fc.uniqueArray(statement, {
    selector: (each) => JSON.stringify(each),
    minLength: 1,
    maxLength: 3,
  }),
  quiet: fc.boolean(),
});
/** Days with their articles; after each the briefing is told. */
const days = fc.array(fc.array(article, { maxLength: 3 }), { minLength: 1, maxLength: 6 });

const newsIn = ({ report }: ComposedBriefing): readonly string[] =>
  report.parts.flatMap(({ entries }) =>
    entries.flatMap((entry) => {
      if (entry.kind === 'sentence' || CONTEXT.has(entry.note ?? '')) return [];
      const { content, speaker, stance } = entry.quote;
      return [JSON.stringify([content.text, speaker?.name, stance])];
    }),
  );

describe('A briefing, whatever comes in on whichever day', () => {
  it.each([{ topics: ['ferry'] }, { topics: ['ferry', 'sale'] }, {}])(
    'tells each statement that is new on the record once, and leaves none out, for %j',
    async (wanted) => {
      await fc.assert(
        fc.asyncProperty(days, async (stream) => {
          const desk = await openDesk(new Date(MONDAY).toISOString(), { length: 'long', wanted });
          const told: string[] = [];
          const expected = new Set<string>();
          const onRecord = new Set<string>();
          for (const [day, articles] of stream.entries()) {
            const today = new Set<string>();
            desk.at(new Date(MONDAY + (day * 24 + 12) * HOUR_MS).toISOString());
            for (const [index, { statements, ...rest }] of articles.entries()) {
              const title = `Day ${day}, article ${index}`;
              // Words of the article's own, so that it is no copy of another.
              const claim = `${title} has its own account of what is said of a ferry sale`;
              await desk.save({ ...rest, title, statements: statements.map((each) => ({ ...each, claim })) });
              for (const each of statements) {
                const said = JSON.stringify([each.content, each.speaker, each.stance]);
                if (!rest.quiet && !onRecord.has(said)) expected.add(said);
                today.add(said);
              }
            }
            for (const said of today) onRecord.add(said);
            desk.at(new Date(MONDAY + (day + 1) * 24 * HOUR_MS).toISOString());
            const composed = await desk.deliver();
            expect(composed.isQuiet).toBe(composed.report.parts.length === 0);
            told.push(...newsIn(composed));
          }
          await desk.close();
          expect(told).toHaveLength(new Set(told).size);
          expect(new Set(told)).toEqual(expected);
        }),
        { numRuns: 12, endOnFailure: true },
      );
    },
    60_000,
  );
});
