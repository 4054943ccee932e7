import { z } from 'zod';
import { APPLICATION, CHANNEL, messageJson, refuse, type Reply, type ShownMessage } from './interactions.ts';
import { snowflake } from './people.ts';
import { checkSchema } from './schemas.ts';
import { validateMessage } from './validate.ts';

/** Channels of the server, each of its kind: Discord's number of it, and its name. */
const KINDS = { text: 0, announcement: 5, thread: 11, forum: 15 } as const;
type Kind = keyof typeof KINDS;

/** The channels of the one server; the text channel is where commands are used. */
export const CHANNELS: Readonly<Record<Kind, string>> = {
  text: CHANNEL,
  announcement: snowflake(),
  thread: snowflake(),
  forum: snowflake(),
};
export const FORUM_TAG = snowflake();
const DISCORD_EPOCH = 1_420_070_400_000;

/** A post in a forum, or a thread. */
interface ThreadState {
  readonly id: string;
  readonly name: string;
  readonly parentId: string;
  readonly tags: readonly string[];
}

export interface Channels {
  /** All messages that were posted, in their order. */
  readonly messages: readonly ShownMessage[];
  readonly posts: readonly ThreadState[];
  /** The messages of a channel, thread or person's direct messages. */
  messagesIn(channelId: string): readonly ShownMessage[];
  /** Refuses whatever is posted there with one of Discord's codes, until it is allowed again with null. */
  refuseIn(channelId: string, code: number | null): void;
  create(channelId: string, body: unknown): Reply;
  openPost(channelId: string, body: unknown): Reply;
  list(channelId: string, query: URLSearchParams): Reply;
  activeThreads(): Reply;
  openDirect(body: unknown): Reply;
}

const Created = z.looseObject({
  nonce: z.string().nullish(),
  enforce_nonce: z.boolean().nullish(),
  flags: z.number().nullish(),
});
const Opened = z.looseObject({
  name: z.string(),
  message: z.looseObject({ flags: z.number().nullish() }),
  applied_tags: z.array(z.string()).default([]),
});
const STATUS: Readonly<Record<number, number>> = { 10003: 404, 50001: 403, 50013: 403, 50007: 403 };

/** Discord's channels as far as the bot posts in them. `violated` is told what Discord would call ill-formed. */
export function openChannels(options: {
  readonly now: () => number;
  readonly violated: (problems: readonly string[]) => void;
}): Channels {
  const messages: ShownMessage[] = [];
  const places = new Map<string, string>();
  const nonces = new Map<string, ShownMessage>();
  const refused = new Map<string, number>();
  const posts: ThreadState[] = [];
  let made = 0n;
  /** Ids tell when they were made, as Discord's do. */
  const timedId = (): string => {
    made += 1n;
    return String((BigInt(options.now() - DISCORD_EPOCH) << 22n) + (made % 4096n));
  };
  const illFormed = (problems: readonly string[]): Reply => {
    options.violated(problems);
    return {
      status: 400,
      body: { code: 50035, message: 'Invalid Form Body', errors: { _errors: problems } },
    };
  };
  const refusal = (channelId: string): Reply | null => {
    const code = refused.get(channelId);
    return code === undefined ? null : refuse(STATUS[code] ?? 400, code, `refused with ${code}`);
  };
  const keep = (id: string, channelId: string, body: unknown, flags: number): ShownMessage => {
    const shown = z.looseObject({}).parse(body);
    const message = { id, flags, body: shown, pending: false, edits: 0 };
    messages.push(message);
    places.set(id, channelId);
    return message;
  };
  const json = (message: ShownMessage) => ({
    ...messageJson(message),
    channel_id: places.get(message.id) ?? CHANNEL,
  });
  return {
    messages,
    posts,
    messagesIn: (channelId) => messages.filter(({ id }) => places.get(id) === channelId),
    refuseIn: (channelId, code) =>
      void (code === null ? refused.delete(channelId) : refused.set(channelId, code)),
    create(channelId, body) {
      const no = refusal(channelId);
      if (no !== null) return no;
      if (channelId === CHANNELS.forum)
        return refuse(400, 50024, 'Cannot execute action on this channel type');
      const problems = validateMessage(body, 'MessageCreateRequest');
      if (problems.length > 0) return illFormed(problems);
      const { nonce, enforce_nonce: enforce, flags } = Created.parse(body);
      // A nonce that was used in the past minutes gives back the message that was made with it.
      const known = enforce === true && nonce ? nonces.get(nonce) : undefined;
      if (known) return { status: 200, body: json(known) };
      const message = keep(timedId(), channelId, body, flags ?? 0);
      if (nonce) nonces.set(nonce, message);
      return { status: 200, body: json(message) };
    },
    openPost(channelId, body) {
      const no = refusal(channelId);
      if (no !== null) return no;
      const problems = checkSchema('CreateForumThreadRequest', body);
      const opened = Opened.safeParse(body);
      if (!opened.success) return illFormed([...problems, 'a post has a name and a message']);
      const { name, message, applied_tags: tags } = opened.data;
      const wrong = [
        ...problems,
        ...validateMessage(message, 'BaseCreateMessageCreateRequest'),
        ...(name.length < 1 || name.length > 100 ? [`a post's name has ${name.length} characters`] : []),
        ...tags.filter((tag) => tag !== FORUM_TAG).map((tag) => `the forum has no tag ${tag}`),
      ];
      if (wrong.length > 0) return illFormed(wrong);
      const id = timedId();
      posts.push({ id, name, parentId: channelId, tags });
      keep(id, id, message, message.flags ?? 0);
      return {
        status: 201,
        body: { ...threadJson({ id, name, parentId: channelId, tags }), message: { id } },
      };
    },
    list(channelId, query) {
      const no = refusal(channelId);
      if (no !== null) return no;
      const after = BigInt(query.get('after') ?? '0');
      const found = messages.filter(({ id }) => places.get(id) === channelId && BigInt(id) > after);
      return {
        status: 200,
        body: found
          .slice(0, Number(query.get('limit') ?? '50'))
          .toReversed()
          .map(json),
      };
    },
    activeThreads: () => ({ status: 200, body: { threads: posts.map(threadJson), members: [] } }),
    openDirect(body) {
      const { recipient_id: recipient } = z.looseObject({ recipient_id: z.string() }).parse(body);
      const no = refusal(recipient);
      if (no !== null) return no;
      return { status: 200, body: { id: recipient, type: 1, recipients: [] } };
    },
  };
}

function threadJson({ id, name, parentId, tags }: ThreadState): Readonly<Record<string, unknown>> {
  return { id, name, type: KINDS.thread, parent_id: parentId, owner_id: APPLICATION, applied_tags: tags };
}

/** The channels and threads of the server, as GUILD_CREATE tells them. */
export function channelsJson(guildId: string): {
  readonly channels: readonly object[];
  readonly threads: readonly object[];
} {
  const base = { guild_id: guildId, permission_overwrites: [] };
  const channelOf = (kind: Kind, name: string) => ({ ...base, id: CHANNELS[kind], type: KINDS[kind], name });
  return {
    channels: [
      channelOf('text', 'desk'),
      channelOf('announcement', 'wire'),
      {
        ...channelOf('forum', 'daily'),
        available_tags: [{ id: FORUM_TAG, name: 'briefing', moderated: false }],
      },
    ],
    threads: [
      {
        ...channelOf('thread', 'harbour'),
        parent_id: CHANNELS.text,
        owner_id: APPLICATION,
        thread_metadata: {
          archived: false,
          locked: false,
          auto_archive_duration: 1440,
          archive_timestamp: '2024-09-10T09:00:00.000000+00:00',
        },
      },
    ],
  };
}

/** A channel as an option of a command tells it. */
export function channelJson(id: string): Readonly<Record<string, unknown>> {
  const { channels, threads } = channelsJson(CHANNEL);
  const known = z
    .array(z.looseObject({ id: z.string(), type: z.number(), name: z.string() }))
    .parse([...channels, ...threads]);
  const channel = known.find((each) => each.id === id);
  return { id, type: channel?.type, name: channel?.name, permissions: '0' };
}
