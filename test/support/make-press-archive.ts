import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PEOPLE = ['Ana Roe', 'Lea Brandt', 'Tom Ost', 'Ida Falk', 'Jon Lund', 'Mara Veld', 'Oskar Thorn'];
const PLACES = ['Linholm', 'Ordan', 'Ullen', 'Herring Bay', 'Drovia', 'Meridian'];
const THINGS = [
  'the ferry',
  'the old pier',
  'the harbour fee',
  'the tide wall',
  'the grain store',
  'the lighthouse',
];

function pick<Item>(items: readonly Item[], number: number): Item {
  const item = items[number % items.length];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}

/** A short invented article, another for each number. It holds `QUOTES_EACH` quotes. */
function writeArticle(number: number): string {
  const [one, two] = [pick(PEOPLE, number), pick(PEOPLE, number + 3)];
  const place = pick(PLACES, Math.floor(number / 7));
  const thing = pick(THINGS, Math.floor(number / 3));
  return `date 2031-03-0${(number % 9) + 1}

The council of ${place} met for the ${number}th time about ${thing}, and nothing was decided.

“We closed ${thing} for the winter,” said ${one}, the mayor of ${place}, on Monday. Case ${number} stays open until the
engineers have seen every post of it, and the town pays for that.

${two} denied that ${thing} had been sold to a company from ${pick(PLACES, number + 1)}.
`;
}

export const QUOTES_EACH = 2;

/** Writes `count` articles into folders of a thousand within `folder`. */
export function makePressArchive(folder: string, count: number): void {
  for (let number = 0; number < count; number += 1) {
    const within = join(folder, `box-${String(Math.floor(number / 1000)).padStart(3, '0')}`);
    if (number % 1000 === 0) mkdirSync(within, { recursive: true });
    writeFileSync(join(within, `${String(number).padStart(6, '0')}.txt`), writeArticle(number));
  }
}
