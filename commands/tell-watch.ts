import type { Watch } from '../src/records/watch.ts';
import type { ListedItem } from '../src/records/view.ts';

const OFTEN: Readonly<Record<Watch['frequency'], string>> = {
  'at-once': 'at once',
  hourly: 'once an hour',
  daily: 'once a day',
};

/** What a watch looks for, in a line. */
export function nameWatch({ wanted }: Pick<Watch, 'wanted'>): string {
  const { topics, speakers, stances, outlets } = wanted;
  const parts = [
    topics.length === 0 ? 'everything' : topics.join('; '),
    ...(speakers.length === 0 ? [] : [`by ${speakers.join('; ')}`]),
    ...(stances.length === 0 ? [] : [stances.join(', ')]),
    ...(outlets.length === 0 ? [] : [`in ${outlets.join('; ')}`]),
  ];
  return parts.join(', ');
}

/** A watch as a list tells it. */
export function tellWatch(watch: Watch): ListedItem {
  const { id, place, frequency, quietHours, zone, hourlyLimit, problem } = watch;
  const where = place.kind === 'direct-message' ? 'in direct messages' : `in #${place.name}`;
  return {
    name: nameWatch(watch),
    facts: [
      `${OFTEN[frequency]}, ${where}, ${hourlyLimit} messages an hour at most`,
      ...(quietHours === null ? [] : [`quiet from ${quietHours.from} to ${quietHours.to} (${zone})`]),
      ...(problem === null ? [] : [`stopped: ${problem}`]),
      id,
    ],
  };
}
