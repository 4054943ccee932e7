import { z } from 'zod';
import { checkMessage, EPHEMERAL } from './message-rules.ts';
import { checkChoices, checkCommands, checkModal, CommandBody } from './other-rules.ts';
import { checkSchema } from './schemas.ts';

/** discord.js adds these to the bodies of callbacks and webhooks; Discord takes no notice of them there. */
const ADDED_BY_DISCORD_JS = new Set(['tts', 'nonce', 'enforce_nonce']);

const Callback = z.looseObject({ type: z.number(), data: z.looseObject({}).optional() });

/** What Discord would have against the body of a message that is created, or edited with PATCH. */
export function validateMessage(body: unknown, schema: string, wasV2 = false): readonly string[] {
  return [...checkSchema(schema, withoutAdded(body)), ...checkMessage(body, wasV2)];
}

/** What Discord would have against an interaction's callback. `wasV2` as for the message it updates. */
export function validateCallback(body: unknown, wasV2 = false): readonly string[] {
  const parsed = Callback.safeParse(body);
  if (!parsed.success) return ['a callback has a type and data'];
  const { type, data } = parsed.data;
  const stripped = { type, ...(data === undefined ? {} : { data: withoutAdded(data) }) };
  switch (type) {
    case 4:
      return [
        ...checkSchema('CreateMessageInteractionCallbackRequest', stripped),
        ...checkMessage(data, false),
      ];
    case 5:
      return [
        ...checkSchema('CreateMessageInteractionCallbackRequest', stripped),
        ...([undefined, 0, EPHEMERAL].includes(z.number().safeParse(data?.['flags']).data)
          ? []
          : ['a defer may only be ephemeral']),
      ];
    case 6:
      return checkSchema('UpdateMessageInteractionCallbackRequest', stripped);
    case 7:
      return [
        ...checkSchema('UpdateMessageInteractionCallbackRequest', stripped),
        ...checkMessage(data, wasV2),
      ];
    case 8:
      return [
        ...checkSchema('ApplicationCommandAutocompleteCallbackRequest', stripped),
        ...checkChoices(data),
      ];
    case 9:
      return [...checkSchema('ModalInteractionCallbackRequest', stripped), ...checkModal(data)];
    default:
      return [`no callback has the type ${type}`];
  }
}

/** What Discord would have against a list of commands. */
export function validateCommands(body: unknown): readonly string[] {
  const commands = z.array(CommandBody).safeParse(body);
  if (!commands.success) return ['commands are a list, each with a name'];
  const schemas = commands.data.flatMap((command) => {
    // The schema says integer, Discord's pages and its answers say string.
    const { default_member_permissions: permissions, ...rest } = command;
    const numbered = permissions == null ? {} : { default_member_permissions: Number(permissions) };
    return checkSchema('ApplicationCommandUpdateRequest', { ...rest, ...numbered });
  });
  return [...schemas, ...checkCommands(commands.data)];
}

function withoutAdded(body: unknown): unknown {
  const parsed = z.looseObject({}).safeParse(body);
  if (!parsed.success) return body;
  return Object.fromEntries(Object.entries(parsed.data).filter(([key]) => !ADDED_BY_DISCORD_JS.has(key)));
}
