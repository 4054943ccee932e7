import { ApplicationIntegrationType, type BaseInteraction } from 'discord.js';

type Place = Pick<BaseInteraction, 'guildId' | 'user' | 'authorizingIntegrationOwners'>;

/**
 * Whose corpus an interaction works with: its server's; or the person's own in direct messages, and in servers that the
 * bot was not added to, where somebody brought it along.
 */
export function workspaceOf(place: Place): string {
  return isPrivate(place) ? `user:${place.user.id}` : `guild:${place.guildId}`;
}

/** Whether an interaction works with the corpus of the person alone. */
export function isPrivate({ guildId, authorizingIntegrationOwners: owners }: Place): boolean {
  return guildId === null || owners[ApplicationIntegrationType.GuildInstall] === undefined;
}
