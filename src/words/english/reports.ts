import type { Stance } from '../../records/quote.ts';
import { ANSWERS } from './answers.ts';
import { BASICS } from './basics.ts';

const { articles, count, dates, inMarks, quotes, say, statements } = BASICS;

const ofTopic = (topic: string): string => (topic === '' ? '' : ` on ${inMarks(topic)}`);

/** Titles, sentences and notes of positions, timelines, contradictions and silence. */
export const REPORTS = {
  /** '' for no topic. */
  position: (speaker: string, topic: string) => `What ${speaker} said${ofTopic(topic)}`,
  nothingSaid: (speaker: string, topic: string) =>
    `Nothing that ${speaker} said${ofTopic(topic)} is on file.`,
  positionTold: (shown: number, total: number) =>
    `${statements(shown)} of ${say(total)} on file, oldest first.`,
  giveTopic: 'Give a topic to have changes of position marked.',
  changes: (number: number) =>
    number === 0
      ? 'No change of position is on record.'
      : `${count(number, 'change', 'changes')} of position, marked below.`,
  changed: (before: Stance, day: string) =>
    `Changed position: ${ANSWERS.digest.did(before, ` on ${dates.day(day)}`)}.`,
  timeline: (topic: string) => `Timeline of ${inMarks(topic)}`,
  ownDay: "Where it is not told when something was said, the article's day counts.",
  noDay: 'Day not known',
  timelineTold: (shown: number, total: number, days: number) =>
    `${statements(shown)} of ${quotes(total)} on file, on ${count(days, 'day', 'days')}.`,
  contradictions: (subject: string) => `Contradictions on ${subject}`,
  whatSaid: (speaker: string) => `what ${speaker} said`,
  nothingFits: (subject: string) => `Nothing on file fits ${subject}.`,
  notCompared: (number: number) =>
    `${say(number)} of these were not compared; narrow the question to see more.`,
  conflicts: (pairs: number, total: number) =>
    pairs === 0
      ? `No two of the ${quotes(total)} on file plainly conflict.`
      : `${count(pairs, 'pair', 'pairs')} among ${quotes(total)} on file: one denies what the other says. Only plain conflicts are listed.`,
  againstThemselves: (speaker: string) => `${speaker}, against what they said themselves`,
  against: (one: string, other: string) => `${one} against ${other}`,
  silent: (topic: string) => `Silent on ${inMarks(topic)}`,
  silentTold: (named: number, read: number) =>
    named === 0
      ? `The ${articles(read)} with quotes on this name nobody who was asked or accused and has no reply on record.`
      : `${say(named)} asked or accused in ${articles(read)} with quotes on this, without a reply on record there.`,
  asked: 'Asked; no reply on record.',
  accused: 'Accused or named; no reply on record.',
};
