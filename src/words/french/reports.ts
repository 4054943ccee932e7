import type { Words } from '../words.ts';
import { BASICS } from './basics.ts';

const { articles, count, dates, inMarks, quotes, say, stances, statements } = BASICS;

const ofTopic = (topic: string): string => (topic === '' ? '' : ` sur ${inMarks(topic)}`);

export const REPORTS: Words['reports'] = {
  position: (speaker, topic) => `Propos tenus par ${speaker}${ofTopic(topic)}`,
  nothingSaid: (speaker, topic) => `Aucun propos tenu par ${speaker}${ofTopic(topic)} n’est en archive.`,
  positionTold: (shown, total) =>
    `${statements(shown)} sur ${say(total)} en archive, dans l’ordre des dates.`,
  giveTopic: 'Donnez un sujet pour que les changements de position soient signalés.',
  changes: (number) =>
    number === 0
      ? 'Aucun changement de position n’est attesté.'
      : `${count(number, 'changement', 'changements')} de position, à voir ci-dessous.`,
  changed: (before, day) =>
    `Changement de position\u00A0: auparavant ${stances[before]}, le ${dates.day(day)}.`,
  timeline: (topic) => `Chronologie\u00A0: ${inMarks(topic)}`,
  ownDay: 'Quand la date d’une déclaration n’est pas donnée, celle de l’article compte.',
  noDay: 'Date inconnue',
  timelineTold: (shown, total, days) =>
    `${statements(shown)} sur ${quotes(total)} en archive, sur ${count(days, 'jour', 'jours')}.`,
  contradictions: (subject) => `Contradictions\u00A0: ${subject}`,
  whatSaid: (speaker) => `propos tenus par ${speaker}`,
  nothingFits: (subject) => `Rien en archive ne correspond\u00A0: ${subject}.`,
  notCompared: (number) =>
    `${quotes(number)} sans comparaison\u00A0; précisez la question pour en voir plus.`,
  conflicts: (pairs, total) =>
    pairs === 0
      ? `Sur ${quotes(total)} en archive, aucune paire ne se contredit nettement.`
      : `${count(pairs, 'paire', 'paires')} sur ${quotes(total)} en archive\u00A0: l’une dément ce que dit l’autre. Seules les contradictions nettes sont données.`,
  againstThemselves: (speaker) => `${speaker}, en contradiction avec ses propres mots`,
  against: (one, other) => `${one} contre ${other}`,
  silent: (topic) => `Sans réponse sur ${inMarks(topic)}`,
  silentTold: (named, read) =>
    named === 0
      ? `${articles(read)} avec citations sur ce sujet\u00A0: personne d’interrogé ou d’accusé n’y est sans réponse.`
      : `${articles(read)} avec citations sur ce sujet\u00A0: ${count(named, 'partie interrogée ou accusée', 'parties interrogées ou accusées')} sans réponse publiée.`,
  asked: 'Partie interrogée\u00A0; aucune réponse attestée.',
  accused: 'Partie accusée ou citée\u00A0; aucune réponse attestée.',
};
