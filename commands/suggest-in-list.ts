import type { CommandDeps } from './command.ts';

/** Options that take several names, with semicolons between them. */
export type Listed = 'speakers' | 'outlets';

/** What an option with several names may go on with: what was typed before the last semicolon, and a name behind it. */
export async function suggestInList(
  of: Listed,
  typed: string,
  deps: Pick<CommandDeps, 'suggestSpeakers' | 'suggestOutlets'>,
): Promise<readonly string[]> {
  const behind = typed.lastIndexOf(';') + 1;
  const before = typed.slice(0, behind).trimEnd();
  const last = typed.slice(behind).trim();
  const given = new Set(before.split(';').map((name) => name.trim().toLowerCase()));
  const names =
    of === 'outlets'
      ? await deps.suggestOutlets(last)
      : (await deps.suggestSpeakers(last)).map(({ name }) => name);
  return [...new Set(names)]
    .filter((name) => !given.has(name.toLowerCase()))
    .map((name) => (before === '' ? name : `${before} ${name}`));
}
