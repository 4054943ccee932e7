import type { Words } from '../words.ts';
import { BASICS } from './basics.ts';

const { count, dates, inMarks, say, stances, statements } = BASICS;

const ofTopic = (topic: string): string => (topic === '' ? '' : ` zu ${inMarks(topic)}`);

export const REPORTS: Words['reports'] = {
  position: (speaker, topic) => `Was ${speaker} gesagt hat${ofTopic(topic)}`,
  nothingSaid: (speaker, topic) => `Von ${speaker} ist nichts${ofTopic(topic)} gespeichert.`,
  positionTold: (shown, total) =>
    `${statements(shown)} von ${say(total)} gespeicherten, die ältesten zuerst.`,
  giveTopic: 'Nennen Sie ein Thema, damit Positionswechsel markiert werden.',
  changes: (number) =>
    number === 0
      ? 'Kein Positionswechsel ist belegt.'
      : `${count(number, 'Positionswechsel', 'Positionswechsel')}, unten markiert.`,
  changed: (before, day) => `Positionswechsel: zuvor ${stances[before]}, am ${dates.day(day)}.`,
  timeline: (topic) => `Zeitleiste zu ${inMarks(topic)}`,
  ownDay: 'Wo nicht steht, wann etwas gesagt wurde, zählt der Tag des Artikels.',
  noDay: 'Tag unbekannt',
  timelineTold: (shown, total, days) =>
    `${statements(shown)} von ${count(total, 'gespeicherten Zitat', 'gespeicherten Zitaten')}, an ${count(days, 'Tag', 'Tagen')}.`,
  contradictions: (subject) => `Widersprüche: ${subject}`,
  whatSaid: (speaker) => `was ${speaker} gesagt hat`,
  nothingFits: (subject) => `Nichts Gespeichertes passt zu dieser Frage: ${subject}.`,
  notCompared: (number) =>
    `${say(number)} davon wurden nicht verglichen; grenzen Sie die Frage ein, um mehr zu sehen.`,
  conflicts: (pairs, total) =>
    pairs === 0
      ? `Unter ${count(total, 'gespeicherten Zitat', 'gespeicherten Zitaten')} widersprechen sich keine zwei offen.`
      : `${count(pairs, 'Paar', 'Paare')} unter ${count(total, 'Zitat', 'Zitaten')}: Eines dementiert, was das andere sagt. Nur offene Widersprüche sind aufgeführt.`,
  againstThemselves: (speaker) => `${speaker}, im Widerspruch zu eigenen Worten`,
  against: (one, other) => `${one} gegen ${other}`,
  silent: (topic) => `Ohne Antwort zu ${inMarks(topic)}`,
  silentTold: (named, read) => {
    const articles = `${say(read)} Artikel mit Zitaten dazu`;
    return named === 0
      ? `${articles}: Niemand wird genannt, der gefragt oder beschuldigt wurde und ohne belegte Antwort ist.`
      : `${articles}: ${say(named)} gefragt oder beschuldigt, dort ohne belegte Antwort.`;
  },
  asked: 'Gefragt; keine Antwort belegt.',
  accused: 'Beschuldigt oder genannt; keine Antwort belegt.',
};
