import { PublishedAt } from '../../records/article.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The names of zones that RFC 5322, section 4.3, still reads. */
const ZONES: Readonly<Record<string, string>> = {
  ut: '+00:00',
  utc: '+00:00',
  gmt: '+00:00',
  z: '+00:00',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
};

const DATE =
  /(?<day>\d{1,2})\s+(?<month>[a-z]{3})[a-z]*\s+(?<year>\d{4}|\d{2})\s+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?(?:\s+(?<zone>[+-]\d{4}|[a-z]{1,4}))?/iu;

/**
 * The `Date` of a mail, `Tue, 10 Sep 2024 08:00:00 +0200`, as an instant with its zone; as a day where the zone is not
 * known; null where it can't be read.
 */
export function readMailDate(written: string): string | null {
  const parts = DATE.exec(written)?.groups;
  if (parts === undefined) return null;
  const month = MONTHS.indexOf(parts['month']?.toLowerCase() ?? '') + 1;
  const year = parts['year']?.length === 2 ? `20${parts['year']}` : parts['year'];
  const two = (value: string | number | undefined): string => String(value ?? 0).padStart(2, '0');
  const day = `${year}-${two(month)}-${two(parts['day'])}`;
  const zone = readZone(parts['zone'] ?? '');
  const instant = `${day}T${two(parts['hour'])}:${two(parts['minute'])}:${two(parts['second'])}${zone ?? 'Z'}`;
  if (!PublishedAt.safeParse(instant).success) return null;
  return zone === null ? day : instant;
}

/** RFC 5322: `-0000` says that the zone is not known. */
function readZone(written: string): string | null {
  const named = ZONES[written.toLowerCase()];
  if (named !== undefined) return named;
  return /^[+-]\d{4}$/u.test(written) && written !== '-0000'
    ? `${written.slice(0, 3)}:${written.slice(3)}`
    : null;
}
