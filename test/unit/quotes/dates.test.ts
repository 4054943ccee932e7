import { describe, expect, it } from 'vitest';
import { findDates } from '../../../src/quotes/dates/find-dates.ts';

/** 2024-09-10 was a Tuesday. */
const TUESDAY = '2024-09-10';

/** What is found, written as "slice = day" or "slice = first..last". */
function found(text: string, publishedAt: string | null = TUESDAY): readonly string[] {
  return findDates(text, publishedAt).map(
    ({ from, to, span }) => `${text.slice(...span)} = ${from === to ? from : `${from}..${to}`}`,
  );
}

type Case = readonly [text: string, expected: readonly string[], publishedAt?: string | null];

const TABLES: readonly { readonly name: string; readonly cases: readonly Case[] }[] = [
  {
    name: 'a weekday is the latest one up to the day of the article',
    cases: [
      ['Okafor denied it on Monday.', ['Monday = 2024-09-09']],
      ['The ministry on Tuesday rejected the reports.', ['Tuesday = 2024-09-10']],
      ['She resigned on Wednesday.', ['Wednesday = 2024-09-04']],
      ['Speaking earlier on Monday, he shrugged.', ['earlier on Monday = 2024-09-09']],
      ['Police said late Friday that the road was open.', ['late Friday = 2024-09-06']],
      ['The mayor spoke on Sunday morning.', ['Sunday morning = 2024-09-08']],
      ['It was over by the time she called on Monday evening.', ['Monday evening = 2024-09-09']],
      ['The envoy told Radio Harbour last Thursday it was over.', ['last Thursday = 2024-09-05']],
      ['It failed last Tuesday.', ['last Tuesday = 2024-09-03']],
      ['It failed this past Saturday.', ['this past Saturday = 2024-09-07']],
      ['The party met this Monday.', ['this Monday = 2024-09-09']],
      ['Monday’s statement was short.', ['Monday = 2024-09-09']],
      ['He confirmed it on Thursday last week.', ['Thursday last week = 2024-09-05']],
      ['He confirmed it on Monday of last week.', ['Monday of last week = 2024-09-02']],
      ['He confirmed it on Monday this week.', ['Monday this week = 2024-09-09']],
      ['It was signed a week ago Monday.', ['a week ago Monday = 2024-09-02']],
      ['In a Friday interview, Brandt called it absurd.', ['Friday = 2024-09-06']],
      ['SAYS ON MONDAY NOT IN TALKS', ['MONDAY = 2024-09-09']],
      ['On\u00a0Monday, he said no.', ['Monday = 2024-09-09']],
      ['He said on Monday and again on Sunday.', ['Monday = 2024-09-09', 'Sunday = 2024-09-08']],
    ],
  },

  {
    name: 'a weekday that lies ahead, or is none in particular, is left out',
    cases: [
      ['The council will vote on Friday.', []],
      ['The council will be dissolved on Friday.', []],
      ['The hearing is scheduled for Friday.', []],
      ['The talks, due on Thursday, were called off.', []],
      ['On Friday, the two leaders are to travel to Lund.', []],
      ['He plans to speak on Wednesday.', []],
      ['She said they’ll leave on Sunday.', []],
      ['They have until Friday to answer.', []],
      ['The deal must be signed by Thursday.', []],
      ['They meet next Monday.', []],
      ['They meet this coming Saturday.', []],
      ['They meet this Friday.', []],
      ['They meet on Tuesday week.', []],
      ['They meet on Friday next week.', []],
      ['He swims every Monday and on Tuesdays.', []],
      ['It rained, as on any Monday.', []],
      ['It was born on a Monday in the harbour.', []],
      ['She said on Monday that the council will vote on Friday.', ['Monday = 2024-09-09']],
      ['Mr Ode, who will retire soon, told reporters on Monday to wait.', ['Monday = 2024-09-09']],
      ['Fares will not rise this year, said Marrow.', []],
      ['He may have been hit on Friday.', ['Friday = 2024-09-06']],
    ],
  },

  {
    name: 'a name is no day',
    cases: [
      ['Black Friday sales fell.', []],
      ['The families of Bloody Sunday waited.', []],
      ['The Sunday Times reported a loss.', []],
      ['The Good Friday Agreement held.', []],
      ['She won on Super Tuesday.', []],
      ['Sheffield Wednesday lost.', []],
      ['He taught Sunday school.', []],
      ['They film Friday Night Lights here.', []],
      ['The Sun reported it. He sat down. I wed her.', []],
      ['#Monday and @friday and Mondayish', []],
      ['9/11 changed it. The score was 3-2 in 24/7 play.', []],
      ['March said the plan may fail; they march on.', []],
      ['In May’s view the deal was dead. April agreed.', []],
      ['The September 11 attacks and the January 6 riot', []],
      ['See report-2024-09-09.pdf or /2024-09-09/news.', []],
      ['March 15,000 copies; May 10:30; June 31.', []],
    ],
  },

  {
    name: 'a date of the calendar',
    cases: [
      ['In a June 3, 2021 interview he agreed.', ['June 3, 2021 = 2021-06-03']],
      ['On 3 June 2021 he agreed.', ['3 June 2021 = 2021-06-03']],
      ['On June 3 he agreed.', ['June 3 = 2024-06-03']],
      ['On the 3rd of June he agreed.', ['the 3rd of June = 2024-06-03']],
      ['On Sept. 9 he agreed.', ['Sept. 9 = 2024-09-09']],
      ['On Sept 9th, 2023, he agreed.', ['Sept 9th, 2023 = 2023-09-09']],
      [
        'Posted 2024-09-09 and 2024-09-09T08:00:00Z.',
        ['2024-09-09 = 2024-09-09', '2024-09-09T08:00:00Z = 2024-09-09'],
      ],
      ['Tuesday, September 3, 2024', ['Tuesday, September 3, 2024 = 2024-09-03']],
      ['It began on Sunday 1 September.', ['Sunday 1 September = 2024-09-01']],
      ['It met on September 2-4.', ['September 2-4 = 2024-09-02..2024-09-04']],
      ['It met on 2–4 September 2023.', ['2–4 September 2023 = 2023-09-02..2023-09-04']],
      ['WASHINGTON, Sept 9 (Agency) - The court ruled.', ['Sept 9 = 2024-09-09']],
      ['BERLIN — 9 September — The court ruled.', ['9 September = 2024-09-09']],
      ['On December 12 he agreed.', ['December 12 = 2023-12-12'], '2024-01-10'],
      ['He said on November 5 that it was over.', ['November 5 = 2023-11-05']],
      ['He agreed on 9 September last year.', ['9 September last year = 2023-09-09']],
      ['On the 9th, he agreed.', ['the 9th = 2024-09-09']],
      ['On the 28th he agreed.', ['the 28th = 2024-08-28']],
      ['On the 5th of this month he agreed.', ['the 5th of this month = 2024-09-05']],
      ['They met on the 9th floor.', []],
      ['The vote is on November 5.', []],
      ['On Feb. 29 he agreed.', ['Feb. 29 = 2024-02-29']],
      ['It opens on June 3, 2031.', []],
      ['It was February 30, 2020.', []],
    ],
  },

  {
    name: 'a range of days ends with the day of the article at the latest',
    cases: [
      ['Exports fell in June.', ['June = 2024-06-01..2024-06-30']],
      ['In September, exports fell.', ['September = 2024-09-01..2024-09-10']],
      [
        'Exports fell in late May and in March.',
        ['May = 2024-05-01..2024-05-31', 'March = 2024-03-01..2024-03-31'],
      ],
      ['Exports fell in June 2021.', ['June 2021 = 2021-06-01..2021-06-30']],
      ['Exports fell last June.', ['last June = 2024-06-01..2024-06-30']],
      ['The minister said in November that exports fell.', ['November = 2023-11-01..2023-11-30']],
      ['The election in November looms.', []],
      ['Exports fell in 2021.', ['2021 = 2021-01-01..2021-12-31']],
      ['Exports fell in mid-2024.', ['2024 = 2024-01-01..2024-09-10']],
      ['Exports fall in 2030. In 2,000 villages. In 20245.', []],
      ['Exports fell last week.', ['last week = 2024-09-02..2024-09-08']],
      ['Exports fell earlier this week.', ['earlier this week = 2024-09-09..2024-09-10']],
      ['Exports fell last month.', ['last month = 2024-08-01..2024-08-31']],
      ['Exports fell last month.', ['last month = 2023-12-01..2023-12-31'], '2024-01-31'],
      ['Exports fell last year.', ['last year = 2023-01-01..2023-12-31']],
      ['Exports fell earlier in the year.', ['earlier in the year = 2024-01-01..2024-09-10']],
      ['It rained at the weekend.', ['the weekend = 2024-09-07..2024-09-08']],
      ['It rained last weekend.', ['last weekend = 2024-09-07..2024-09-08']],
      ['It rained this weekend.', ['this weekend = 2024-09-14'], '2024-09-14'],
      ['It rained last weekend.', ['last weekend = 2024-09-07..2024-09-08'], '2024-09-15'],
      ['It rained overnight.', ['overnight = 2024-09-09..2024-09-10']],
      ['They vote next week, next month and tomorrow.', []],
      ['They will vote later this week.', []],
      ['It was the last week of the trial.', []],
    ],
  },

  {
    name: 'a day is counted from the day of the article',
    cases: [
      ['She left yesterday.', ['yesterday = 2024-09-09']],
      ['She left the day before yesterday.', ['the day before yesterday = 2024-09-08']],
      ['She left earlier today.', ['earlier today = 2024-09-10']],
      ['She left last night.', ['last night = 2024-09-09']],
      ['She left this morning.', ['this morning = 2024-09-10']],
      ['She left three days ago.', ['three days ago = 2024-09-07']],
      ['She left a week ago, he 12 days ago.', ['a week ago = 2024-09-03', '12 days ago = 2024-08-29']],
      ['She left a couple of days ago.', ['a couple of days ago = 2024-09-08']],
      [
        'She left two months ago, he ten years ago.',
        ['two months ago = 2024-07-01..2024-07-31', 'ten years ago = 2014-01-01..2014-12-31'],
      ],
      ['She left the day after tomorrow.', []],
    ],
  },

  {
    name: 'a day is counted from the one spoken of before',
    cases: [
      [
        'He agreed on June 3, 2021. Two days later she left.',
        ['June 3, 2021 = 2021-06-03', 'Two days later = 2021-06-05'],
      ],
      [
        'He agreed on Friday. The following day she left.',
        ['Friday = 2024-09-06', 'The following day = 2024-09-07'],
      ],
      [
        'He agreed on Friday. She had left the previous evening.',
        ['Friday = 2024-09-06', 'the previous evening = 2024-09-05'],
      ],
      [
        'He agreed on Friday, and later that day left.',
        ['Friday = 2024-09-06', 'later that day = 2024-09-06'],
      ],
      [
        'He agreed on Friday. On the same day, she left.',
        ['Friday = 2024-09-06', 'the same day = 2024-09-06'],
      ],
      [
        'He agreed on Friday. She had left a day earlier.',
        ['Friday = 2024-09-06', 'a day earlier = 2024-09-05'],
      ],
      [
        'He agreed on Friday; she had left the day before.',
        ['Friday = 2024-09-06', 'the day before = 2024-09-05'],
      ],
      [
        'He agreed on August 1. The following Monday she left.',
        ['August 1 = 2024-08-01', 'The following Monday = 2024-08-05'],
      ],
      [
        'He agreed on August 1, a day later said no, a day later yes.',
        ['August 1 = 2024-08-01', 'a day later = 2024-08-02', 'a day later = 2024-08-03'],
      ],
      [
        'He agreed on August 1. A month later she left.',
        ['August 1 = 2024-08-01', 'A month later = 2024-09-01..2024-09-10'],
      ],
      [
        'He fell on Friday. She said the following day that he slept.',
        ['Friday = 2024-09-06', 'the following day = 2024-09-07'],
      ],
      ['He fell on Friday. It was the same day that she left.', ['Friday = 2024-09-06']],
      ['It fell two days earlier.', ['two days earlier = 2024-09-08']],
      ['It fell on the day.', ['the day = 2024-09-10']],
      ['It fell a day after the attack. The day after the fire, too.', []],
      ['It fell a day later.', []],
      ['In 2021 it fell. A day later it rose.', ['2021 = 2021-01-01..2021-12-31']],
      ['He said on Monday he would leave the next day.', ['Monday = 2024-09-09']],
    ],
  },

  {
    name: 'the day of the article is the one in its written zone',
    cases: [
      ['She left today.', ['today = 2024-09-10'], '2024-09-10T00:30:00+02:00'],
      ['She left yesterday.', ['yesterday = 2024-09-09'], '2024-09-10T23:30:00-08:00'],
    ],
  },

  {
    name: 'an article without a date resolves full dates and what counts from them alone',
    cases: [
      ['On Monday, yesterday, last week, in June, in 2021, on June 3, he left.', [], null],
      [
        'He left on June 3, 2021 and came back two days later.',
        ['June 3, 2021 = 2021-06-03', 'two days later = 2021-06-05'],
        null,
      ],
      ['She left yesterday, on 2021-06-03.', ['2021-06-03 = 2021-06-03'], 'not a date'],
    ],
  },
];

describe.each(TABLES)('$name', ({ cases }) => {
  it.each(cases.map(([text, expected, publishedAt = TUESDAY]) => ({ text, expected, publishedAt })))(
    '$publishedAt: $text',
    ({ text, expected, publishedAt }) => {
      expect(found(text, publishedAt)).toEqual(expected);
    },
  );
});
