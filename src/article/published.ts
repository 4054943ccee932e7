import { InputError } from '../errors.ts';
import { PublishedAt } from '../records/article.ts';

/** `2024-09-10 08:00`, `2024-09-10T08:00:00Z`, `2024-09-10 08:00:00 +0200`: what front matter and options hold. */
const DAY_AND_TIME =
  /^(?<day>\d{4}-\d{2}-\d{2})(?:[T ](?<time>\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(?<zone>Z|[+-]\d{2}:?\d{2})?)?$/u;

/**
 * A date as a person or a file writes it, brought to a day or an instant with its zone. A time without a zone is no
 * instant, so only its day is kept. Throws InputError for anything else.
 */
export function readPublished(written: string): string {
  const { day, time, zone } = DAY_AND_TIME.exec(written.trim())?.groups ?? {};
  const instant = `${day}T${time?.length === 5 ? `${time}:00` : time}${zone?.replace(/(\d{2})(\d{2})$/u, '$1:$2')}`;
  const parsed = PublishedAt.safeParse(time !== undefined && zone !== undefined ? instant : day);
  if (parsed.success) return parsed.data;
  throw new InputError(
    `The date "${written.trim().slice(0, 40)}" can't be read: write it as 2024-09-10 or 2024-09-10T08:00:00+02:00.`,
  );
}
