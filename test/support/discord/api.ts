import { z } from 'zod';
import {
  APPLICATION,
  messageJson,
  refuse,
  type Interaction,
  type Reply,
  type ShownMessage,
} from './interactions.ts';
import { CommandBody } from './other-rules.ts';
import { snowflake } from './people.ts';
import { validateCommands, validateMessage } from './validate.ts';

/** A request as the API sees it: the path is decoded and starts after the version. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

export interface ApiOptions {
  readonly token: string;
  readonly gatewayUrl: () => string;
  readonly findInteraction: (token: string) => Interaction | undefined;
}

/** Discord's REST API as far as the bot uses it. It fails closed: what it does not know is a violation. */
export interface Api {
  /** Whatever the bot sent that Discord would call ill-formed. */
  readonly violations: string[];
  /** Refusals for reasons of state (10062, 40060 …), as codes in order. */
  readonly refusals: number[];
  /** Messages in channels. */
  readonly messages: readonly ShownMessage[];
  readonly registrations: () => number;
  /** The commands of a server and those of all servers. */
  commands(guildId: string | null): readonly CommandBody[];
  readonly handle: (request: ApiRequest) => Reply;
}

type Handler = (match: readonly string[], body: unknown) => Reply;
type Route = readonly [method: string, path: RegExp, needsToken: boolean, handle: Handler];

const ORIGINAL = /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/;

export function openApi({ token, gatewayUrl, findInteraction }: ApiOptions): Api {
  const violations: string[] = [];
  const refusals: number[] = [];
  const messages: ShownMessage[] = [];
  const nonces = new Map<string, ShownMessage>();
  const registered = new Map<string, readonly CommandBody[]>();
  let registrations = 0;

  const routes: readonly Route[] = [
    ['GET', /^\/gateway\/bot$/, true, tellGateway],
    ['PUT', /^\/applications\/\d+(?:\/guilds\/(\d+))?\/commands$/, true, register],
    ['POST', /^\/channels\/\d+\/messages$/, true, (_match, body) => createMessage(body)],
    [
      'POST',
      /^\/interactions\/\d+\/([^/]+)\/callback$/,
      false,
      ofInteraction((each, body) => each.callback(body)),
    ],
    ['PATCH', ORIGINAL, false, ofInteraction((each, body) => each.edit(body))],
    ['GET', ORIGINAL, false, ofInteraction((each) => each.read())],
    ['DELETE', ORIGINAL, false, ofInteraction((each) => each.remove())],
    ['POST', /^\/webhooks\/\d+\/([^/]+)$/, false, ofInteraction((each, body) => each.followUp(body))],
  ];
  return {
    violations,
    refusals,
    messages,
    registrations: () => registrations,
    commands: (guildId) => [...(registered.get('') ?? []), ...(registered.get(guildId ?? '-') ?? [])],
    handle,
  };

  function handle({ method, path, authorization, body }: ApiRequest): Reply {
    const route = routes.find(([routeMethod, pattern]) => routeMethod === method && pattern.test(path));
    if (!route) {
      violations.push(`no such route: ${method} ${path}`);
      return refuse(404, 0, '404: Not Found');
    }
    const [, pattern, needsToken, act] = route;
    if (needsToken && authorization !== `Bot ${token}`) return refuse(401, 0, '401: Unauthorized');
    const reply = act([...(pattern.exec(path) ?? [])], body);
    const refused = z.object({ code: z.number() }).safeParse(reply.body).data?.code;
    if (reply.status >= 400 && refused !== undefined && refused !== 50035) refusals.push(refused);
    return reply;
  }

  function ofInteraction(act: (interaction: Interaction, body: unknown) => Reply): Handler {
    return ([, key = ''], body) => {
      const interaction = findInteraction(key);
      return interaction ? act(interaction, body) : refuse(404, 10015, 'Unknown Webhook');
    };
  }

  function tellGateway(): Reply {
    const limit = { total: 1000, remaining: 999, reset_after: 1000, max_concurrency: 1 };
    return { status: 200, body: { url: gatewayUrl(), shards: 1, session_start_limit: limit } };
  }

  function register([, where]: readonly string[], body: unknown): Reply {
    const problems = validateCommands(body);
    if (problems.length > 0) return illFormed(problems);
    const commands = z.array(CommandBody).parse(body);
    registrations += 1;
    registered.set(where ?? '', commands);
    const told = commands.map((command) =>
      Object.assign({ id: snowflake(), application_id: APPLICATION, version: '1' }, command),
    );
    return { status: 200, body: told };
  }

  /** A nonce that was used in the past minutes gives back the message that was made with it. */
  function createMessage(body: unknown): Reply {
    const problems = validateMessage(body, 'MessageCreateRequest');
    if (problems.length > 0) return illFormed(problems);
    const { nonce, enforce_nonce: enforce, flags } = Created.parse(body);
    const known = enforce === true && nonce ? nonces.get(nonce) : undefined;
    if (known) return { status: 200, body: messageJson(known) };
    const shown = z.looseObject({}).parse(body);
    const message = { id: snowflake(), flags: flags ?? 0, body: shown, pending: false, edits: 0 };
    messages.push(message);
    if (nonce) nonces.set(nonce, message);
    return { status: 200, body: messageJson(message) };
  }

  function illFormed(problems: readonly string[]): Reply {
    violations.push(...problems);
    const errors = { _errors: problems };
    return { status: 400, body: { code: 50035, message: 'Invalid Form Body', errors } };
  }
}

const Created = z.looseObject({
  nonce: z.string().nullish(),
  enforce_nonce: z.boolean().nullish(),
  flags: z.number().nullish(),
});
