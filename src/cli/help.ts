import type { Verb } from './verb.ts';

function columns(rows: readonly (readonly [left: string, right: string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}\n`).join('');
}

/** The help of the command line as a whole. */
export function sayHelp(verbs: readonly Verb[]): string {
  const rows = verbs.map((verb) => [`${verb.name} ${verb.usage}`, verb.summary] as const);
  return `OnRecord: who said, denied or confirmed what, strictly from stored quotes.

Usage: onrecord VERB …

${columns(rows)}
onrecord VERB --help tells a verb's options.
`;
}

/** The help of one verb. */
export function sayVerbHelp(verb: Verb): string {
  const rows = verb.options.map(
    ({ name, value, help }) => [value === undefined ? `--${name}` : `--${name} ${value}`, help] as const,
  );
  return `Usage: onrecord ${verb.name} ${verb.usage}\n\n${verb.summary}.\n\n${columns(rows)}`;
}
