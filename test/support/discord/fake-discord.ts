import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import {
  autocompleteData,
  commandData,
  interactionBase,
  type FileToAttach,
  type Place,
  type TypedOptions,
} from './client-side.ts';
import { openGateway, type Gateway } from './gateway.ts';
import {
  APPLICATION,
  BOT_USER,
  CHANNEL,
  messageJson,
  openInteraction,
  refuse,
  type Choice,
  type Interaction,
  type InteractionKind,
  type Outcome,
  type Reply,
  type ShownMessage,
  type ShownModal,
} from './interactions.ts';
import { flattenComponents, componentsOf } from './message-rules.ts';
import { CommandBody } from './other-rules.ts';
import { snowflake, userJson, type Person } from './people.ts';
import { validateCommands, validateMessage } from './validate.ts';

/** A failure that the next matching request meets. */
interface Fault {
  readonly method: string;
  readonly path: RegExp;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The request is carried out all the same: Discord did its work and the answer got lost. */
  readonly applied?: boolean;
}

/**
 * Discord on loopback: REST and gateway as far as an unmodified discord.js client that logs in and serves interactions
 * needs them. It checks every request body and every rule of state, and fails closed on a route it does not know.
 */
export interface FakeDiscord {
  readonly token: string;
  readonly restApi: string;
  readonly guildId: string;
  readonly gateway: Gateway;
  /** Whatever the bot did that Discord would call ill-formed. Every test ends with none. */
  readonly violations: readonly string[];
  /** Refusals for reasons of state (10062, 40060 …), as codes in order. */
  readonly refusals: readonly number[];
  /** Requests, as `PATCH /webhooks/…`, in order. */
  readonly requests: readonly string[];
  readonly messages: readonly ShownMessage[];
  /** How often commands were registered, and what is registered in a place. */
  registrations(): number;
  commands(place?: Place): readonly CommandBody[];
  /** Moves Discord's clock on. */
  advance(milliseconds: number): void;
  failNext(fault: Fault): void;
  runCommand(who: Person, name: string, typed: TypedOptions, place?: Place): Interaction;
  press(who: Person, message: ShownMessage, label: string, place?: Place): Interaction;
  complete(who: Person, name: string, typed: Readonly<Record<string, string>>, focused: string): Interaction;
  submit(
    who: Person,
    modal: ShownModal,
    values: Readonly<Record<string, string>>,
    place?: Place,
  ): Interaction;
  stop(): Promise<void>;
}

/** What kind of interaction is sent, with its data, and the message its component stands on. */
interface Sent {
  readonly type: number;
  readonly data: object;
  readonly message?: object;
  readonly source?: ShownMessage | null;
}

type Handler = (match: readonly string[], body: unknown) => Reply;

export async function startFakeDiscord(): Promise<FakeDiscord> {
  const token = `fake.${snowflake()}`;
  const guildId = snowflake();
  const violations: string[] = [];
  const refusals: number[] = [];
  const requests: string[] = [];
  const messages: ShownMessage[] = [];
  const nonces = new Map<string, ShownMessage>();
  const faults: Fault[] = [];
  const interactions: Interaction[] = [];
  const files = new Map<string, FileToAttach>();
  const registered = new Map<string, readonly CommandBody[]>();
  let registrations = 0;
  let ahead = 0;

  const routes: readonly (readonly [method: string, path: RegExp, auth: boolean, handle: Handler])[] = [
    ['GET', /^\/gateway\/bot$/, true, tellGateway],
    ['PUT', /^\/applications\/(\d+)(?:\/guilds\/(\d+))?\/commands$/, true, register],
    [
      'POST',
      /^\/interactions\/(\d+)\/([^/]+)\/callback$/,
      false,
      ([, , key], body) => withInteraction(key, (each) => each.callback(body)),
    ],
    [
      'PATCH',
      /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/,
      false,
      ([, , key], body) => withInteraction(key, (each) => each.edit(body)),
    ],
    [
      'GET',
      /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/,
      false,
      ([, , key]) => withInteraction(key, readOriginal),
    ],
    [
      'DELETE',
      /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/,
      false,
      ([, , key]) => withInteraction(key, (each) => each.remove()),
    ],
    [
      'POST',
      /^\/webhooks\/(\d+)\/([^/]+)$/,
      false,
      ([, , key], body) => withInteraction(key, (each) => each.followUp(body)),
    ],
    ['POST', /^\/channels\/(\d+)\/messages$/, true, (_match, body) => createMessage(body)],
  ];

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  const gateway = openGateway(server, {
    token,
    ready: () => ({
      user: BOT_USER,
      application: { id: APPLICATION, flags: 0 },
      guilds: [{ id: guildId, unavailable: true }],
      resume_gateway_url: `ws://127.0.0.1:${port}`,
    }),
    guilds: () => [guildJson(guildId)],
  });

  return {
    token,
    restApi: `http://127.0.0.1:${port}/api`,
    guildId,
    gateway,
    violations,
    refusals,
    requests,
    messages,
    registrations: () => registrations,
    commands: ({ guildId: where } = { guildId }) => [
      ...(registered.get('') ?? []),
      ...(registered.get(where ?? '-') ?? []),
    ],
    advance: (milliseconds) => (ahead += milliseconds),
    failNext: (fault) => faults.push(fault),
    runCommand(who, name, typed, place = { guildId }) {
      return send('command', who, place, {
        type: 2,
        data: commandData(findCommand(name, place), typed, attach),
      });
    },
    complete(who, name, typed, focused) {
      const place = { guildId };
      return send('autocomplete', who, place, {
        type: 4,
        data: autocompleteData(findCommand(name, place), typed, focused),
      });
    },
    press(who, message, label, place = { guildId }) {
      const button = flattenComponents(componentsOf(message.body)).find(
        (each) => each.type === 2 && each.label === label,
      );
      if (!button) throw new Error(`the message has no button ${label}`);
      const data = { custom_id: button.custom_id, component_type: 2 };
      return send('component', who, place, { type: 3, data, message: messageJson(message), source: message });
    },
    submit(who, modal, values, place = { guildId }) {
      return send('modal', who, place, {
        type: 5,
        data: { custom_id: modal.customId, components: fillModal(modal, values) },
      });
    },
    async stop() {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  function now(): number {
    return Date.now() + ahead;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://fake');
    const file = files.get(url.pathname);
    if (file) return void response.end(file.bytes);
    const path = decodeURIComponent(url.pathname).replace(/^\/api\/v10/, '');
    const body = await readBody(request);
    requests.push(`${request.method} ${path}`);
    const fault = faults.find((each) => each.method === request.method && each.path.test(path));
    if (fault) faults.splice(faults.indexOf(fault), 1);
    const carriedOut = fault && !fault.applied ? null : carryOut(request, path, body);
    const reply = fault ?? carriedOut ?? { status: 500 };
    const type = reply.body === undefined ? {} : { 'Content-Type': 'application/json' };
    response.writeHead(reply.status, { ...type, ...fault?.headers });
    response.end(reply.body === undefined ? '' : JSON.stringify(reply.body));
  }

  function carryOut(request: IncomingMessage, path: string, body: unknown): Reply {
    for (const [method, pattern, auth, handle] of routes) {
      const match = method === request.method ? pattern.exec(path) : null;
      if (!match) continue;
      if (auth && request.headers.authorization !== `Bot ${token}`)
        return refuse(401, 0, '401: Unauthorized');
      const reply = handle([...match], body);
      const refused = z.object({ code: z.number() }).safeParse(reply.body).data?.code;
      if (reply.status >= 400 && refused !== undefined && refused !== 50035) refusals.push(refused);
      return reply;
    }
    violations.push(`no such route: ${request.method} ${path}`);
    return refuse(404, 0, '404: Not Found');
  }

  function tellGateway(): Reply {
    const limit = { total: 1000, remaining: 999, reset_after: 1000, max_concurrency: 1 };
    return { status: 200, body: { url: `ws://127.0.0.1:${port}`, shards: 1, session_start_limit: limit } };
  }

  function register([, , where]: readonly string[], body: unknown): Reply {
    const problems = validateCommands(body);
    if (problems.length > 0) return illFormed(problems);
    const commands = z.array(CommandBody).parse(body);
    registrations += 1;
    registered.set(where ?? '', commands);
    return {
      status: 200,
      body: commands.map((command) =>
        Object.assign({ id: snowflake(), application_id: APPLICATION, version: '1' }, command),
      ),
    };
  }

  /** A nonce that was used in the past minutes gives back the message that was made with it. */
  function createMessage(body: unknown): Reply {
    const problems = validateMessage(body, 'MessageCreateRequest');
    if (problems.length > 0) return illFormed(problems);
    const {
      nonce,
      enforce_nonce: enforce,
      flags,
    } = z
      .looseObject({
        nonce: z.string().nullish(),
        enforce_nonce: z.boolean().nullish(),
        flags: z.number().nullish(),
      })
      .parse(body);
    const known = enforce === true && nonce ? nonces.get(nonce) : undefined;
    const message = known ?? {
      id: snowflake(),
      flags: flags ?? 0,
      body: z.looseObject({}).parse(body),
      pending: false,
      edits: 0,
    };
    if (!known) messages.push(message);
    if (nonce) nonces.set(nonce, message);
    return { status: 200, body: messageJson(message) };
  }

  function illFormed(problems: readonly string[]): Reply {
    violations.push(...problems);
    return {
      status: 400,
      body: { code: 50035, message: 'Invalid Form Body', errors: { _errors: problems } },
    };
  }

  function withInteraction(key: string | undefined, act: (interaction: Interaction) => Reply): Reply {
    const interaction = interactions.find((each) => each.token === key);
    return interaction ? act(interaction) : refuse(404, 10015, 'Unknown Webhook');
  }

  function attach(file: FileToAttach): string {
    const path = `/attachments/${snowflake()}/${encodeURIComponent(file.name)}`;
    files.set(path, file);
    return `http://127.0.0.1:${port}${path}`;
  }

  function findCommand(name: string, place: Place): CommandBody {
    const command = [...(registered.get('') ?? []), ...(registered.get(place.guildId ?? '-') ?? [])].find(
      (each) => each.name === name,
    );
    if (!command) throw new Error(`/${name} is not registered here`);
    return command;
  }

  function send(
    kind: InteractionKind,
    who: Person,
    place: Place,
    { source = null, ...data }: Sent,
  ): Interaction {
    const interaction = openInteraction({
      kind,
      source,
      now,
      violated: (problem) => violations.push(problem),
    });
    interactions.push(interaction);
    gateway.dispatch('INTERACTION_CREATE', { ...interactionBase(interaction, who, place), ...data });
    return interaction;
  }
}

function readOriginal(interaction: Interaction): Reply {
  const original = interaction.original();
  return 'status' in original ? original : { status: 200, body: messageJson(original) };
}

function fillModal(modal: ShownModal, values: Readonly<Record<string, string>>): readonly object[] {
  const fields = z.array(
    z.looseObject({
      custom_id: z.string(),
      required: z.boolean().nullish(),
      max_length: z.number().nullish(),
      value: z.string().nullish(),
    }),
  );
  const inputs = fields.parse(modal.components.map((component) => component.component));
  for (const name of Object.keys(values))
    if (!inputs.some((input) => input.custom_id === name)) throw new Error(`no field ${name}`);
  return inputs.map((input, index) => {
    const value = values[input.custom_id] ?? input.value ?? '';
    if (input.required !== false && value === '') throw new Error(`${input.custom_id} is required`);
    if (value.length > (input.max_length ?? 4000)) throw new Error(`${input.custom_id} is too long`);
    return {
      type: 18,
      id: index + 1,
      component: { type: 4, id: index + 10, custom_id: input.custom_id, value },
    };
  });
}

function guildJson(id: string): Readonly<Record<string, unknown>> {
  return {
    id,
    name: 'Newsroom',
    unavailable: false,
    owner_id: APPLICATION,
    features: [],
    roles: [],
    emojis: [],
    stickers: [],
    channels: [{ id: CHANNEL, type: 0, name: 'desk', guild_id: id, permission_overwrites: [] }],
    members: [
      {
        user: userJson({ id: APPLICATION, name: 'OnRecord', permissions: 0n }, true),
        roles: [],
        joined_at: '2024-01-01T00:00:00.000Z',
      },
    ],
    threads: [],
    presences: [],
    voice_states: [],
    member_count: 2,
  };
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(z.instanceof(Uint8Array).parse(chunk)));
  const text = Buffer.concat(chunks).toString();
  return text === '' ? null : JSON.parse(text);
}

/** The message an interaction led to. Throws when it led to something else. */
export async function shownMessage(interaction: Interaction): Promise<ShownMessage> {
  const outcome = await interaction.outcome;
  if (outcome.kind !== 'message') throw new Error(`got a ${outcome.kind}`);
  return outcome.message;
}

export async function shownModal(interaction: Interaction): Promise<ShownModal> {
  const outcome: Outcome = await interaction.outcome;
  if (outcome.kind !== 'modal') throw new Error(`got a ${outcome.kind}`);
  return outcome.modal;
}

export async function shownChoices(interaction: Interaction): Promise<readonly Choice[]> {
  const outcome = await interaction.outcome;
  if (outcome.kind !== 'choices') throw new Error(`got ${outcome.kind}`);
  return outcome.choices;
}

/** All text of a message, one text display a line. */
export function textOf(message: ShownMessage): string {
  return flattenComponents(componentsOf(message.body))
    .flatMap((component) => component.content ?? [])
    .join('\n');
}
