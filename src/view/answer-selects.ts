import type { Answer, SpeakerCandidate } from '../records/answer.ts';
import type { Narrowing } from '../records/view.ts';
import type { Words } from '../words/words.ts';
import type { CardSelect } from './card.ts';
import { speakersIn, stancesIn, type NarrowChoice } from './narrow.ts';

/** What Discord lets a select offer. */
const OPTIONS = 25;

/** Which of several speakers is meant; the value is the candidate's place, from 0. */
export function whichSelect(candidates: readonly SpeakerCandidate[], { cards }: Words): CardSelect {
  const options = candidates
    .slice(0, OPTIONS)
    .map(({ name, about }, index) => ({ value: `${index}`, label: name, about, isChosen: false }));
  return { placeholder: cards.choices.which, action: { kind: 'which' }, options };
}

/** The value that takes a narrowing back. */
export const ALL = 'all';

/** Selects that narrow an answer to one speaker or one stance, where it has several; the value is a choice's place. */
export function narrowSelects(
  answer: Answer,
  { speaker, stance }: Narrowing,
  words: Words,
): readonly CardSelect[] {
  const { allSpeakers, allStances } = words.cards.choices;
  const speakers = speakersIn(answer, words);
  const stances = stancesIn(answer, words);
  return [
    { all: allSpeakers, action: { kind: 'by-speaker' }, choices: speakers, chosen: speaker } as const,
    { all: allStances, action: { kind: 'by-stance' }, choices: stances, chosen: stance } as const,
  ]
    .filter(({ choices }) => choices.length > 1)
    .map(({ all, action, choices, chosen }) => ({
      placeholder: all,
      action,
      options: [
        { value: ALL, label: all, about: null, isChosen: chosen === null },
        ...choices.slice(0, OPTIONS - 1).map((choice, index) => optionOf(choice, { index, chosen, words })),
      ],
    }));
}

function optionOf(
  { key, label, about, quotes }: NarrowChoice,
  { index, chosen, words }: { readonly index: number; readonly chosen: string | null; readonly words: Words },
): CardSelect['options'][number] {
  const count = words.quotes(quotes);
  const told = about === null ? count : `${count} · ${about}`;
  return { value: `${index}`, label, about: told, isChosen: key === chosen };
}
