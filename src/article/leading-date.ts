/** `date 2024-09-10` at the very start, on a line of its own or before the text. */
const LEADING_DATE = /^\s*date:?[ \t]+(?<date>\d{4}-\d{2}-\d{2}(?:T\S+)?)(?:\s+|$)/iu;

/** Takes a leading `date 2024-09-10` off a text. */
export function splitLeadingDate(text: string): { date: string | null; body: string } {
  const match = LEADING_DATE.exec(text);
  if (match === null) return { date: null, body: text };
  return { date: match.groups?.['date'] ?? null, body: text.slice(match[0].length) };
}
