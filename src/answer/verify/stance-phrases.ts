import type { Stance } from '../../records/quote.ts';
import type { Word } from './words.ts';

/** What a report phrase says the speaker did. `said` is neutral; `non_denial`, `no_response`, `unconfirmed` are no stance of ours. */
export type StanceClass = Stance | 'said' | 'non_denial' | 'no_response' | 'unconfirmed';

export interface PhraseMatch {
  readonly stanceClass: StanceClass;
  /** How many words it takes. */
  readonly length: number;
  /** A phrase that says more than the stance ("admitted"): its words must stand in the evidence itself. */
  readonly loaded: boolean;
}

interface Phrase extends PhraseMatch {
  readonly words: readonly string[];
}

/** `a|b c` stands for "a c" and "b c"; an empty alternative may be left out. */
function expand(pattern: string): readonly (readonly string[])[] {
  return pattern
    .split(' ')
    .map((part) => part.split('|'))
    .reduce<readonly (readonly string[])[]>(
      (phrases, choices) =>
        phrases.flatMap((phrase) => choices.map((choice) => (choice === '' ? phrase : [...phrase, choice]))),
      [[]],
    );
}

const PLAIN: readonly (readonly [StanceClass, string])[] = [
  [
    'non_denial',
    'did|does|do|has|have|had|would|could|can|will not|never |even|explicitly|directly deny|denied|dispute|disputed|reject|rejected',
  ],
  ['non_denial', 'never denied|denies|deny|disputed'],
  ['non_denial', 'declined|declines|refused|refuses to deny|dispute'],
  ['non_denial', 'stopped|stops short of denying|disputing'],
  ['non_denial', 'neither denied|denies nor disputed|rejected'],
  [
    'declined',
    'declined|declines|refused|refuses|declining|refusing to comment|say|confirm|answer|discuss|elaborate',
  ],
  ['declined', 'declined|declines|refused|refuses to be drawn'],
  ['declined', 'would|will|did|does not confirm|comment|say|discuss|elaborate'],
  ['declined', 'has|have|had not confirmed|commented'],
  ['declined', 'would|will not answer'],
  ['declined', 'would not be drawn'],
  ['declined', 'gave|offered|had|made no comment'],
  ['declined', 'no comment'],
  [
    'no_response',
    'did|does|has|have|had not |immediately|yet respond|responded|reply|replied|answer|answered',
  ],
  ['no_response', 'failed to respond|reply|answer'],
  ['no_response', 'could not |immediately be reached'],
  ['no_response', 'gave no response|reply|answer'],
  ['no_response', 'no response|reply'],
  ['unconfirmed', 'could|can not |independently|immediately confirm|verify'],
  ['unconfirmed', 'was|is|were|are unable to |independently confirm|verify'],
  ['unconfirmed', 'unable to confirm|verify'],
  ['denied', 'denied|denies|deny|denying'],
  ['denied', 'issued a denial'],
  ['disputed', 'disputed|disputes|dispute|disputing'],
  ['confirmed', 'confirmed|confirms|confirm|confirming'],
  ['claimed', 'claimed|claims|claiming'],
  ['warned', 'warned|warns|warning|warn'],
  ['condemned', 'condemned|condemns|condemning|condemn'],
  ['urged', 'urged|urges|urging|urge'],
  ['promised', 'promised|promises|promising|promise'],
  ['said', 'said|says|say|saying|stated|states|stating|added|adds|adding|told|tells|telling'],
];

const LOADED: readonly (readonly [StanceClass, string])[] = [
  ['declined', 'neither confirmed|confirms nor denied|denies'],
  ['declined', 'would|could|can|did|does|will neither confirm nor deny'],
  ['declined', 'would|will|did|does not confirm or deny'],
  ['declined', 'declined|declines|refused|refuses to confirm or deny'],
  ['denied', 'rejected|rejects|reject|rejecting|dismissed|dismisses|dismissing|repudiated'],
  ['disputed', 'questioned|questions|contested|contests|challenged|challenges|doubted|doubts'],
  [
    'confirmed',
    'admitted|admits|admitting|acknowledged|acknowledges|acknowledging|conceded|concedes|conceding',
  ],
  [
    'claimed',
    'asserted|asserts|insisted|insists|alleged|alleges|announced|announces|argued|argues|maintained|maintains',
  ],
  ['warned', 'cautioned|cautions|threatened|threatens|threatening'],
  ['condemned', 'denounced|denounces|criticised|criticized|criticises|criticizes|deplored'],
  ['urged', 'demanded|demands|called|calls on|for'],
  ['urged', 'demanded|demands|appealed|appeals'],
  ['promised', 'vowed|vows|pledged|pledges|guaranteed|guarantees'],
];

function compile(table: readonly (readonly [StanceClass, string])[], loaded: boolean): readonly Phrase[] {
  return table.flatMap(([stanceClass, pattern]) =>
    expand(pattern).map((words) => ({ stanceClass, words, length: words.length, loaded })),
  );
}

const BY_FIRST_WORD: ReadonlyMap<string, readonly Phrase[]> = Map.groupBy(
  [...compile(PLAIN, false), ...compile(LOADED, true)].sort((left, right) => right.length - left.length),
  (phrase) => phrase.words[0] ?? '',
);

/** The longest report phrase that begins with the word at `at`, or null. */
export function phraseAt(words: readonly Word[], at: number): PhraseMatch | null {
  const first = words[at]?.text.toLowerCase() ?? '';
  const phrases = BY_FIRST_WORD.get(first) ?? [];
  return (
    phrases.find((phrase) =>
      phrase.words.every((word, index) => words[at + index]?.text.toLowerCase() === word),
    ) ?? null
  );
}

/** The classes of every report phrase in a text, longest match first, each word read once. */
export function classesIn(words: readonly Word[]): ReadonlySet<StanceClass> {
  const classes = new Set<StanceClass>();
  let at = 0;
  while (at < words.length) {
    const phrase = phraseAt(words, at);
    if (phrase !== null) classes.add(phrase.stanceClass);
    at += phrase?.length ?? 1;
  }
  return classes;
}
