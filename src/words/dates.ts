/** Days and hours as a language writes them. A day is `YYYY-MM-DD` or begins so; what is none is given back as it is. */
export interface Dates {
  /** Monday 9 September 2024. */
  readonly weekday: (date: string) => string;
  /** 9 September 2024. */
  readonly day: (date: string) => string;
  /** The day an instant falls on in a zone, in short: Mon 23 Nov 2026. */
  readonly shortDay: (instant: string, zone: string) => string;
  /** An instant in a zone, in short: Mon 23 Nov 2026 07:30. */
  readonly shortTime: (instant: string, zone: string) => string;
  /** An instant in a zone: Monday 07:30, where it is near; else Monday 23 November 2026 07:30. */
  readonly time: (instant: string, zone: string, isNear: boolean) => string;
}

/** How a language puts a date together. */
export interface DateStyle {
  readonly write: (instant: Date, options: Intl.DateTimeFormatOptions) => string;
  /** A day with an hour of it; both hour and minute have two digits. */
  readonly join: (day: string, hour: string, minute: string) => string;
}

const LONG = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const SHORT = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

export function datesIn({ write, join }: DateStyle): Dates {
  const sayDay = (date: string, options: Intl.DateTimeFormatOptions): string => {
    const instant = new Date(`${date.slice(0, 10)}T00:00:00Z`);
    return Number.isNaN(instant.getTime()) ? date : write(instant, { ...options, timeZone: 'UTC' });
  };
  const sayTime = (instant: string, zone: string, options: Intl.DateTimeFormatOptions): string => {
    const at = new Date(instant);
    const clock = new Intl.DateTimeFormat('en-US', { ...CLOCK, timeZone: zone }).formatToParts(at);
    const { hour = '', minute = '' } = partsOf(clock);
    return join(write(at, { ...options, timeZone: zone }), hour, minute);
  };
  return {
    weekday: (date) => sayDay(date, { weekday: 'long', ...LONG }),
    day: (date) => sayDay(date, LONG),
    shortDay: (instant, zone) => write(new Date(instant), { ...SHORT, timeZone: zone }),
    shortTime: (instant, zone) => sayTime(instant, zone, SHORT),
    time: (instant, zone, isNear) =>
      sayTime(instant, zone, isNear ? { weekday: 'long' } : { weekday: 'long', ...LONG }),
  };
}

/** The parts of a date by their names. */
export function partsOf(
  parts: readonly Intl.DateTimeFormatPart[],
): Readonly<Partial<Record<Intl.DateTimeFormatPartTypes, string>>> {
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}
