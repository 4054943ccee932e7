/** Numbers as a language writes them, and what is counted. */
export interface Numbers {
  readonly say: (number: number) => string;
  /** The form that goes with a number: one for 1, in French for 0 too. */
  readonly pick: (number: number, one: string, many: string) => string;
  /** A number with what it counts: 2 articles. */
  readonly count: (number: number, one: string, many: string) => string;
  /** a, b and c. */
  readonly list: (parts: readonly string[]) => string;
}

/** `locale` is a BCP 47 tag. */
export function numbersIn(locale: string): Numbers {
  const format = new Intl.NumberFormat(locale);
  const rules = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const pick = (number: number, one: string, many: string): string =>
    rules.select(number) === 'one' ? one : many;
  return {
    say: (number) => format.format(number),
    pick,
    count: (number, one, many) => `${format.format(number)} ${pick(number, one, many)}`,
    list: (parts) => lists.format(parts),
  };
}
