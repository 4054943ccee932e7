import type { Briefing, Delivery } from '../src/records/briefing.ts';
import type { ListedItem, View } from '../src/records/view.ts';
import { wordsIn } from '../src/words/words.ts';

/** Listings are in English. */
const { dates: DATES } = wordsIn('en');

/** A briefing as a list tells it. */
export function tellBriefing(briefing: Briefing): ListedItem {
  const { name, place, timetable, wanted, state, problem, nextSlot, mentionRole, language } = briefing;
  const about = [
    wanted.topics.length === 0 ? 'everything' : wanted.topics.join('; '),
    ...(wanted.stances.length === 0 ? [] : [`only ${wanted.stances.join(', ')}`]),
    ...(wanted.speakers.length === 0 ? [] : [`only ${wanted.speakers.join('; ')}`]),
    ...(wanted.outlets.length === 0 ? [] : [`only from ${wanted.outlets.join('; ')}`]),
  ];
  return {
    name,
    facts: [
      `on ${about.join(', ')}`,
      `${timetable.words} (${timetable.zone}), in ${placeName(place)}`,
      sayState(state, nextSlot, timetable.zone),
      ...(problem === null ? [] : [problem]),
      ...(language === 'en' ? [] : [`told in ${wordsIn(language).autonym}`]),
      ...(mentionRole === null ? [] : [`mentions ${mentionRole.name}`]),
    ],
  };
}

const placeName = ({ kind, name }: Briefing['place']): string =>
  kind === 'direct-message' ? 'direct messages' : `#${name}`;

function sayState(state: Briefing['state'], nextSlot: string | null, zone: string): string {
  if (state === 'paused') return 'paused';
  if (state === 'blocked') return 'stopped until it is mended and resumed';
  return nextSlot === null ? 'never runs again' : `next ${DATES.shortTime(nextSlot, zone)}`;
}

/** What was changed, and the briefing as it is now. */
export function tellChangedBriefing(
  done: string,
  briefing: Briefing,
  note: string | null = null,
): Extract<View, { kind: 'listing' }> {
  return {
    kind: 'listing',
    listing: { title: `${done}: ${briefing.name}`, items: [tellBriefing(briefing)], note },
  };
}

const STATES: Readonly<Record<Delivery['state'], string>> = {
  posting: 'under way',
  delivered: 'posted',
  skipped: 'not posted',
  blocked: 'could not be posted',
};

/** What became of a slot. */
export function tellDelivery({ slot, state, reason, messages, told }: Delivery, zone: string): ListedItem {
  const posted = messages.filter(({ messageId }) => messageId !== null).length;
  return {
    name: DATES.shortTime(slot, zone),
    facts: [
      STATES[state],
      ...(reason === null ? [] : [reason]),
      ...(state === 'delivered'
        ? [`${posted === 1 ? 'one message' : `${posted} messages`}, ${told.length} quotes`]
        : []),
    ],
  };
}
