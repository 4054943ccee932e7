import type { Words } from '../words.ts';
import { BASICS } from './basics.ts';

const { articles, count, dates, inMarks, list, outlets, say, shortStances, stancePlural, statements } =
  BASICS;

const ofTopic = (topic: string): string => (topic === '' ? '' : ` sur ${inMarks(topic)}`);

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const onDay = (day: string | null): string => (day === null ? '' : `, le ${dates.day(day)}`);

export const BRIEFINGS: Words['briefings'] = {
  whatIsNew: 'Les nouvelles déclarations',
  since: (time, zone) => `depuis ${time} (${zone})`,
  caughtUp: (due, at) => `prévu ${due}, rattrapé ${at}`,
  only: (stances) => `seulement ${stances.map((stance) => shortStances[stance]).join(', ')}`,
  speakers: (names) => `auteurs\u00A0: ${names.join(', ')}`,
  outlets: (names) => `médias\u00A0: ${names.join(', ')}`,
  sum: (found, stances) => {
    const carried = `${articles(found.articles)}${found.outlets === 0 ? '' : ` (${outlets(found.outlets)})`}`;
    const told =
      found.unread === 0
        ? `${statements(found.statements)} dans ${carried}`
        : `${say(found.statements)} sur ${statements(found.statements + found.unread)}, celles qui répondent ou conviennent le mieux, dans ${carried}`;
    return `${told}\u00A0: ${stances}.`;
  },
  nothing: (topics) =>
    `Rien de nouveau pour cette période${topics.length === 0 ? '' : ` sur ${list(topics.map(inMarks))}`}.`,
  topicSum: (topic, told) => `Sur ${inMarks(topic)}\u00A0: ${told}.`,
  nothingNew: 'rien de nouveau',
  nothingMore: 'rien de plus',
  mostQuoted: (names) => `Les plus cités\u00A0: ${list(names)}.`,
  correctionsTold: (number) =>
    `${count(number, 'rectification', 'rectifications')} de ce qui a été publié ici.`,
  corrected: 'Rectifié depuis la publication ici',
  removed: (day) => `Déjà publié ici\u00A0; retiré dans une version ultérieure de l’article${onDay(day)}.`,
  reworded: (day) => `Déjà publié ici\u00A0; modifié dans une version ultérieure de l’article${onDay(day)}.`,
  inItsPlace: 'Ce que l’article dit maintenant à cet endroit.',
  changed: (topic) => `Changement de position${ofTopic(topic)}`,
  saidBefore: 'La déclaration d’avant.',
  conflict: (topic, between) => `En contradiction${ofTopic(topic)}\u00A0: ${between}`,
  againstThemselves: (speaker) => `${speaker}, contre ses propres mots`,
  alsoOnRecord: 'Également en archive.',
  listed: (stance, topic) => `${capitalise(stancePlural(stance))}${ofTopic(topic)}`,
  longAgo: (day) => `Nouveau en archive, mais du ${dates.day(day)}.`,
  unanswered: (topic) => `Sans réponse attestée${ofTopic(topic)}`,
  askSomething: '/who-said et un sujet, ou /position et un nom',
};
