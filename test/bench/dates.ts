/**
 * Prints how many of the dates that annotators marked are found and resolved alike. The data (Wikinews articles with the
 * annotations of GUM, CC BY) is no part of the project: usage `node test/bench/dates.ts FILE.jsonl`, of lines with
 * `text`, `date` and `times`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { findDates } from '../../src/quotes/dates/find-dates.ts';

const Line = z.object({
  date: z.string(),
  text: z.string(),
  times: z.array(
    z.object({
      span: z.tuple([z.number(), z.number()]),
      when: z.string().optional(),
      from: z.string().optional(),
    }),
  ),
});

const file = process.argv[2] ?? '../shared/quotes/gum-news-dev.jsonl';
if (!existsSync(file)) {
  console.log(`There is no ${file}: name a file of annotated articles.`);
  process.exit(0);
}

const lines = readFileSync(file, 'utf8').trim().split('\n');
const articles = lines.map((line) => Line.parse(JSON.parse(line)));
const tally = { marked: 0, found: 0, right: 0, days: 0, daysRight: 0, extra: 0, all: 0 };
for (const { text, date, times } of articles) {
  const dates = findDates(text, date);
  const past = times.filter(({ when, from }) => (when ?? from ?? '9999') <= date);
  for (const { span, when, from } of past) {
    const first = (when ?? from ?? '').slice(0, 10);
    const hit = dates.find((found) => found.span[0] < span[1] && span[0] < found.span[1]);
    const right = hit?.from.startsWith(first) === true;
    const isDay = first.length === 10 && when !== undefined;
    tally.marked += 1;
    tally.found += hit === undefined ? 0 : 1;
    tally.right += right ? 1 : 0;
    tally.days += isDay ? 1 : 0;
    tally.daysRight += isDay && right ? 1 : 0;
  }
  tally.all += dates.length;
  tally.extra += dates.filter(
    ({ span }) => !times.some((time) => span[0] < time.span[1] && time.span[0] < span[1]),
  ).length;
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} % of ${whole}`;
console.log(`marked, not in the future: found ${percent(tally.found, tally.marked)}`);
console.log(
  `  resolved alike ${percent(tally.right, tally.marked)}; single days ${percent(tally.daysRight, tally.days)}`,
);
console.log(`found where nothing is marked: ${percent(tally.extra, tally.all)}`);
const characters = articles
  .map(({ text }) => text)
  .join('\n\n')
  .repeat(60);
const started = performance.now();
findDates(characters, '2016-01-01');
console.log(
  `${(characters.length / 1000 / (performance.now() - started)).toFixed(1)} million characters a second`,
);
