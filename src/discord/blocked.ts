import { DiscordAPIError, PermissionFlagsBits, RESTJSONErrorCodes, type Client } from 'discord.js';
import type { Place } from '../records/briefing.ts';

type Kind = Place['kind'];

/** What the bot needs in a channel to post there, by the names that Discord shows. */
const NEEDED: readonly (readonly [name: string, bit: bigint, kinds: readonly Kind[]])[] = [
  ['View Channel', PermissionFlagsBits.ViewChannel, ['text', 'announcement', 'thread', 'forum']],
  ['Send Messages', PermissionFlagsBits.SendMessages, ['text', 'announcement', 'forum']],
  ['Send Messages in Threads', PermissionFlagsBits.SendMessagesInThreads, ['thread', 'forum']],
  // Without it what was posted before a process died can't be found again.
  [
    'Read Message History',
    PermissionFlagsBits.ReadMessageHistory,
    ['text', 'announcement', 'thread', 'forum'],
  ],
  ['Attach Files', PermissionFlagsBits.AttachFiles, ['text', 'announcement', 'thread', 'forum']],
];

/** Discord's code for a thread that is archived, https://docs.discord.com/developers/topics/opcodes-and-status-codes. */
const ARCHIVED_THREAD = 50083;

/** The sentence that says what keeps a message out of a place and what to change; null for what may pass by itself. */
export function describeBlock(error: unknown, place: Place, client: Client): string | null {
  if (!(error instanceof DiscordAPIError)) return null;
  const where =
    place.kind === 'direct-message' ? 'your direct messages' : `#${place.name.replace(/^#/u, '')}`;
  switch (error.code) {
    case RESTJSONErrorCodes.UnknownChannel:
      return `The channel ${where} is gone: choose another one.`;
    case RESTJSONErrorCodes.MissingAccess:
    case RESTJSONErrorCodes.MissingPermissions:
      return `I may not post in ${where}: give me ${missingIn(place, client)} there.`;
    case RESTJSONErrorCodes.CannotSendMessagesToThisUser:
      return 'Your direct messages are closed to me: allow direct messages from members of our server.';
    case RESTJSONErrorCodes.ThreadLocked:
      return `The thread ${where} is locked: unlock it, or choose another channel.`;
    case ARCHIVED_THREAD:
      return `The thread ${where} is archived: open it again, or choose another channel.`;
    case RESTJSONErrorCodes.TagRequiredToCreateAForumPostInThisChannel:
      return `The forum ${where} asks for a tag: choose one for its posts.`;
    default:
      return null;
  }
}

/** The permissions that are missing as far as is known, else those that are needed at all. */
function missingIn({ channelId, kind }: Place, client: Client): string {
  const channel = client.channels.cache.get(channelId);
  const me = client.user;
  const held =
    channel === undefined || channel.isDMBased() || me === null ? null : channel.permissionsFor(me);
  const needed = NEEDED.filter(([, , kinds]) => kinds.includes(kind));
  const missing = held === null ? [] : needed.filter(([, bit]) => !held.has(bit));
  return (missing.length === 0 ? needed : missing).map(([name]) => name).join(', ');
}
