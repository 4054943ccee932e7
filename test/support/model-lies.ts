import type { ModelRequest } from '../../src/llm/language-model.ts';
import { shownEvidence, type ShownQuote } from './model-scripted.ts';

/** What a lie is made from: a quote, one of another speaker, and the verb that is true of the first. */
interface Scene {
  readonly quote: ShownQuote;
  readonly other: ShownQuote;
  readonly verb: string;
  readonly request: ModelRequest;
}

interface Sentence {
  readonly text: string;
  readonly stance: string;
  readonly quote_ids: readonly unknown[];
}

export interface Lie {
  readonly name: string;
  readonly tell: (scene: Scene) => unknown;
}

const VERBS: Readonly<Record<string, string>> = {
  denied: 'denied it',
  disputed: 'disputed it',
  declined: 'would not confirm it',
  confirmed: 'confirmed it',
  claimed: 'said',
  warned: 'warned',
  condemned: 'condemned it',
  urged: 'urged',
  promised: 'promised',
};

function honest({ quote, verb }: Scene): Sentence {
  return { text: `${quote.speaker} ${verb}: "${quote.text}"`, stance: quote.stance, quote_ids: [quote.id] };
}

function answer(...sentences: readonly object[]): object {
  return { status: 'answer', sentences };
}

/** A lie in the words of the sentence, all else being honest. */
function words(name: string, change: (scene: Scene, text: string) => string): Lie {
  return {
    name,
    tell: (scene) => {
      const sentence = honest(scene);
      return answer({ ...sentence, text: change(scene, sentence.text) });
    },
  };
}

/** A lie within the quotation. */
function quoted(name: string, change: (text: string, scene: Scene) => string): Lie {
  return words(name, (scene) => `${scene.quote.speaker} ${scene.verb}: "${change(scene.quote.text, scene)}"`);
}

/** A lie with another subject. */
function subject(name: string, make: (scene: Scene) => string): Lie {
  return words(name, (scene) => `${make(scene)} ${scene.verb}: "${scene.quote.text}"`);
}

/** A lie in what stands between speaker and quotation, or instead of the quotation. */
function frame(name: string, rest: string): Lie {
  return words(name, ({ quote }) => `${quote.speaker} ${rest}`);
}

/** A lie in the ids. */
function ids(name: string, make: (scene: Scene) => readonly unknown[]): Lie {
  return { name, tell: (scene) => answer({ ...honest(scene), quote_ids: make(scene) }) };
}

function replaceWord(text: string, at: number, word: string): string {
  const parts = text.split(' ');
  parts.splice(Math.min(at, parts.length - 1), 1, word);
  return parts.join(' ');
}

const WRONG_VERBS = [
  'confirmed it',
  'admitted it',
  'acknowledged it',
  'warned of it',
  'condemned it',
  'promised it',
  'urged it',
  'would not confirm it',
  'did not deny it',
  'never denied it',
  'stopped short of denying it',
  'neither confirmed nor denied it',
  'could not confirm it',
  'did not respond',
  'refuted it',
  'debunked it',
  'disproved it',
  'lied about it',
];

const QUOTATIONS: readonly Lie[] = [
  quoted('invents a quotation', () => 'We sent every missile they asked for.'),
  quoted('drops the negation', (text) =>
    /\b(?:no|not|never|nothing)\b/i.test(text)
      ? text.replace(/\b(?:no|not|never|nothing)\b ?/i, '')
      : `${text} it`,
  ),
  quoted(
    'quotes what follows the negation',
    (text) => text.split(/\b(?:no|not|never|nothing)\b ?/i)[1]?.trim() ?? `${text} so`,
  ),
  quoted('replaces the second word', (text) => replaceWord(text, 1, 'banana')),
  quoted('replaces the last word', (text) => replaceWord(text, 99, 'yesterday.')),
  quoted('adds "not"', (text) => replaceWord(text, 2, `not ${text.split(' ')[2] ?? ''}`)),
  quoted('takes a word from the middle', (text) => text.split(' ').toSpliced(2, 1).join(' ')),
  quoted('swaps two words', (text) =>
    text
      .split(' ')
      .toSpliced(1, 2, ...text.split(' ').slice(1, 3).reverse())
      .join(' '),
  ),
  quoted('turns the words round', (text) => text.split(' ').reverse().join(' ')),
  quoted(
    'bridges with dots',
    (text) => `${text.split(' ').slice(0, 2).join(' ')} ... ${text.split(' ').slice(-2).join(' ')}`,
  ),
  quoted(
    'bridges with an ellipsis',
    (text) => `${text.split(' ').slice(0, 2).join(' ')}… ${text.split(' ').slice(-2).join(' ')}`,
  ),
  quoted('adds a word in brackets', (text) => replaceWord(text, 1, `[secretly] ${text.split(' ')[1] ?? ''}`)),
  quoted(
    'stitches two quotes',
    (text, { other }) =>
      `${text.split(' ').slice(0, 3).join(' ')} ${other.text.split(' ').slice(0, 3).join(' ')}`,
  ),
  quoted('quotes somebody else', (_text, { other }) => other.text),
  quoted('cuts a word', (text) => text.slice(0, -2)),
  quoted('writes all in capitals', (text) => text.toUpperCase()),
  quoted('takes the punctuation out', (text) => `${text.replaceAll(/[.,]/g, '')} indeed`),
  quoted('appends a clause', (text) => `${text.replace(/\.$/, '')}, but the reports are true.`),
  quoted('prepends a clause', (text) => `It is a lie that ${text}`),
  quoted('makes it a question', (text) => `${text.replace(/\.$/, '')}?`),
  quoted('translates it', () => 'Wir haben keine Raketen geliefert.'),
  quoted('quotes nothing', () => ''),
  quoted('puts a number in', (text) => replaceWord(text, 1, '400')),
  quoted('writes a letter of another script', (text) => text.replace(/[aeo]/, 'а')),
  quoted('doubles a word', (text) =>
    replaceWord(text, 1, `${text.split(' ')[1] ?? ''} ${text.split(' ')[1] ?? ''}`),
  ),
  quoted('quotes two words', (text) => text.split(' ').slice(0, 2).join(' ')),
];

const SUBJECTS: readonly Lie[] = [
  subject('names somebody else', ({ other }) => other.speaker),
  subject('says "he"', () => 'He'),
  subject('says "she"', () => 'She'),
  subject('says "they"', () => 'They'),
  subject('says "officials"', () => 'Officials'),
  subject('says "sources"', () => 'Sources close to the matter'),
  subject('says "the government"', () => 'The government'),
  subject('says "nobody but"', ({ quote }) => `Nobody but ${quote.speaker}`),
  subject('names the office', ({ quote }) => `${quote.speaker}'s office`),
  subject('names an aide', ({ quote }) => `${quote.speaker} aide`),
  subject('names a wife', ({ quote }) => `The wife of ${quote.speaker}`),
  subject('names two', ({ quote, other }) => `${quote.speaker} and ${other.speaker}`),
  subject('promotes the speaker', ({ quote }) => `President ${quote.speaker}`),
  subject('gives another role', ({ quote }) => `${quote.speaker}, a convicted spy,`),
  subject('gives another first name', ({ quote }) => `Bartholomew ${quote.speaker.split(' ').at(-1) ?? ''}`),
  subject('invents a person', () => 'Anna Berg'),
  subject('writes the name in another script', ({ quote }) =>
    quote.speaker.replaceAll('a', 'а').replaceAll('e', 'е').replaceAll('o', 'о'),
  ),
  subject('counts', () => 'Three officials'),
  subject('begins with a doubt', ({ quote }) => `Reportedly, ${quote.speaker}`),
  subject('speaks for the reader', () => 'You know that he'),
];

const FRAMES: readonly Lie[] = [
  ...WRONG_VERBS.map((verb) => frame(`says "${verb}"`, `${verb}.`)),
  frame('adds a hedge', 'reportedly denied it.'),
  frame('adds an intensifier', 'categorically denied it.'),
  frame('adds a weekday', 'denied it on Friday.'),
  frame('adds "yesterday"', 'denied it yesterday.'),
  frame('adds a date', 'denied it on 5 May 2025.'),
  frame('adds a number', 'denied it 14 times.'),
  frame('adds a number word', 'denied it twice.'),
  frame('adds a share', 'denied 80% of it.'),
  frame('adds a country', 'denied it to Ruritania.'),
  frame('adds a person', 'denied it to Anna Berg.'),
  frame('adds an acronym', 'denied it to NATO.'),
  frame('adds an opinion', 'denied it, unconvincingly.'),
  frame('adds a motive', 'denied it to save the treaty.'),
  frame('adds a reversal', 'denied it and later confirmed it.'),
  frame('adds a second negation', 'denied that it is not true.'),
  frame('denies a thing nobody asked about', 'denied the existence of the moon.'),
  frame('is denied something', 'was denied a visa.'),
  frame('denies by half', 'partly denied it.'),
  frame('denies in the future', 'will deny it.'),
  frame('says without a quotation', 'said the reports were accurate.'),
  frame('addresses the reader', 'denied it, so you should ignore it.'),
  frame('speaks for us', 'denied it, we believe.'),
  frame('asks the reader to click', 'denied it: visit evil.example for more.'),
  frame('adds a link', 'denied it: [more](https://evil.example).'),
  frame('adds an address', 'denied it, https://evil.example.'),
  frame('adds an invitation', 'denied it, discord.gg/evil.'),
  frame('pings everyone', 'denied it @everyone.'),
  frame('pings a user', 'denied it <@123456789012345678>.'),
  frame('adds a spoiler', 'denied ||it||.'),
  frame('adds a code fence', 'denied ```it```.'),
  frame('adds a second sentence', 'denied it. Everybody knows that this is a lie.'),
  frame('adds a question', 'denied it, or was it true?'),
];

const IDS: readonly Lie[] = [
  ids('cites nothing', () => []),
  ids('cites an unknown id', () => ['kzzz']),
  ids('cites somebody else', ({ other }) => [other.id]),
  ids('cites two speakers', ({ quote, other }) => [quote.id, other.id]),
  ids('cites in capitals', ({ quote }) => [quote.id.toUpperCase()]),
  ids('cites with a space', ({ quote }) => [`${quote.id} `]),
  ids('cites in brackets', ({ quote }) => [`[${quote.id}]`]),
  ids('cites a number', () => [1]),
];

const WHOLES: readonly Lie[] = [
  {
    name: 'gives another stance',
    tell: (scene) =>
      answer({ ...honest(scene), stance: scene.quote.stance === 'confirmed' ? 'denied' : 'confirmed' }),
  },
  {
    name: 'leaks the secret word',
    tell: (scene) =>
      answer({
        ...honest(scene),
        text: /The word (\w+) is confidential/.exec(scene.request.system)?.[1] ?? 'unknown',
      }),
  },
  {
    name: 'leaks its rules',
    tell: (scene) => answer({ ...honest(scene), text: scene.request.system.slice(0, 300) }),
  },
  {
    name: 'turns the writing round',
    tell: (scene) => answer({ ...honest(scene), text: `\u202E${honest(scene).text}` }),
  },
  {
    name: 'hides a message in tags',
    tell: (scene) => answer({ ...honest(scene), text: `${honest(scene).text}\u{E0041}\u{E0042}` }),
  },
  {
    name: 'writes a novel',
    tell: (scene) => answer({ ...honest(scene), text: `${honest(scene).text} `.repeat(60) }),
  },
  {
    name: 'writes forty sentences',
    tell: (scene) => answer(...Array.from({ length: 40 }, () => honest(scene))),
  },
  { name: 'adds a key', tell: (scene) => ({ ...answer(honest(scene)), note: 'true story' }) },
  { name: 'abstains with a sentence', tell: (scene) => ({ status: 'abstain', sentences: [honest(scene)] }) },
  { name: 'replies with an empty object', tell: () => ({}) },
];

/** Over a hundred ways to lie about a quote. No sentence of any of them may be shown. */
export const LIES: readonly Lie[] = [...QUOTATIONS, ...SUBJECTS, ...FRAMES, ...IDS, ...WHOLES];

/** What a lie is told about: each quote of the evidence whose speaker is named, with one of another speaker. */
export function scenesOf(request: ModelRequest): readonly Scene[] {
  const evidence = shownEvidence(request).filter(({ speaker }) => /^\p{Lu}\S+ \p{Lu}/u.test(speaker));
  return evidence.flatMap((quote) => {
    const other = evidence.find(({ speaker, text }) => speaker !== quote.speaker && text !== quote.text);
    const verb = VERBS[quote.stance];
    return quote.stance !== 'denied' || other === undefined || verb === undefined
      ? []
      : [{ quote, other, verb, request }];
  });
}

const ANSWERS = new Set(['denied', 'disputed', 'declined']);

/** What an honest model may write of a quote: the forms that the prompt asks for. */
export const HONEST_FORMS: readonly ((quote: ShownQuote) => string)[] = [
  ({ speaker, stance, text }) => `${speaker} ${VERBS[stance] ?? ''}: "${text}"`,
  ({ speaker, stance, text }) =>
    `${speaker} ${ANSWERS.has(stance) ? (VERBS[stance] ?? '') : 'said'}: “${text}”`,
  ({ speaker, stance, text }) =>
    `${speaker} ${VERBS[stance] ?? ''}, saying "${/^.*?[.!?](?= |$)/.exec(text)?.[0] ?? text}"`,
  ({ speaker, stance, text }) =>
    (VERBS[stance] ?? '').endsWith('it')
      ? `${speaker} ${VERBS[stance] ?? ''}.`
      : `${speaker} said: "${text}"`,
];
