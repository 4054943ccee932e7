const DETERMINER =
  /^(?:an?|the|one|two|three|four|some|several|many|unnamed|unidentified|officials|sources)\b/i;

/** A source without a name by its description: "A senior official, unnamed,". */
export function unnamedSource(description: string): string {
  const [head = ''] = description.split(
    / (?:of|from|in|at|with|on|for|to|who|close|familiar|near|inside)\b|,/,
  );
  const plural = /(?:people|[^s]s)$/i.test(head.trim());
  const article = DETERMINER.test(description) || plural ? '' : /^[aeiou]/i.test(description) ? 'An ' : 'A ';
  const begun = article + description;
  return `${begun.charAt(0).toUpperCase()}${begun.slice(1)}, unnamed,`;
}
