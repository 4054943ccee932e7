import { setTimeout } from 'node:timers/promises';
import {
  PermissionFlagsBits,
  PermissionsBitField,
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Caller, Command, Connection } from '../../commands/command.ts';
import { DEFAULT_SETTINGS, type Settings } from '../records/settings.ts';
import { MANAGERS } from './declaration.ts';
import type { DiscordDeps } from './deps.ts';
import type { Acknowledgement, PressedComponent } from './reply.ts';
import { forumOf, placeOf } from './place.ts';
import { isPrivate, workspaceOf } from './workspace.ts';

/** An interaction has to be acknowledged within three seconds, whatever the store does. */
const READ_WITHIN_MS = 1_500;

type Called =
  | PressedComponent
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ModalSubmitInteraction;
type Declared = Pick<Command, 'access' | 'visibility'>;

/** The settings of an interaction's workspace. Where they can't be read nobody gets more than usual: answers stay private. */
export async function settingsFor(interaction: Called, { store, log }: DiscordDeps): Promise<Settings> {
  try {
    const read = store.readSettings(workspaceOf(interaction));
    const settings = await Promise.race([read, setTimeout(READ_WITHIN_MS, null, { ref: false })]);
    if (settings !== null) return settings;
    log.warn('the settings could not be read in time', { interaction: interaction.id });
  } catch (error) {
    log.warn('the settings could not be read', { interaction: interaction.id, error });
  }
  return { ...DEFAULT_SETTINGS, answers: 'only-you' };
}

/**
 * Servers can open a command to others than it is declared for, so it is checked again. A private workspace is one's own.
 */
export function mayUse(interaction: Called, { access }: Declared, { storingRole }: Settings): boolean {
  if (access === 'everyone' || isPrivate(interaction)) return true;
  if (new PermissionsBitField(interaction.memberPermissions ?? 0n).has(MANAGERS)) return true;
  return storingRole !== null && rolesOf(interaction).includes(storingRole.id);
}

/** Whether somebody administers the server; a private workspace is one's own. */
function isAdministrator(interaction: Called): boolean {
  if (isPrivate(interaction)) return true;
  return new PermissionsBitField(interaction.memberPermissions ?? 0n).has(PermissionFlagsBits.Administrator);
}

function rolesOf({ member }: Called): readonly string[] {
  if (member === null) return [];
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
}

/** Who a command is for, in a sentence. */
export function sayWhoMay(name: string, { storingRole }: Settings): string {
  const role = storingRole === null ? '' : `, and for the role ${storingRole.name}`;
  return `${name} is for those who may manage this server (Manage Server)${role}.`;
}

/** Answers are seen by whom the workspace has decided; everything else by whom the command says. */
export function visibilityOf(command: Declared | undefined, { answers }: Settings): Acknowledgement {
  if (command?.visibility !== 'public') return 'only-you';
  return command.access === 'everyone' ? answers : 'public';
}

/** Who asks, and whether all members see what comes of it. */
export function askerOf({ user }: Pick<Called, 'user'>, how: Acknowledgement): Required<Caller>['asker'] {
  return { userId: user.id, isPublic: how === 'public' };
}

/** Who calls, from where, and what they may do. */
export function callerOf(
  interaction: Called,
  settings: Settings,
  how: Acknowledgement,
): Caller & { readonly settings: Settings } {
  return {
    settings,
    asker: askerOf(interaction, how),
    place: placeOf(interaction),
    isManager: mayUse(interaction, { access: 'managers', visibility: 'only-you' }, settings),
    isAdministrator: isAdministrator(interaction),
    connection: connectionOf(interaction),
    findForum: (channelId) => forumOf(interaction, channelId),
  };
}

/** discord.js gives a negative ping before the first heartbeat was answered. */
function connectionOf({ client }: Called): Connection {
  const { ping } = client.ws;
  return { heartbeatMs: ping < 0 ? null : Math.round(ping), upMs: client.uptime };
}
