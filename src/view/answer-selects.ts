import type { Answer, SpeakerCandidate } from '../records/answer.ts';
import type { Narrowing } from '../records/view.ts';
import type { CardSelect } from './card.ts';
import { speakersIn, stancesIn, type NarrowChoice } from './narrow.ts';

/** What Discord lets a select offer. */
const OPTIONS = 25;

/** Which of several speakers is meant; the value is the candidate's place, from 0. */
export function whichSelect(candidates: readonly SpeakerCandidate[]): CardSelect {
  const options = candidates
    .slice(0, OPTIONS)
    .map(({ name, about }, index) => ({ value: `${index}`, label: name, about, isChosen: false }));
  return { placeholder: 'Who is meant?', action: { kind: 'which' }, options };
}

/** The value that takes a narrowing back. */
export const ALL = 'all';

/** Selects that narrow an answer to one speaker or one stance, where it has several; the value is a choice's place. */
export function narrowSelects(answer: Answer, { speaker, stance }: Narrowing): readonly CardSelect[] {
  const speakers = speakersIn(answer);
  const stances = stancesIn(answer);
  return [
    { all: 'All speakers', action: { kind: 'by-speaker' }, choices: speakers, chosen: speaker } as const,
    { all: 'All stances', action: { kind: 'by-stance' }, choices: stances, chosen: stance } as const,
  ]
    .filter(({ choices }) => choices.length > 1)
    .map(({ all, action, choices, chosen }) => ({
      placeholder: all,
      action,
      options: [
        { value: ALL, label: all, about: null, isChosen: chosen === null },
        ...choices.slice(0, OPTIONS - 1).map((choice, index) => optionOf(choice, index, chosen)),
      ],
    }));
}

function optionOf(
  { key, label, about, quotes }: NarrowChoice,
  index: number,
  chosen: string | null,
): CardSelect['options'][number] {
  const count = `${quotes} ${quotes === 1 ? 'quote' : 'quotes'}`;
  const told = about === null ? count : `${count} · ${about}`;
  return { value: `${index}`, label, about: told, isChosen: key === chosen };
}
