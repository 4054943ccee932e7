import { PublishedAt } from '../records/article.ts';

/** Offsets of the zones that feeds name, RFC 822 and the commonest beyond it. Ambiguous ones (IST, BST as Bangladesh) stay out. */
const ZONES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['z', 'ut', 'utc', 'gmt', 'wet'].map((name) => [name, 'Z'])),
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  akst: '-09:00',
  akdt: '-08:00',
  hst: '-10:00',
  bst: '+01:00',
  west: '+01:00',
  cet: '+01:00',
  mez: '+01:00',
  cest: '+02:00',
  mesz: '+02:00',
  eet: '+02:00',
  eest: '+03:00',
  msk: '+03:00',
  jst: '+09:00',
  kst: '+09:00',
  aest: '+10:00',
  aedt: '+11:00',
  nzst: '+12:00',
  nzdt: '+13:00',
};

/** How months begin, in the languages of most feeds that do not write them in English. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'janv', 'ene', 'gen'],
  ['feb', 'fév', 'fev'],
  ['mar', 'mär', 'mrz', 'maa'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mei', 'mag'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aoû', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'out', 'ott'],
  ['nov'],
  ['dec', 'dez', 'déc', 'dic'],
];

const ISO =
  /^(?<year>\d{4})-?(?<month>\d{2})-?(?<day>\d{2})(?:(?:\s*T\s*|\s+)(?<hour>\d{1,2}):?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,]\d+)?)?\s*(?<zone>\S.*)?)?$/iu;
const CLOCK =
  /(?<![\d:])(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?\s*(?<half>[ap]\.?m\b\.?)?/iu;
const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/u;
const OFFSET = /^(?:gmt|utc|ut)?\s*(?<sign>[+-])(?<hours>\d{2}):?(?<minutes>\d{2})?(?!\d)/iu;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly clock: { readonly hour: number; readonly minute: number; readonly second: number } | null;
  readonly zone: string | null;
}

/**
 * The date of a feed or a mail as a day or an instant in the zone it was given in: RFC 822 with its named zones, ISO 8601, seconds
 * since 1970, and the sloppy forms between them. A time without a known zone is no instant, so only its day is kept.
 * Null for what can't be read without guessing, such as 9/10/2024.
 */
export function readZonedDate(written: string): string | null {
  const text = written.trim().slice(0, 100);
  if (/^\d{10}(?:\d{3})?$/u.test(text)) return fromSeconds(Number(text.slice(0, 10)));
  const parts = readIso(text) ?? readWords(text);
  if (parts === null) return null;
  const day = `${pad(parts.year, 4)}-${pad(parts.month)}-${pad(parts.day)}`;
  const instant =
    parts.clock === null || parts.zone === null
      ? day
      : `${day}T${pad(parts.clock.hour)}:${pad(parts.clock.minute)}:${pad(parts.clock.second)}${parts.zone}`;
  const parsed = PublishedAt.safeParse(instant);
  return parsed.success ? parsed.data : null;
}

function fromSeconds(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

function pad(value: number, length = 2): string {
  return String(value).padStart(length, '0');
}

function readIso(text: string): Parts | null {
  const groups = ISO.exec(text)?.groups;
  if (groups === undefined) return null;
  const { year, month, day, hour, minute, second = '0', zone } = groups;
  const clock =
    hour === undefined
      ? null
      : { hour: Number(hour), minute: Number(minute), second: Math.min(59, Number(second)) };
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    clock,
    zone: zone === undefined ? null : readZone(zone),
  };
}

/** A date with its month in words, in any order: `Tue, 10 Sep 24 8:00 EST`, `September 10, 2024 - 8:00 pm`. */
function readWords(text: string): Parts | null {
  const clockMatch = CLOCK.exec(text);
  const before = clockMatch === null ? text : text.slice(0, clockMatch.index);
  const after = clockMatch === null ? '' : text.slice(clockMatch.index + clockMatch[0].length);
  const words = before.match(/\p{L}+|\d+/gu) ?? [];
  // The last one: in "mar. 10 sept. 2024" the first is a Tuesday.
  const month = words.map(monthOf).findLast((found) => found > 0);
  const year = YEAR.exec(before)?.[0] ?? YEAR.exec(after.replace(OFFSET, ''))?.[0] ?? shortYear(words);
  const day = words.find((word) => /^(?:0?[1-9]|[12]\d|3[01])$/u.test(word));
  if (month === undefined || year === undefined || day === undefined) return null;
  return {
    year: Number(year),
    month,
    day: Number(day),
    clock: clockMatch === null ? null : readClock(clockMatch.groups ?? {}),
    zone: readZone(after.replace(YEAR, (digits) => (OFFSET.test(after.trim()) ? digits : ''))),
  };
}

function monthOf(word: string): number {
  const lower = word.toLowerCase();
  return MONTHS.findIndex((starts) => starts.some((start) => lower.startsWith(start))) + 1;
}

/** RFC 822 writes years with two digits: the last number before the clock. */
function shortYear(words: readonly string[]): string | undefined {
  const numbers = words.filter((word) => /^\d{2}$/u.test(word));
  const last =
    numbers.length > 1 || words.filter((word) => /^\d+$/u.test(word)).length > 1 ? numbers.at(-1) : undefined;
  return last === undefined ? undefined : `${Number(last) < 70 ? '20' : '19'}${last}`;
}

function readClock({ hour, minute, second = '0', half }: Record<string, string | undefined>) {
  const written = Number(hour);
  const shifted =
    half === undefined ? written : (written % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
  return { hour: shifted, minute: Number(minute), second: Math.min(59, Number(second)) };
}

function readZone(written: string): string | null {
  const text = written.trim();
  const offset = OFFSET.exec(text)?.groups;
  // RFC 5322, section 3.3: `-0000` says that the zone is not known.
  if (offset?.['sign'] === '-' && offset['hours'] === '00' && offset['minutes'] === '00') return null;
  if (offset !== undefined) return `${offset['sign']}${offset['hours']}:${offset['minutes'] ?? '00'}`;
  return ZONES[/^\p{L}+/u.exec(text)?.[0].toLowerCase() ?? ''] ?? null;
}
