import { LANGUAGES } from '../records/language.ts';
import type { CardAction } from '../view/card.ts';

/** What a pressed button or a select asks for, and the id under which the store knows what it belongs to. */
export interface Press {
  readonly stateId: string;
  readonly action: CardAction;
}

/** Actions that a number belongs to: of a page, or of a quote. */
const PAGED = ['page', 'share'] as const;
const PLAIN = ['evidence', 'watch', 'which', 'by-speaker', 'by-stance', 'confirm', 'cancel', 'fill'] as const;

/** `v1|page|STATE|2`: short, versioned, within Discord's 100 characters for any id that `newStateId` makes. */
const CUSTOM_ID = /^v1\|([a-z-]{1,12})\|([\w-]{1,40})\|(\d{1,9})$/;

export function writeCustomId(stateId: string, action: CardAction): string {
  if (action.kind === 'passage') {
    const { quoteId, number, language } = action;
    return `v1|${language === undefined ? 'passage' : `passage-${language}`}|${quoteId}|${number}`;
  }
  return `v1|${action.kind}|${stateId}|${numberOf(action)}`;
}

function numberOf(action: CardAction): number {
  if (action.kind === 'context') return action.number;
  return action.kind === 'page' || action.kind === 'share' ? action.page : 0;
}

/** Null for an id of another version, or of none of ours. */
export function readCustomId(customId: string): Press | null {
  const [, kind, stateId = '', digits = ''] = CUSTOM_ID.exec(customId) ?? [];
  const number = Number(digits);
  const paged = PAGED.find((each) => each === kind);
  if (paged !== undefined) return { stateId, action: { kind: paged, page: number } };
  const plain = PLAIN.find((each) => each === kind);
  if (plain !== undefined) return { stateId, action: { kind: plain } };
  if (kind === 'passage') return { stateId, action: { kind, quoteId: stateId, number } };
  const language = LANGUAGES.find((each) => `passage-${each}` === kind);
  if (language !== undefined)
    return { stateId, action: { kind: 'passage', quoteId: stateId, number, language } };
  return kind === 'context' ? { stateId, action: { kind, number } } : null;
}

/** A name of two words, each of at most 32 characters. */
const FORM_ID = /^v1\|form\|([\w-]{1,32}(?: [\w-]{1,32})?)(?:\|([\w-]{1,40}))?$/;

/** The custom id of the form in which a command asks for its long option; `stateId` is where what else was given is kept. */
export function writeFormId(commandName: string, stateId: string | null): string {
  return `v1|form|${commandName}${stateId === null ? '' : `|${stateId}`}`;
}

/** The command that a form belongs to, and where what else was given is kept; null for a form of another version. */
export function readFormId(
  customId: string,
): { readonly command: string; readonly stateId: string | null } | null {
  const [, command, stateId = null] = FORM_ID.exec(customId) ?? [];
  return command === undefined ? null : { command, stateId };
}
