import { DiscordAPIError, REST, RESTJSONErrorCodes, Routes, SnowflakeUtil, type Client } from 'discord.js';
import { z } from 'zod';
import { SourceError } from '../errors.ts';
import type { PostOutcome, PostRequest } from '../records/briefing.ts';
import type { Messenger, Posted } from '../records/message.ts';
import { describeBlock } from './blocked.ts';

const Body = z.looseObject({ components: z.array(z.unknown()).optional() });
const Created = z.looseObject({ id: z.string(), channel_id: z.string() });
const OpenedPost = z.looseObject({ id: z.string() });
const DirectChannel = z.looseObject({ id: z.string() });
const Listed = z.array(
  z.looseObject({
    id: z.string(),
    channel_id: z.string(),
    author: z.looseObject({ id: z.string() }),
    components: z.array(z.unknown()).default([]),
    content: z.string().default(''),
  }),
);
const Threads = z.looseObject({
  threads: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      parent_id: z.string().nullish(),
      owner_id: z.string().nullish(),
    }),
  ),
});

/** As many messages as one look at a channel brings, and looks at one channel: people may have talked on meanwhile. */
const MOST_LISTED = 100;
const MOST_LOOKS = 20;
/** A message is dated by Discord's clock, which may be behind ours. */
const CLOCK_MS = 60_000;

/** Posts through a client that is logged in. Nothing pings but what a body's `allowed_mentions` name. */
export function createMessenger(client: Client<true>): Messenger {
  // What carries no nonce must not be sent a second time by the client itself: the first may have been carried out.
  const once = new REST({ ...client.options.rest, retries: 0 }).setToken(client.token);
  return {
    post: (request) =>
      orBlocked(request, client, () =>
        opensPost(request) ? openPost(once, request) : createMessage(client, request),
      ),
    async isMember(guildId, userId) {
      try {
        await client.rest.get(Routes.guildMember(guildId, userId));
        return true;
      } catch (error) {
        if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMember) return false;
        throw new SourceError('Discord does not tell who is in a server; it is asked again soon.', {
          cause: error,
        });
      }
    },
    findPosted(request, since) {
      const after = SnowflakeUtil.generate({ timestamp: Date.parse(since) - CLOCK_MS }).toString();
      return orBlocked(request, client, () =>
        opensPost(request) ? findPost(client, request, after) : findMessage(client, request, after),
      );
    },
  };
}

/** A forum has no messages of its own: the first one opens a post. */
const opensPost = ({ place, threadId }: PostRequest): boolean => place.kind === 'forum' && threadId === null;

/** What keeps a message out until somebody changes it is an outcome; everything else may pass by itself. */
async function orBlocked<Result>(
  { place }: PostRequest,
  client: Client,
  work: () => Promise<Result>,
): Promise<Result | Extract<PostOutcome, { kind: 'blocked' }>> {
  try {
    return await work();
  } catch (error) {
    const problem = describeBlock(error, place, client);
    if (problem !== null) return { kind: 'blocked', problem };
    throw new SourceError('Discord did not take a message; it is tried again soon.', { cause: error });
  }
}

async function createMessage({ rest }: Client, request: PostRequest): Promise<Posted> {
  const { body, nonce } = request;
  const created = await rest.post(Routes.channelMessages(await channelOf(rest, request)), {
    body: { ...withFiles(request), ...Body.parse(body), nonce, enforce_nonce: true },
    files: filesOf(request),
  });
  const { id, channel_id: channelId } = Created.parse(created);
  return { kind: 'posted', channelId, messageId: id };
}

/** A forum has no messages of its own, only posts; a post's first message has the post's id. */
async function openPost(once: REST, request: PostRequest): Promise<Posted> {
  const { place, title, body } = request;
  const opened = await once.post(Routes.threads(place.channelId), {
    body: {
      name: title,
      message: { ...withFiles(request), ...Body.parse(body) },
      applied_tags: place.tags.map(({ id }) => id),
    },
    files: filesOf(request),
  });
  const { id } = OpenedPost.parse(opened);
  return { kind: 'posted', channelId: id, messageId: id };
}

async function channelOf(rest: Client['rest'], { place, threadId }: PostRequest): Promise<string> {
  if (place.kind !== 'direct-message') return threadId ?? place.channelId;
  const opened = await rest.post(Routes.userChannels(), { body: { recipient_id: place.channelId } });
  return DirectChannel.parse(opened).id;
}

function withFiles({ files }: PostRequest): { readonly attachments?: readonly object[] } {
  if (files.length === 0) return {};
  return {
    attachments: files.map(({ name, description }, index) => ({
      id: String(index),
      filename: name,
      description,
    })),
  };
}

function filesOf({ files }: PostRequest): { name: string; data: Buffer }[] {
  return files.map(({ name, base64 }) => ({ name, data: Buffer.from(base64, 'base64') }));
}

/** The words of components, in reading order: what a message is known again by. Discord adds ids and defaults to the rest. */
function wordsIn(value: unknown): string {
  const words: string[] = [];
  const read = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(read);
    else if (part !== null && typeof part === 'object') {
      for (const [key, inner] of Object.entries(part)) {
        if (key === 'content' && typeof inner === 'string' && inner !== '') words.push(inner.trim());
        else if (typeof inner === 'object') read(inner);
      }
    }
  };
  read(value);
  return words.join('\n');
}

async function findMessage(
  client: Client<true>,
  request: PostRequest,
  after: string,
): Promise<Posted | null> {
  const channelId = await channelOf(client.rest, request);
  const words = wordsIn(request.body);
  let from = after;
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const query = new URLSearchParams({ after: from, limit: String(MOST_LISTED) });
    const listed = Listed.parse(await client.rest.get(Routes.channelMessages(channelId), { query }));
    const found = listed.find(
      (message) =>
        message.author.id === client.user.id &&
        wordsIn({ content: message.content, components: message.components }) === words,
    );
    if (found !== undefined) return { kind: 'posted', channelId, messageId: found.id };
    if (listed.length < MOST_LISTED) return null;
    from = listed
      .map(({ id }) => id)
      .reduce((newest, id) => (BigInt(id) > BigInt(newest) ? id : newest), from);
  }
  return null;
}

/** The forum's post of this title that the bot opened since. */
async function findPost(
  client: Client<true>,
  { place, title }: PostRequest,
  after: string,
): Promise<Posted | null> {
  const channel = client.channels.cache.get(place.channelId);
  if (channel === undefined || channel.isDMBased()) return null;
  const { threads } = Threads.parse(await client.rest.get(Routes.guildActiveThreads(channel.guildId)));
  const found = threads.find(
    ({ id, name, parent_id: parent, owner_id: owner }) =>
      parent === place.channelId && owner === client.user.id && name === title && BigInt(id) > BigInt(after),
  );
  return found === undefined ? null : { kind: 'posted', channelId: found.id, messageId: found.id };
}
