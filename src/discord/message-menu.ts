import {
  ApplicationCommandType,
  type MessageContextMenuCommandInteraction,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { MessageMenu } from '../../commands/command.ts';
import { InputError } from '../errors.ts';
import { dayIn } from '../answer/window.ts';
import { askerOf, mayUse, sayWhoMay, settingsFor, visibilityOf } from './access.ts';
import { PLACES, permissionsFor } from './declaration.ts';
import type { DiscordDeps } from './deps.ts';
import { replyWith } from './reply.ts';
import { workspaceOf } from './workspace.ts';

/** A menu entry for messages as Discord is told of it. */
export function declareMenu({
  name,
  access,
}: MessageMenu): RESTPostAPIContextMenuApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.Message,
    name,
    default_member_permissions: permissionsFor(access),
    ...PLACES,
  };
}

/** Answers what was chosen from the menu of a message. */
export async function answerMenu(
  interaction: MessageContextMenuCommandInteraction,
  deps: DiscordDeps,
): Promise<void> {
  const menu = deps.menus.find(({ name }) => name === interaction.commandName);
  const settings = await settingsFor(interaction, deps);
  const how = visibilityOf(menu, settings);
  await replyWith(interaction, how, deps, async (tell) => {
    if (!menu) throw new InputError('This entry is not there any more. Open the menu of the message again.');
    if (!mayUse(interaction, menu, settings)) throw new InputError(sayWhoMay(`“${menu.name}”`, settings));
    const { content, embeds, createdAt } = interaction.targetMessage;
    const message = {
      text: content,
      titles: embeds.flatMap(({ title }) => title ?? []),
      day: dayIn(settings.zone, createdAt),
    };
    const caller = { tell, settings, asker: askerOf(interaction, how) };
    const view = await menu.run(message, deps.depsFor(workspaceOf(interaction), caller));
    return { view, page: 1, stateId: null, language: settings.language };
  });
}
