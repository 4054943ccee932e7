import type { Candidate } from './candidates.ts';
import { PRONOUNS, CLAUSE_WORDS } from './lexicon/words.ts';
import { CLAUSAL } from './lexicon/verbs.ts';
import { readMention } from './mentions.ts';
import { isFinite } from './phrases.ts';
import type { Sentence, Unit } from './sentences.ts';

function length(count: number): string {
  if (count <= 1) return '1';
  if (count <= 3) return '2-3';
  if (count <= 7) return '4-7';
  if (count <= 15) return '8-15';
  return '16+';
}

function subjectType(units: readonly Unit[], candidate: Candidate): string {
  const { range } = candidate.subject;
  if (range === null) return 'none';
  const head = units[range.to];
  if (head === undefined) return 'none';
  if (PRONOUNS.has(head.lower))
    return head.lower === 'you' || head.lower === 'it' || head.lower === 'we' || head.lower === 'i'
      ? head.lower
      : 'pronoun';
  return head.pos;
}

function word(unit: Unit | undefined): string {
  if (unit === undefined) return 'end';
  if (unit.quotation !== null) return 'quote';
  return CLAUSE_WORDS.has(unit.lower) || unit.pos === 'ADP' || unit.pos === 'PUNCT'
    ? `=${unit.lower}`
    : unit.pos;
}

/** What sort of speaker the subject names: a person, a body, a thing, somebody pointed at. */
function speakerSort(units: readonly Unit[], { subject }: Candidate): string {
  if (subject.range === null) return 'none';
  const mention = readMention(units, subject.range);
  if (mention.kind === 'name') return mention.body ? 'body' : 'name';
  if (mention.kind !== 'pronoun') return mention.kind;
  const lower = units[subject.range.from]?.lower ?? '';
  return /^(?:he|she|his|her|who)$/u.test(lower) ? 'person' : lower;
}

/** Whether a quotation reads like the title of a work: short, every longer word capitalised. */
function isTitled(text: string, content: readonly Unit[]): boolean {
  const [first] = content;
  if (first?.quotation == null || content.length > 1) return false;
  const words = text.slice(first.quotation.innerStart, first.quotation.innerEnd).match(/[\p{L}’']+/gu) ?? [];
  return words.length <= 10 && words.every((each) => each.length < 4 || /^\p{Lu}/u.test(each));
}

/** What can be seen of a candidate, each a name a person can read; the acceptance model weighs them. */
export function describeCandidate(text: string, sentence: Sentence, candidate: Candidate): readonly string[] {
  const { units } = sentence;
  const { cue, complement, side, subject } = candidate;
  const content = candidate.ranges.flatMap((range) => units.slice(range.from, range.to + 1));
  const quoted = content.some((unit) => unit.quotation !== null);
  const onlyQuoted = quoted && content.every((unit) => unit.quotation !== null);
  const verb = content.some(isFinite);
  const quote = onlyQuoted ? 'all' : quoted ? 'some' : 'none';
  const { lemma, kind } = cue;
  const { frame } = complement;
  const type = subjectType(units, candidate);
  const first = content[0];
  const last = content.at(-1);
  const features = [
    `kind=${kind}`,
    `lemma=${lemma}`,
    `lemma=${lemma}&frame=${frame}`,
    `lemma=${lemma}&quote=${quote}`,
    `frame=${frame}&quote=${quote}&side=${side}`,
    `frame=${frame}&form=${cue.form}`,
    `frame=${frame}&verb=${verb}`,
    `form=${cue.form}&subject=${subject.kind}`,
    `subject=${subject.kind}&side=${side}`,
    `type=${type}&kind=${kind}`,
    `type=${type}&frame=${frame}`,
    `length=${length(content.length)}&quote=${quote}`,
    `side=${side}&length=${length(content.length)}`,
    `first=${first === undefined ? 'none' : word(first)}&frame=${frame}`,
    `before=${word(units[cue.from - 1])}&form=${cue.form}`,
    `next=${word(units[cue.to + 1])}&kind=${kind}`,
    `negated=${cue.negated}`,
    `passive=${cue.passive}&frame=${frame}`,
    `infinitive=${cue.infinitive}&frame=${frame}`,
    `modal=${cue.modal}&form=${cue.form}`,
    `title=${sentence.paragraph === 0}`,
    `lemma=${lemma}&type=${type}`,
    `start=${cue.from === 0}&form=${cue.form}`,
    `units=${length(units.length)}`,
    `last=${last === undefined ? 'none' : word(last)}&frame=${frame}`,
  ];
  const sort = speakerSort(units, candidate);
  features.push(`sort=${sort}&frame=${frame}`, `sort=${sort}&quote=${quote}`, `sort=${sort}&lemma=${lemma}`);
  if (onlyQuoted)
    features.push(
      `titled=${isTitled(text, content)}&lemma=${lemma}`,
      `titled=${isTitled(text, content)}&side=${side}`,
    );
  features.push(`clausal=${CLAUSAL.has(lemma)}&frame=${frame}&verb=${verb}&quote=${quote}`);
  if (complement.preposition !== '') features.push(`lemma=${lemma}&preposition=${complement.preposition}`);
  if (units[cue.head]?.mended)
    features.push(`mended&form=${cue.form}`, `mended&frame=${frame}`, `mended&lemma=${lemma}`);
  if (cue.passive) features.push(`lemma=${lemma}&passive`);
  if (cue.negated) features.push(`lemma=${lemma}&negated`);
  return features;
}
