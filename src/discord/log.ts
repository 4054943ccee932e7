/** Where the bot writes what happened: an event and its facts. */
export type DiscordLog = Readonly<
  Record<'info' | 'warn' | 'error', (event: string, facts?: Readonly<Record<string, unknown>>) => void>
>;
