import { openApi, type Api } from './api.ts';
import { channelsJson } from './channels.ts';
import {
  autocompleteData,
  buttonData,
  commandData,
  type ChosenCommand,
  formData,
  interactionBase,
  menuData,
  selectData,
  type PostedMessage,
  type Place,
  type TypedOptions,
} from './client-side.ts';
import { openGateway, type Gateway } from './gateway.ts';
import { openHttp, type HttpServer } from './http.ts';
import {
  APPLICATION,
  BOT_USER,
  messageJson,
  openInteraction,
  type Interaction,
  type InteractionKind,
  type ShownMessage,
  type ShownModal,
} from './interactions.ts';
import type { CommandBody } from './other-rules.ts';
import { EDITORS, roleJson, snowflake, userJson, type Person } from './people.ts';
import { openRateLimits } from './rate-limits.ts';

type Texts = Readonly<Record<string, string>>;

/**
 * Discord on loopback: REST and gateway as far as an unmodified discord.js client that logs in and serves interactions
 * needs them. It checks every request body and every rule of state, and fails closed on a route it does not know.
 */
export interface FakeDiscord
  extends
    Pick<Api, 'messages' | 'channels' | 'left' | 'registrations'>,
    Pick<HttpServer, 'requests' | 'failNext'> {
  readonly token: string;
  readonly restApi: string;
  readonly guildId: string;
  readonly gateway: Gateway;
  /** Whatever the bot did that Discord would call ill-formed. Every test ends with none. */
  readonly violations: readonly string[];
  /** Refusals for reasons of state (10062, 40060 …), as codes in order. */
  readonly refusals: readonly number[];
  /** How many requests were refused because they came too fast. */
  readonly limited: () => number;
  /** What is registered in a place. */
  commands(place?: Place): readonly CommandBody[];
  /** Moves Discord's clock on. */
  advance(milliseconds: number): void;
  runCommand(who: Person, name: string, typed: TypedOptions, place?: Place): Interaction;
  press(who: Person, message: ShownMessage, label: string, place?: Place): Interaction;
  /** Chooses an option of a select, which is known by what it says before. */
  choose(who: Person, message: ShownMessage, placeholder: string, label: string): Interaction;
  /** Chooses an entry in the menu of somebody's message. */
  chooseFromMenu(who: Person, name: string, message: PostedMessage, place?: Place): Interaction;
  /** Asks for suggestions for the last option that was typed. */
  complete(who: Person, name: string, typed: Texts, place?: Place): Interaction;
  submit(who: Person, modal: ShownModal, values: Texts, place?: Place): Interaction;
  stop(): Promise<void>;
}

/** What kind of interaction is sent, with its data, and the message its component stands on. */
interface Sent {
  readonly type: number;
  readonly data: object;
  readonly message?: object;
  readonly source?: ShownMessage | null;
}

/** With `isLimited`, it refuses what comes faster than Discord takes it. */
export async function startFakeDiscord({ isLimited = false } = {}): Promise<FakeDiscord> {
  const token = `fake.${snowflake()}`;
  const guildId = snowflake();
  const interactions = new Map<string, Interaction>();
  let ahead = 0;
  const gatewayUrl = (): string => `ws://127.0.0.1:${http.port}`;
  const api = openApi({
    token,
    gatewayUrl,
    findInteraction: (key) => interactions.get(key),
    now: () => Date.now() + ahead,
  });
  const limits = openRateLimits(() => Date.now());
  const http = await openHttp(api.handle, isLimited ? limits : null);
  const gateway = openGateway(http.server, {
    token,
    ready: () => ({
      user: BOT_USER,
      application: { id: APPLICATION, flags: 0 },
      guilds: [{ id: guildId, unavailable: true }],
      resume_gateway_url: gatewayUrl(),
    }),
    guilds: () => [guildJson(guildId)],
  });
  const here = { guildId };
  return {
    token,
    restApi: `http://127.0.0.1:${http.port}/api`,
    guildId,
    gateway,
    violations: api.violations,
    refusals: api.refusals,
    requests: http.requests,
    limited: limits.refused,
    messages: api.messages,
    channels: api.channels,
    left: api.left,
    registrations: api.registrations,
    commands: (place = here) => api.commands(place.guildId),
    advance: (milliseconds) => (ahead += milliseconds),
    failNext: http.failNext,
    runCommand(who, name, typed, place = here) {
      const data = commandData(findCommand(name, place), typed, http.attach);
      return send('command', who, place, { type: 2, data });
    },
    chooseFromMenu(who, name, message, place = here) {
      const menu = api.commands(place.guildId).find((each) => each.type === 3 && each.name === name);
      if (!menu) throw new Error(`there is no menu entry ${name} here`);
      return send('command', who, place, { type: 2, data: menuData(name, message) });
    },
    complete(who, name, typed, place = here) {
      const focused = Object.keys(typed).at(-1) ?? '';
      const data = autocompleteData(findCommand(name, place), typed, focused);
      return send('autocomplete', who, place, { type: 4, data });
    },
    press(who, message, label, place = here) {
      const data = buttonData(message, label);
      return send('component', who, place, { type: 3, data, message: messageJson(message), source: message });
    },
    choose(who, message, placeholder, label) {
      const data = selectData(message, placeholder, label);
      return send('component', who, here, { type: 3, data, message: messageJson(message), source: message });
    },
    submit: (who, modal, values, place = here) =>
      send('modal', who, place, { type: 5, data: formData(modal, values) }),
    async stop() {
      gateway.close();
      await http.close();
    },
  };

  function findCommand(name: string, place: Place): ChosenCommand {
    const [first, subcommand = null] = name.split(' ');
    const command = api.commands(place.guildId).find((each) => each.name === first);
    if (!command) throw new Error(`/${name} is not registered here`);
    return { command, subcommand };
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
      now: () => Date.now() + ahead,
      violated: (problem) => api.violations.push(problem),
    });
    interactions.set(interaction.token, interaction);
    gateway.dispatch('INTERACTION_CREATE', { ...interactionBase(interaction, who, place), ...data });
    return interaction;
  }
}

function guildJson(id: string): Readonly<Record<string, unknown>> {
  return {
    id,
    name: 'Newsroom',
    unavailable: false,
    owner_id: APPLICATION,
    features: [],
    roles: [roleJson(EDITORS)],
    emojis: [],
    stickers: [],
    ...channelsJson(id),
    members: [
      {
        user: userJson({ id: APPLICATION, name: 'OnRecord' }, true),
        roles: [],
        joined_at: '2024-01-01T00:00:00.000Z',
      },
    ],
    presences: [],
    voice_states: [],
    member_count: 2,
  };
}
