import { Client, Events, GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMessenger } from '../../src/discord/messenger.ts';
import { SourceError } from '../../src/errors.ts';
import type { Place, PostRequest } from '../../src/records/briefing.ts';
import type { Messenger } from '../../src/records/message.ts';
import { CHANNELS } from '../support/discord/channels.ts';
import { startFakeDiscord, type FakeDiscord } from '../support/discord/fake-discord.ts';

const V2 = 1 << 15;
const bodyOf = (words: string): unknown => ({
  flags: V2,
  allowed_mentions: { parse: [] },
  components: [{ type: 17, components: [{ type: 10, content: words }] }],
});
const EARLIER = new Date(Date.now() - 1000).toISOString();

describe('posting in channels', () => {
  let discord: FakeDiscord;
  let client: Client<true>;
  let messenger: Messenger;
  const violations: string[] = [];
  beforeEach(async () => {
    discord = await startFakeDiscord();
    const { token, restApi } = discord;
    const opened = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: restApi } });
    const ready = new Promise<Client<true>>((resolve) => opened.once(Events.ClientReady, resolve));
    await opened.login(token);
    client = await ready;
    messenger = createMessenger(client);
  });
  afterEach(async () => {
    await client.destroy();
    await discord.stop();
    violations.push(...discord.violations);
  });
  const placeOf = (kind: Exclude<Place['kind'], 'direct-message'>): Place => ({
    channelId: CHANNELS[kind],
    name: kind,
    kind,
    tags: [],
  });
  const requestFor = (place: Place, words = 'First', changes: Partial<PostRequest> = {}): PostRequest => ({
    place,
    body: bodyOf(words),
    files: [],
    nonce: `nonce of ${words}`.slice(0, 25),
    threadId: null,
    title: 'Morning brief – Mon 3 Mar 2031',
    ...changes,
  });

  it.each(['text', 'announcement', 'thread'] as const)('works in a channel of the kind %s', async (kind) => {
    const outcome = await messenger.post(requestFor(placeOf(kind)));
    expect(outcome).toEqual({ kind: 'posted', channelId: CHANNELS[kind], messageId: expect.any(String) });
    expect(discord.channels.messagesIn(CHANNELS[kind])).toHaveLength(1);
  });

  it('works in direct messages', async () => {
    const place: Place = { channelId: '700000000000000999', name: 'you', kind: 'direct-message', tags: [] };
    expect(await messenger.post(requestFor(place))).toMatchObject({ kind: 'posted' });
    discord.channels.refuseIn(place.channelId, 50007);
    expect(await messenger.post(requestFor(place))).toMatchObject({
      kind: 'blocked',
      problem: expect.stringContaining('direct messages are closed'),
    });
  });

  it('opens a post in a forum, and goes on in it', async () => {
    const forum = placeOf('forum');
    const first = await messenger.post(requestFor(forum));
    const [post] = discord.channels.posts;
    expect(post).toMatchObject({ name: 'Morning brief – Mon 3 Mar 2031', parentId: CHANNELS.forum });
    const threadId = post?.id ?? 'none';
    expect(first).toEqual({ kind: 'posted', channelId: threadId, messageId: threadId });
    await messenger.post(requestFor(forum, 'Second', { threadId }));
    expect(discord.channels.messagesIn(threadId)).toHaveLength(2);
  });

  it('carries a picture with words for those who do not see it', async () => {
    const picture = { name: 'stances.png', base64: 'iVBORw0KGgo=', description: 'Three denials, one claim.' };
    await messenger.post(requestFor(placeOf('text'), 'With a picture', { files: [picture] }));
    const [message] = discord.messages;
    expect(message?.body['attachments']).toEqual([
      { id: '0', filename: 'stances.png', description: 'Three denials, one claim.' },
    ]);
  });

  it('takes one message of one nonce, also where Discord answers 500 after it took it', async () => {
    const request = requestFor(placeOf('text'));
    discord.failNext({ method: 'POST', path: /messages$/, status: 500, applied: true });
    await messenger.post(request);
    await messenger.post(request);
    expect(discord.messages).toHaveLength(1);
  });

  it('opens no second post in a forum where Discord answers 500 after it opened one: it is found again', async () => {
    const request = requestFor(placeOf('forum'));
    discord.failNext({ method: 'POST', path: /threads$/, status: 500, applied: true });
    await expect(messenger.post(request)).rejects.toBeInstanceOf(SourceError);
    expect(discord.channels.posts).toHaveLength(1);
    expect(await messenger.findPosted(request, EARLIER)).toMatchObject({ kind: 'posted' });
  });

  it('says what to change where it may not even look for what it posted', async () => {
    discord.channels.refuseIn(CHANNELS.text, 10003);
    expect(await messenger.findPosted(requestFor(placeOf('text')), EARLIER)).toEqual({
      kind: 'blocked',
      problem: expect.stringContaining('is gone'),
    });
  });

  it('waits where Discord asks to', async () => {
    const headers = { 'Retry-After': '0.2' };
    const body = { message: 'slow down', retry_after: 0.2, global: false };
    discord.failNext({ method: 'POST', path: /messages$/, status: 429, applied: false, headers, body });
    expect(await messenger.post(requestFor(placeOf('text')))).toMatchObject({ kind: 'posted' });
  });

  it.each([
    [10003, 'The channel #text is gone'],
    [50001, 'I may not post in #text: give me'],
    [50013, 'I may not post in #text: give me'],
    [50083, 'The thread #text is archived: open it again'],
  ])('says what to change where Discord refuses with %i', async (code, sentence) => {
    discord.channels.refuseIn(CHANNELS.text, code);
    const outcome = await messenger.post(requestFor(placeOf('text')));
    expect(outcome).toEqual({ kind: 'blocked', problem: expect.stringContaining(sentence) });
  });

  it('rejects for what may pass by itself', async () => {
    for (let failure = 0; failure < 8; failure += 1)
      discord.failNext({ method: 'POST', path: /messages$/, status: 503, applied: false });
    await expect(messenger.post(requestFor(placeOf('text')))).rejects.toBeInstanceOf(SourceError);
  });

  it('finds what was posted before, by its words, and nothing else', async () => {
    const text = placeOf('text');
    const forum = placeOf('forum');
    const posted = await messenger.post(requestFor(text));
    const opened = await messenger.post(requestFor(forum));
    expect(await messenger.findPosted(requestFor(text), EARLIER)).toEqual(posted);
    expect(await messenger.findPosted(requestFor(text, 'Second'), EARLIER)).toBeNull();
    expect(await messenger.findPosted(requestFor(forum), EARLIER)).toEqual(opened);
    expect(await messenger.findPosted(requestFor(forum, 'First', { title: 'Another' }), EARLIER)).toBeNull();
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect(await messenger.findPosted(requestFor(text), tomorrow)).toBeNull();
  });

  it('finds it where people talked on since', async () => {
    const text = placeOf('text');
    const posted = await messenger.post(requestFor(text));
    const others = Array.from({ length: 101 }, (_, number) =>
      messenger.post(requestFor(text, `Other ${number}`)),
    );
    await Promise.all(others);
    expect(await messenger.findPosted(requestFor(text), EARLIER)).toEqual(posted);
    const last = await messenger.post(requestFor(text, 'The last one'));
    expect(await messenger.findPosted(requestFor(text, 'The last one'), EARLIER)).toEqual(last);
    expect(await messenger.findPosted(requestFor(text, 'Nobody said it'), EARLIER)).toBeNull();
  });

  it('broke none of Discord’s rules in all of this', () => {
    expect(violations).toEqual([]);
  });
});
