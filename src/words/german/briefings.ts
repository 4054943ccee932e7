import type { Words } from '../words.ts';
import { BASICS } from './basics.ts';

const { articles, count, dates, inMarks, list, outlets, say, shortStances, stancePlural, statements } =
  BASICS;

const ofTopic = (topic: string): string => (topic === '' ? '' : ` zu ${inMarks(topic)}`);

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const onDay = (day: string | null): string => (day === null ? '' : `, am ${dates.day(day)}`);

export const BRIEFINGS: Words['briefings'] = {
  whatIsNew: 'Was neu belegt ist',
  since: (time, zone) => `seit ${time} (${zone})`,
  caughtUp: (due, at) => `fällig ${due}, nachgeholt ${at}`,
  only: (stances) => `nur ${stances.map((stance) => shortStances[stance]).join(', ')}`,
  speakers: (names) => `von ${names.join(', ')}`,
  outlets: (names) => `Medien ${names.join(', ')}`,
  sum: (found, stances) => {
    const carried = `${articles(found.articles)}${found.outlets === 0 ? '' : ` (${outlets(found.outlets)})`}`;
    const told =
      found.unread === 0
        ? `${statements(found.statements)} in ${carried}`
        : `${say(found.statements)} von ${statements(found.statements + found.unread)}, die am meisten beantworten oder am besten passen, in ${carried}`;
    return `${told}: ${stances}.`;
  },
  nothing: (topics) =>
    `Für diesen Zeitraum ist nichts Neues belegt${topics.length === 0 ? '' : `, zu ${list(topics.map(inMarks))}`}.`,
  topicSum: (topic, told) => `Zu ${inMarks(topic)}: ${told}.`,
  nothingNew: 'nichts Neues',
  nothingMore: 'nichts weiter',
  mostQuoted: (names) => `Am häufigsten zitiert: ${list(names)}.`,
  correctionsTold: (number) => `${count(number, 'Berichtigung', 'Berichtigungen')} von hier Gemeldetem.`,
  corrected: 'Berichtigt, seit es hier gemeldet wurde',
  removed: (day) => `Hier schon gemeldet; in einer späteren Fassung des Artikels entfernt${onDay(day)}.`,
  reworded: (day) => `Hier schon gemeldet; in einer späteren Fassung des Artikels geändert${onDay(day)}.`,
  inItsPlace: 'Was der Artikel jetzt an dieser Stelle hat.',
  changed: (topic) => `Positionswechsel${ofTopic(topic)}`,
  saidBefore: 'Die Aussage davor.',
  conflict: (topic, between) => `Im Widerspruch${ofTopic(topic)}: ${between}`,
  againstThemselves: (speaker) => `${speaker}, gegen eigene Worte`,
  alsoOnRecord: 'Auch belegt.',
  listed: (stance, topic) => `${capitalise(stancePlural(stance))}${ofTopic(topic)}`,
  longAgo: (day) => `Neu belegt, aber vom ${dates.day(day)}.`,
  unanswered: (topic) => `Ohne belegte Antwort${ofTopic(topic)}`,
  askSomething: '/who-said und ein Thema, oder /position und ein Name',
};
