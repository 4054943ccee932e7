/** Somebody who uses Discord. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** What their roles allow them in the server: Discord's permission bits. */
  readonly permissions: bigint;
  readonly roles: readonly string[];
}

export const MANAGE_GUILD = 1n << 5n;

let last = 0n;

/** A new id as Discord makes them: 18 digits, or discord.js would put all channels into one rate-limit bucket. */
export function snowflake(): string {
  last += 1n;
  return String(700_000_000_000_000_000n + (last << 22n));
}

export function person(name: string, permissions = 0n, roles: readonly string[] = []): Person {
  return { id: snowflake(), name, permissions, roles };
}

export function userJson(
  { id, name }: Pick<Person, 'id' | 'name'>,
  bot = false,
): Readonly<Record<string, unknown>> {
  return { id, username: name, discriminator: '0', global_name: name, avatar: null, bot };
}

/** The one role of the stand-in's server. */
export const EDITORS = snowflake();

export function roleJson(id: string): Readonly<Record<string, unknown>> {
  return {
    id,
    name: 'Editors @everyone',
    color: 0,
    hoist: false,
    position: 1,
    permissions: '0',
    managed: false,
    mentionable: false,
    flags: 0,
  };
}
