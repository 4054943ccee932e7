import { z } from 'zod';
import { COMPONENTS_V2, componentsOf, EPHEMERAL, type ComponentBody } from './message-rules.ts';
import { snowflake } from './people.ts';
import { validateCallback, validateMessage } from './validate.ts';

export type InteractionKind = 'command' | 'component' | 'autocomplete' | 'modal';

/** A message as people see it: the body that was sent or edited last. */
export interface ShownMessage {
  readonly id: string;
  flags: number;
  body: Readonly<Record<string, unknown>>;
  /** Deferred and not yet filled. */
  pending: boolean;
  edits: number;
}

/** What an interaction led to. */
type Outcome =
  | { readonly kind: 'message'; readonly message: ShownMessage }
  | { readonly kind: 'modal'; readonly modal: ShownModal }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] };

export interface ShownModal {
  readonly customId: string;
  readonly title: string;
  readonly components: readonly ComponentBody[];
}

const Choice = z.object({ name: z.string(), value: z.union([z.string(), z.number()]) });
export type Choice = z.infer<typeof Choice>;

/** An HTTP answer of the stand-in. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly kind: InteractionKind;
  readonly outcome: Promise<Outcome>;
  /** When it was acknowledged, in milliseconds after it was sent; null until then. */
  acknowledgedAfter: () => number | null;
  callback(body: unknown): Reply;
  /** PATCH @original. */
  edit(body: unknown): Reply;
  /** DELETE @original. */
  remove(): Reply;
  /** POST of a follow-up message. */
  followUp(body: unknown): Reply;
  /** GET @original. */
  read(): Reply;
}

/** Callback types that an interaction of each kind may be given. */
const ALLOWED: Readonly<Record<InteractionKind, readonly number[]>> = {
  command: [4, 5, 9],
  component: [4, 5, 6, 7, 9],
  autocomplete: [8],
  modal: [4, 5, 6, 7],
};

const ACKNOWLEDGE_WITHIN = 3_000;
const TOKEN_LIVES = 15 * 60_000;

export interface InteractionOptions {
  readonly kind: InteractionKind;
  /** The message the component stands on. */
  readonly source: ShownMessage | null;
  readonly now: () => number;
  /** Told of everything that Discord would reject as ill-formed: a bug in the bot. */
  readonly violated: (problem: string) => void;
}

const Data = z.looseObject({ flags: z.number().nullish() });
const Callback = z.looseObject({ type: z.number(), data: Data.optional() });
const Modal = z.object({ custom_id: z.string(), title: z.string() });

/** One interaction and Discord's rules for what may follow it. */
export function openInteraction({ kind, source, now, violated }: InteractionOptions): Interaction {
  const started = now();
  const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
  promise.catch(() => undefined);
  let acknowledged: number | null = null;
  let original: ShownMessage | null = null;
  return {
    id: snowflake(),
    token: `token-${snowflake()}`,
    kind,
    outcome: promise,
    acknowledgedAfter: () => acknowledged,
    callback,
    edit,
    remove,
    followUp,
    read: () =>
      blocked() ??
      (original === null
        ? refuse(404, 10008, 'Unknown Message')
        : { status: 200, body: messageJson(original) }),
  };

  function callback(body: unknown): Reply {
    if (acknowledged !== null) return refuse(400, 40060, 'Interaction has already been acknowledged.');
    if (now() - started > ACKNOWLEDGE_WITHIN) return refuse(404, 10062, 'Unknown interaction');
    const problems = [...validateCallback(body, isV2(source)), ...checkAllowed(body)];
    if (problems.length > 0) return illFormed(problems);
    const { type, data } = Callback.parse(body);
    acknowledged = now() - started;
    if (type === 4) settle(show({ pending: false, flags: data?.flags ?? 0, body: data ?? {} }));
    if (type === 5) show({ pending: true, flags: data?.flags ?? 0, body: {} });
    if (type === 6) original = source;
    if (type === 7 && source) settle(change(source, data ?? {}));
    if (type === 8)
      resolve({ kind: 'choices', choices: z.object({ choices: z.array(Choice) }).parse(data).choices });
    if (type === 9) {
      const { custom_id: customId, title } = Modal.parse(data);
      resolve({ kind: 'modal', modal: { customId, title, components: componentsOf(data) } });
    }
    return { status: 204 };
  }

  function checkAllowed(body: unknown): readonly string[] {
    const type = Callback.safeParse(body).data?.type ?? 0;
    const bad = ALLOWED[kind].includes(type) ? [] : [`a ${kind} may not be answered with type ${type}`];
    return (type === 6 || type === 7) && source === null ? [...bad, 'there is no message to update'] : bad;
  }

  /** Why nothing can be done with the token, if so. */
  function blocked(): Reply | null {
    if (now() - started > TOKEN_LIVES) return refuse(401, 50027, 'Invalid Webhook Token');
    return acknowledged === null ? refuse(404, 10015, 'Unknown Webhook') : null;
  }

  function remove(): Reply {
    const refused = blocked();
    if (refused) return refused;
    if (original === null) return refuse(404, 10008, 'Unknown Message');
    original = null;
    return { status: 204 };
  }

  /** The first follow-up to a deferred reply takes its place, and stays as ephemeral as that was. */
  function followUp(body: unknown): Reply {
    const refused = blocked();
    if (refused) return refused;
    if (original?.pending) return edit(body);
    const problems = validateMessage(body, 'IncomingWebhookInteractionRequest');
    if (problems.length > 0) return illFormed(problems);
    const data = Data.parse(body);
    const message = { id: snowflake(), flags: data.flags ?? 0, body: data, pending: false, edits: 0 };
    resolve({ kind: 'message', message });
    return { status: 200, body: messageJson(message) };
  }

  function edit(body: unknown): Reply {
    const refused = blocked();
    if (refused) return refused;
    if (original === null) return refuse(404, 10008, 'Unknown Message');
    const problems = validateMessage(body, 'IncomingWebhookUpdateRequestPartial', isV2(original));
    if (problems.length > 0) return illFormed(problems);
    settle(change(original, Data.parse(body)));
    return { status: 200, body: messageJson(original) };
  }

  function show(message: Omit<ShownMessage, 'id' | 'edits'>): ShownMessage {
    original = { id: snowflake(), edits: 0, ...message };
    return original;
  }

  function settle(message: ShownMessage): void {
    original = message;
    resolve({ kind: 'message', message });
  }

  function illFormed(problems: readonly string[]): Reply {
    problems.forEach(violated);
    reject(new Error(`Discord would refuse this: ${problems.join('; ')}`));
    return {
      status: 400,
      body: { code: 50035, message: 'Invalid Form Body', errors: { _errors: problems } },
    };
  }
}

function change(message: ShownMessage, body: z.infer<typeof Data>): ShownMessage {
  // A deferred message stays ephemeral, and components V2 once set stay set.
  message.flags |= (body.flags ?? 0) & ~EPHEMERAL;
  message.body = { ...message.body, ...body };
  message.pending = false;
  message.edits += 1;
  return message;
}

function isV2(message: ShownMessage | null): boolean {
  return message !== null && (message.flags & COMPONENTS_V2) !== 0;
}

export function refuse(status: number, code: number, message: string): Reply {
  return { status, body: { code, message } };
}

/** A message as Discord tells it to the bot. */
export function messageJson({ id, flags, body }: ShownMessage): Readonly<Record<string, unknown>> {
  return {
    id,
    channel_id: CHANNEL,
    author: BOT_USER,
    content: body['content'] ?? '',
    timestamp: '2024-09-10T09:00:00.000000+00:00',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: body['embeds'] ?? [],
    components: body['components'] ?? [],
    pinned: false,
    type: 0,
    flags,
  };
}

export const CHANNEL = snowflake();
export const APPLICATION = snowflake();
export const BOT_USER = {
  id: APPLICATION,
  username: 'OnRecord',
  discriminator: '0',
  avatar: null,
  bot: true,
};
