import { z } from 'zod';
import { APPLICATION, refuse, type Interaction, type Reply, type ShownMessage } from './interactions.ts';
import { openChannels, type Channels } from './channels.ts';
import { CommandBody } from './other-rules.ts';
import { snowflake } from './people.ts';
import { validateCommands } from './validate.ts';

/** A request as the API sees it: the path is decoded and starts after the version. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
  readonly query: URLSearchParams;
}

export interface ApiOptions {
  readonly token: string;
  readonly gatewayUrl: () => string;
  readonly findInteraction: (token: string) => Interaction | undefined;
  readonly now: () => number;
}

/** Discord's REST API as far as the bot uses it. It fails closed: what it does not know is a violation. */
export interface Api {
  /** Whatever the bot sent that Discord would call ill-formed. */
  readonly violations: string[];
  /** Refusals for reasons of state (10062, 40060 …), as codes in order. */
  readonly refusals: number[];
  readonly channels: Channels;
  /** People who are in no server any more. */
  readonly left: Set<string>;
  /** Messages in channels. */
  readonly messages: readonly ShownMessage[];
  readonly registrations: () => number;
  /** The commands of a server and those of all servers. */
  commands(guildId: string | null): readonly CommandBody[];
  readonly handle: (request: ApiRequest) => Reply;
}

type Handler = (match: readonly string[], request: ApiRequest) => Reply;
type Route = readonly [method: string, path: RegExp, needsToken: boolean, handle: Handler];

const ORIGINAL = /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/;

export function openApi({ token, gatewayUrl, findInteraction, now }: ApiOptions): Api {
  const violations: string[] = [];
  const refusals: number[] = [];
  const channels = openChannels({ now, violated: (problems) => void violations.push(...problems) });
  const left = new Set<string>();
  const registered = new Map<string, readonly CommandBody[]>();
  let registrations = 0;

  const routes: readonly Route[] = [
    ['GET', /^\/gateway\/bot$/, true, tellGateway],
    ['PUT', /^\/applications\/\d+(?:\/guilds\/(\d+))?\/commands$/, true, register],
    ['POST', /^\/channels\/(\d+)\/messages$/, true, ([, id = ''], { body }) => channels.create(id, body)],
    ['GET', /^\/channels\/(\d+)\/messages$/, true, ([, id = ''], { query }) => channels.list(id, query)],
    ['POST', /^\/channels\/(\d+)\/threads$/, true, ([, id = ''], { body }) => channels.openPost(id, body)],
    ['GET', /^\/guilds\/\d+\/threads\/active$/, true, () => channels.activeThreads()],
    [
      'GET',
      /^\/guilds\/\d+\/members\/(\d+)$/,
      true,
      ([, id = '']) =>
        left.has(id) ? refuse(404, 10007, 'Unknown Member') : { status: 200, body: { user: { id } } },
    ],
    ['POST', /^\/users\/@me\/channels$/, true, (_match, { body }) => channels.openDirect(body)],
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
    left,
    violations,
    refusals,
    channels,
    messages: channels.messages,
    registrations: () => registrations,
    commands: (guildId) => [...(registered.get('') ?? []), ...(registered.get(guildId ?? '-') ?? [])],
    handle,
  };

  function handle(request: ApiRequest): Reply {
    const { method, path, authorization } = request;
    const route = routes.find(([routeMethod, pattern]) => routeMethod === method && pattern.test(path));
    if (!route) {
      violations.push(`no such route: ${method} ${path}`);
      return refuse(404, 0, '404: Not Found');
    }
    const [, pattern, needsToken, act] = route;
    if (needsToken && authorization !== `Bot ${token}`) return refuse(401, 0, '401: Unauthorized');
    const reply = act([...(pattern.exec(path) ?? [])], request);
    const refused = z.object({ code: z.number() }).safeParse(reply.body).data?.code;
    if (reply.status >= 400 && refused !== undefined && refused !== 50035) refusals.push(refused);
    return reply;
  }

  function ofInteraction(act: (interaction: Interaction, body: unknown) => Reply): Handler {
    return ([, key = ''], { body }) => {
      const interaction = findInteraction(key);
      return interaction ? act(interaction, body) : refuse(404, 10015, 'Unknown Webhook');
    };
  }

  function tellGateway(): Reply {
    const limit = { total: 1000, remaining: 999, reset_after: 1000, max_concurrency: 1 };
    return { status: 200, body: { url: gatewayUrl(), shards: 1, session_start_limit: limit } };
  }

  function register([, where]: readonly string[], { body }: ApiRequest): Reply {
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

  function illFormed(problems: readonly string[]): Reply {
    violations.push(...problems);
    const errors = { _errors: problems };
    return { status: 400, body: { code: 50035, message: 'Invalid Form Body', errors } };
  }
}
