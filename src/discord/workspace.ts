import type { BaseInteraction } from 'discord.js';

/** Whose corpus an interaction works with: its server's, or in direct messages the person's own. */
export function workspaceOf({ guildId, user }: Pick<BaseInteraction, 'guildId' | 'user'>): string {
  return guildId === null ? `user:${user.id}` : `guild:${guildId}`;
}
