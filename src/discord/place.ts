import { ChannelFlags, ChannelType, type BaseInteraction } from 'discord.js';
import type { Forum } from '../../commands/forum-tags.ts';
import { directMessagesOf, type Place } from '../records/briefing.ts';

type ChannelKind = Exclude<Place['kind'], 'direct-message'>;
export type PostingChannel =
  | ChannelType.GuildText
  | ChannelType.GuildAnnouncement
  | ChannelType.GuildForum
  | ChannelType.PublicThread
  | ChannelType.PrivateThread
  | ChannelType.AnnouncementThread;

/** Channels that can be posted in, by Discord's numbers. */
export const CHANNEL_KINDS: ReadonlyMap<PostingChannel, ChannelKind> = new Map([
  [ChannelType.GuildText, 'text'],
  [ChannelType.GuildAnnouncement, 'announcement'],
  [ChannelType.GuildForum, 'forum'],
  [ChannelType.PublicThread, 'thread'],
  [ChannelType.PrivateThread, 'thread'],
  [ChannelType.AnnouncementThread, 'thread'],
]);

/** The kind of a channel; null for one that nothing can be posted in. */
export function kindOfChannel(type: ChannelType): ChannelKind | null {
  return [...CHANNEL_KINDS].find(([known]) => known === type)?.[1] ?? null;
}

/** A forum of the interaction's own server; null for any other channel. */
export function forumOf({ guild }: Pick<BaseInteraction, 'guild'>, channelId: string): Forum | null {
  const channel = guild?.channels.cache.get(channelId);
  if (channel?.type !== ChannelType.GuildForum) return null;
  return {
    tags: channel.availableTags.map(({ id, name }) => ({ id, name })),
    needsTag: channel.flags.has(ChannelFlags.RequireTag),
  };
}

/** Where an interaction happens: a channel of its server, or the person's direct messages. Undefined where it is neither. */
export function placeOf({
  channel,
  guildId,
  user,
}: Pick<BaseInteraction, 'channel' | 'guildId' | 'user'>): Place | undefined {
  if (guildId === null) return directMessagesOf(user.id);
  const kind = channel === null ? null : kindOfChannel(channel.type);
  if (channel === null || kind === null || channel.isDMBased()) return undefined;
  return { channelId: channel.id, name: channel.name, kind, tags: [] };
}
