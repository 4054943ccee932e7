import type { CardAction } from '../view/card.ts';

/** What a pressed button asks for, and the id under which the store knows what it belongs to. */
export interface ButtonPress {
  readonly stateId: string;
  readonly action: CardAction;
}

/** `v1|page|STATE|2`: short, versioned, within Discord's 100 characters for any id that `newStateId` makes. */
const CUSTOM_ID = /^v1\|(page|context|share|confirm|cancel)\|([\w-]{1,40})\|(\d{1,9})$/;

export function writeCustomId(stateId: string, action: CardAction): string {
  return `v1|${action.kind}|${stateId}|${numberOf(action)}`;
}

/** Null for an id of another version, or of none of ours. */
export function readCustomId(customId: string): ButtonPress | null {
  const [, kind, stateId = '', digits = ''] = CUSTOM_ID.exec(customId) ?? [];
  const number = Number(digits);
  if (kind === 'page' || kind === 'share') return { stateId, action: { kind, page: number } };
  if (kind === 'confirm' || kind === 'cancel') return { stateId, action: { kind } };
  return kind === 'context' ? { stateId, action: { kind, number } } : null;
}

function numberOf(action: CardAction): number {
  if (action.kind === 'context') return action.number;
  return action.kind === 'confirm' || action.kind === 'cancel' ? 0 : action.page;
}

/** A name of two words, each of at most 32 characters. */
const FORM_ID = /^v1\|form\|([\w-]{1,32}(?: [\w-]{1,32})?)$/;

/** The custom id of the form in which a command asks for its long option. */
export function writeFormId(commandName: string): string {
  return `v1|form|${commandName}`;
}

/** The name of the command a form belongs to; null for a form of another version. */
export function readFormId(customId: string): string | null {
  return FORM_ID.exec(customId)?.[1] ?? null;
}
