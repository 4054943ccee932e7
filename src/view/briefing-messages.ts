import { ComponentType, MessageFlags, type APIMessageTopLevelComponent } from 'discord.js';
import type { Briefing, ComposedBriefing, Delivery, Message, MessageFile } from '../records/briefing.ts';
import type { Language } from '../records/language.ts';
import { wordsIn } from '../words/words.ts';
import { briefingCards } from './briefing-card.ts';
import type { CardAction } from './card.ts';
import { toContainer } from './discord.ts';
import { showPicture, type ShownPicture } from './picture.ts';
import { excerpt } from './excerpt.ts';
import { neutraliseLine } from './neutral.ts';

/** Discord's own JSON for one message, as `POST /channels/ID/messages` takes it. */
interface MessageBody {
  readonly flags: MessageFlags.IsComponentsV2;
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly allowed_mentions: { readonly parse: readonly []; readonly roles?: readonly string[] };
}

/** What its messages need to know of a briefing. */
type Named = Pick<Briefing, 'name' | 'mentionRole'> & {
  readonly timetable: Pick<Briefing['timetable'], 'zone'>;
  /** English where it is absent. */
  readonly language?: Language;
};

/** Turns a composed briefing into the messages of one delivery, in their order. */
export type RenderBriefing = (
  briefing: Named,
  composed: ComposedBriefing,
  delivery: Pick<Delivery, 'slot'>,
) => readonly (Message & { readonly body: MessageBody })[];

const ROLE_ID = /^\d{1,20}$/;

/**
 * The messages of a briefing, each within Discord's limits. The chosen role is mentioned in the first one; nothing else in
 * any of them mentions, links or formats. `customId` names what a button does.
 */
export function createRender(customId: (action: CardAction) => string): RenderBriefing {
  return ({ name, mentionRole, timetable, language = 'en' }, composed, { slot }) => {
    const role = mentionRole !== null && ROLE_ID.test(mentionRole.id) ? mentionRole.id : null;
    const post = { name, zone: timetable.zone, slot, composed, mentionRole, next: null };
    const cards = briefingCards(post, wordsIn(language));
    return cards.map((card, index) => {
      const isFirst = index === 0;
      const mention =
        isFirst && role !== null
          ? [{ type: ComponentType.TextDisplay, content: `<@&${role}>` } as const]
          : [];
      const picture = isFirst && composed.picture !== null ? showPicture(composed.picture, PICTURE) : null;
      return {
        files: picture === null ? [] : [toMessageFile(picture.file)],
        body: {
          flags: MessageFlags.IsComponentsV2,
          components: [...mention, toContainer(card, customId), ...(picture?.components ?? [])],
          allowed_mentions: isFirst && role !== null ? { parse: [], roles: [role] } : { parse: [] },
        },
      };
    });
  };
}

const PICTURE = 'stances.png';

function toMessageFile({ name, attachment, description }: ShownPicture['file']): MessageFile {
  return { name, base64: attachment.toString('base64'), description };
}

/** What Discord lets a post in a forum be called. */
const TITLE = 100;

/** The title of a forum's post: Harbour brief – Mon 23 Nov 2026. */
export function forumTitle({ name, timetable, language = 'en' }: Named, slot: string): string {
  const { cards, dates } = wordsIn(language);
  const day = ` – ${dates.shortDay(slot, timetable.zone)}`;
  const { text: start, left } = excerpt(
    neutraliseLine(name),
    TITLE - day.length - 1,
    (slice) => slice.length,
  );
  return `${start === '' ? cards.briefing : start}${left > 0 && start !== '' ? '…' : ''}${day}`;
}
