import type { SharedScores } from './shared-data.ts';

/** A figure under its name, with the goal for it where there is one. Shares and F1 run from 0 to 1. */
export interface Row {
  readonly name: string;
  readonly read: (scores: SharedScores) => number;
  /** In percent, as issue 3 sets it. */
  readonly goal?: number;
}

const f1 =
  (level: string) =>
  ({ levels }: SharedScores): number =>
    levels[level]?.f1 ?? 0;
const attribute =
  (name: string) =>
  ({ attributes }: SharedScores): number => {
    const { ok, n } = attributes[name] ?? { ok: 0, n: 0 };
    return n === 0 ? 0 : ok / n;
  };
const speaker = ({ speaker: { all } }: SharedScores): number => all?.acc ?? 0;

const CONTENT: readonly Row[] = [
  { name: 'relaxed F1', read: f1('relaxed/all') },
  { name: 'exact F1', read: f1('exact/all') },
  { name: 'joint F1, content and speaker', read: f1('joint/all') },
];

export const POLNEAR: readonly Row[] = [
  { name: 'relaxed F1', read: f1('relaxed/all'), goal: 80 },
  { name: '  direct', read: f1('relaxed/direct'), goal: 96 },
  { name: '  mixed', read: f1('relaxed/mixed'), goal: 88 },
  { name: '  indirect', read: f1('relaxed/indirect'), goal: 70 },
  { name: 'exact F1', read: f1('exact/all'), goal: 68 },
  { name: 'joint F1, content and speaker', read: f1('joint/all'), goal: 74 },
  { name: 'speaker among found quotes', read: speaker, goal: 94 },
  { name: 'overlap precision', read: ({ levels }) => levels['overlap/all']?.p ?? 0, goal: 92 },
];

export const GUM: readonly Row[] = [...CONTENT, { name: 'canonical speaker name', read: speaker, goal: 88 }];

export const CHALLENGE: readonly Row[] = [
  ...CONTENT,
  { name: 'speaker among found quotes', read: speaker },
  { name: 'saidOn', read: attribute('said_on'), goal: 90 },
  { name: 'via', read: attribute('via'), goal: 90 },
  { name: 'stance', read: attribute('stance'), goal: 90 },
  { name: 'title', read: attribute('title') },
];

export interface Column {
  readonly name: string;
  readonly scores: SharedScores;
}

/** One line a row: its name, its figure in every column, its goal; all in percent. */
export function sayTable(heading: string, rows: readonly Row[], columns: readonly Column[]): string {
  const line = (name: string, cells: readonly string[]): string =>
    `  ${name.padEnd(30)}${cells.map((cell) => cell.padStart(16)).join('')}`;
  return [
    heading,
    line('', columns.map(({ name }) => name).concat('goal')),
    ...rows.map(({ name, read, goal }) =>
      line(name, [...columns.map(({ scores }) => percent(read(scores))), goal?.toString() ?? '']),
    ),
    '',
  ].join('\n');
}

export function percent(share: number): string {
  return (100 * share).toFixed(1);
}
