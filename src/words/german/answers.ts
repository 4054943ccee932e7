import type { Stance } from '../../records/quote.ts';
import type { Words } from '../words.ts';
import { BASICS } from './basics.ts';

const { articles, count, dates, inMarks, list, pick, quotes, say, stances } = BASICS;

type Answers = Words['answers'];

const NOBODY: Readonly<Record<Stance, string>> = {
  denied: 'das dementiert hat',
  disputed: 'das angezweifelt hat',
  declined: 'eine Bestätigung abgelehnt hat',
  confirmed: 'das bestätigt hat',
  claimed: 'das gesagt hat',
  warned: 'davor gewarnt hat',
  condemned: 'das verurteilt hat',
  urged: 'das gefordert hat',
  promised: 'das zugesagt hat',
};

const ABOUT: Readonly<Partial<Record<Stance, string>>> = {
  denied: 'was dementiert wurde, ',
  disputed: 'was angezweifelt wurde, ',
  declined: 'was nicht bestätigt wurde, ',
  confirmed: 'was bestätigt wurde, ',
};

const NOTICES: Readonly<Record<Parameters<Answers['withoutModel']>[0], string>> = {
  late: 'Das Sprachmodell hat nicht rechtzeitig geantwortet',
  error: 'Das Sprachmodell hat einen Fehler gemeldet',
  unusable: 'Die Antwort des Sprachmodells war nicht lesbar',
  unbacked: 'Der Text des Sprachmodells war nicht durch die Zitate gedeckt',
  abstained: 'Das Sprachmodell hat keine Zusammenfassung gegeben',
  spent: 'Das heutige Budget für das Sprachmodell ist verbraucht',
  'not-ended': 'Ein früherer Versuch wurde nicht zu Ende gebracht',
};

/** The speaker's language is the article's, so no verb of ours has to agree with it: “Ada Lorne – dementiert am …”. */
const DIGEST: Answers['digest'] = {
  unknownSource: 'Eine Quelle, die der Artikel nicht nennt',
  unnamedSource: (description) =>
    `${description.charAt(0).toUpperCase()}${description.slice(1)} (nicht namentlich genannt)`,
  inRole: (name, role) => `${name} (${role})`,
  subject: (speaker) => `${speaker} – `,
  did: (stance, occasion) => `${stances[stance]}${occasion}`,
  occasion: ({ said, reported, via }) => {
    const through = via === null ? '' : `, über ${via}`;
    if (said === null)
      return `${reported === null ? '' : ` (berichtet am ${dates.day(reported)})`}${through}`;
    const { from, to } = said;
    const days = from === to ? `am ${dates.day(to)}` : `zwischen ${dates.day(from)} und ${dates.day(to)}`;
    return ` ${days}${through}`;
  },
  withWords: (told, words) => `${told}: ${words}`,
  withoutWords: (told) => `${told} (der Wortlaut steht unter den Zitaten)`,
  beginning: ' (der Anfang)',
  reported: (stance) => ` (${stance === null ? '' : (ABOUT[stance] ?? '')}in den Worten des Artikels)`,
  changed: (earlier, later) => `Positionswechsel: ${earlier}; dann ${later}`,
  more: (left) => `${say(left)} weitere`,
  rest: (above, total, parts) =>
    `${say(above)} von ${count(total, 'Zitat', 'Zitaten')} ${pick(above, 'steht', 'stehen')} oben; außerdem gespeichert: ${list(parts)}.`,
  nobody: (stance) => `In den gespeicherten Artikeln findet sich niemand, der ${NOBODY[stance]}.`,
};

export const ANSWERS: Answers = {
  digest: DIGEST,
  withoutModel: (reason) => `Dies ist eine Übersicht ohne Sprachmodell. ${NOTICES[reason]}.`,
  noSummary:
    'Ohne Zusammenfassung des Sprachmodells: Gegen die Zitate prüfen lässt sie sich nur auf Englisch.',
  shortened: 'Ein Teil der Zusammenfassung des Sprachmodells fehlt: Die Zitate decken ihn nicht.',
  nothingFits: (topic, isFiltered) =>
    `Nichts Gespeichertes passt zum Thema ${inMarks(topic)}${isFiltered ? ' mit diesen Filtern' : ''}.`,
  whichSpeaker: (names, more) =>
    `Mehrere mit gespeicherten Aussagen tragen diesen Namen: ${list([...names, ...(more > 0 ? [`${say(more)} weitere`] : [])])}. Fragen Sie nach einer Person davon.`,
  otherSpeaker: (who) => `Diesen Namen trägt noch jemand mit gespeicherten Aussagen; hier geht es um ${who}.`,
  alsoNamed: (names) => `auch ${names.join(', ')}`,
  withoutFilters: (number) =>
    `Ohne die Filter ${pick(number, 'passt', 'passen')} ${quotes(number)} zum Thema.`,
  nearest: (topics) => `Ähnliche gespeicherte Themen: ${topics.join(', ')}.`,
  newest: (titles) => `Zuletzt mit Zitaten gespeichert: ${titles.map(inMarks).join(', ')}.`,
  topic: (topic) => `Thema ${inMarks(topic)}`,
  stance: (stance) => (stance === null ? 'jede Haltung' : `Haltung ${inMarks(stances[stance])}`),
  understood: (parts) => `Verstanden als: ${parts.join(', ')}.`,
  searching: 'Die gespeicherten Zitate werden durchsucht …',
  searchingArticles: (number) => `${articles(number)} ${pick(number, 'wird', 'werden')} durchsucht …`,
  askingModel: (number) =>
    `Das Sprachmodell wird zu ${pick(number, 'einem Zitat', `${number} Zitaten`)} befragt …`,
  askingAgain: 'Nicht jeder Satz war belegt. Das Sprachmodell wird noch einmal befragt …',
  nthArticle: (nth, total, line) => `Artikel ${nth} von ${total}: ${line}`,
  reading: 'Die Frage wird gelesen, die gespeicherten Zitate werden durchsucht …',
  fetchingArticle: 'Der Artikel wird geholt …',
  readingArticle: 'Der Artikel wird gelesen …',
  findingQuotes: 'Die Zitate im Artikel werden gesucht …',
  understoodAs: (days) =>
    `Verstanden: ${list(days.map(([typed, day]) => `${inMarks(typed)} als ${dates.day(day)}`))}.`,
  backing: (topic) => `Was die Antwort zu ${inMarks(topic)} belegt`,
  backed: (backing, sentences) =>
    `${count(backing, 'Zitat belegt', 'Zitate belegen')} ${count(sentences, 'Satz', 'Sätze')}.`,
  inAnswer: (number) => `[${number}] in der Antwort`,
};
