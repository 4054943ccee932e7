import type { Candidate } from './candidates.ts';
import { isOutlet } from './outlets.ts';
import type { Range } from './phrases.ts';
import type { Unit } from './sentences.ts';

/** Cues by which an outlet tells what somebody else said. */
const RELAYING = new Set(['report', 'according', 'quote', 'write']);

/**
 * "Hale said she would go, the Harbour Post reported": the words are hers, the outlet only carried them. Such an
 * outlet's own candidate goes, and the speaker's gets it as its relay.
 */
export function withRelays(
  text: string,
  units: readonly Unit[],
  proposed: readonly Candidate[],
): Candidate[] {
  const relays = proposed.flatMap((outer) => {
    if (!RELAYING.has(outer.cue.lemma)) return [];
    const outlet = outletIn(text, units, outer.subject.range);
    if (outlet === null) return [];
    const inner = proposed.find((one) => one !== outer && isCarriedWhole(one, outer));
    return inner === undefined ? [] : [{ outer, inner, outlet }];
  });
  return proposed.flatMap((one) => {
    if (relays.some(({ outer }) => outer === one)) return [];
    const relay = relays.find(({ inner }) => inner === one)?.outlet;
    return [relay === undefined ? one : { ...one, cue: { ...one.cue, relay } }];
  });
}

/** Whether all that an outlet reports is one person's saying: its content begins with the speaker. */
function isCarriedWhole(inner: Candidate, outer: Candidate): boolean {
  const [range] = outer.ranges;
  const speaker = inner.subject.range;
  if (range === undefined || speaker === null || inner.cue.kind !== 'verb') return false;
  const starts = inner.subject.kind === 'before' && speaker.from === range.from;
  return starts && inner.cue.head <= range.to && inner.cue.form === 'past';
}

/** The outlet that a subject names: itself, or "the Guardian" in "a report in the Guardian". */
function outletIn(text: string, units: readonly Unit[], subject: Range | null): Range | null {
  if (subject === null) return null;
  if (isOutlet(text, units, subject)) return subject;
  const tie = units.findIndex((unit, at) => at > subject.from && at <= subject.to && unit.pos === 'ADP');
  const inner = { from: tie + 1, to: subject.to };
  return tie >= 0 && isOutlet(text, units, inner) ? inner : null;
}
