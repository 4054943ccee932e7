import type { Stance } from '../../records/quote.ts';
import type { IngestOutcome } from '../../records/view.ts';
import type { Words } from '../words.ts';
import { BASICS } from './basics.ts';

const { count, dates, inMarks, pick, quotes, say } = BASICS;

type Cards = Words['cards'];

const QUESTIONS: Readonly<Record<Stance, (topic: string) => string>> = {
  denied: (topic) => `Wer hat ${topic} dementiert`,
  disputed: (topic) => `Wer hat ${topic} angezweifelt`,
  declined: (topic) => `Wer wollte ${topic} nicht bestätigen`,
  confirmed: (topic) => `Wer hat ${topic} bestätigt`,
  claimed: (topic) => `Wer hat sich geäußert zu ${topic}`,
  warned: (topic) => `Wer hat gewarnt vor ${topic}`,
  condemned: (topic) => `Wer hat ${topic} verurteilt`,
  urged: (topic) => `Wer hat ${topic} gefordert`,
  promised: (topic) => `Wer hat ${topic} zugesagt`,
};

const OUTCOMES: Readonly<Record<IngestOutcome['status'], string>> = {
  stored: 'ist gespeichert',
  duplicate: 'war schon gespeichert; es kam nichts hinzu',
  'near-duplicate': 'ist gespeichert und mit einem fast gleichen Artikel verknüpft',
  revised: 'ist als neue Fassung gespeichert',
};

const FILTERS: Cards['filters'] = {
  speaker: (name) => `von ${name}`,
  outlet: (name) => `Medium ${name}`,
  range: (from, to) =>
    from === to ? dates.weekday(from) : `${dates.weekday(from)} bis ${dates.weekday(to)}`,
  since: (day) => `seit ${dates.weekday(day)}`,
  until: (day) => `bis ${dates.weekday(day)}`,
  from: (day) => `ab ${dates.day(day)}`,
  to: (day) => `bis ${dates.day(day)}`,
  lastDays: (days) => (days === 1 ? 'der letzte Tag' : `die letzten ${say(days)} Tage`),
  without: {
    unnamed: 'ohne ungenannte Quellen',
    'second-hand': 'ohne Aussagen aus zweiter Hand',
  },
};

const SOURCE: Cards['source'] = {
  unknown: 'Nicht gesagt, von wem',
  unnamed: 'ungenannt',
  indirect: 'in den Worten des Artikels',
  said: (from, to) =>
    from === to
      ? `gesagt am ${dates.weekday(from)}`
      : `gesagt zwischen ${dates.weekday(from)} und ${dates.weekday(to)}`,
  via: (name) => `über ${name}`,
  published: (day) => `veröffentlicht am ${day}`,
  source: 'Quelle',
  gone: 'nicht mehr gespeichert',
  fromTeaser: 'aus dem Anreißer eines Feeds',
  teaser: 'nur im Anreißer des Feeds',
  removedSince: (day) => `inzwischen entfernt, am ${dates.weekday(day)}`,
  changedSince: (day) => `inzwischen geändert, am ${dates.weekday(day)}`,
  alsoIn: (outlets, more) => {
    const others = more === 0 ? [] : [`${say(more)} ${pick(more, 'weiteren Artikel', 'weiteren Artikeln')}`];
    return `auch in ${[...outlets, ...others].join(', ')}`;
  },
  inOutlets: (number) => `in ${count(number, 'Medium', 'Medien')}`,
  id: (id) => `Zitat ${id}`,
};

export const CARDS: Cards = {
  question: (stance, topic) =>
    stance === null ? `Wer hat was gesagt zu ${topic}` : QUESTIONS[stance](topic),
  filters: FILTERS,
  source: SOURCE,
  buttons: {
    context: 'Kontext',
    watch: 'Beobachten',
    evidence: 'Belege',
    previous: 'Zurück',
    next: 'Weiter',
    share: 'Teilen',
    cancel: 'Abbrechen',
  },
  choices: { which: 'Wer ist gemeint?', allSpeakers: 'Alle Stimmen', allStances: 'Alle Haltungen' },
  narrowed: (shown, all) => `Eingegrenzt auf ${say(shown)} von ${count(all, 'Zitat', 'Zitaten')}.`,
  noAnswer: 'Kein gespeichertes Zitat beantwortet das.',
  tryFewer: 'Versuchen Sie es mit weniger Wörtern, oder speichern Sie mit /ingest einen Artikel.',
  moreOnFile: (left, total) => `${say(left)} von ${say(total)} weitere gespeichert`,
  narrowToSee: (left) => `grenzen Sie die Frage ein, um ${pick(left, 'es', 'sie')} zu sehen`,
  restOnFile: (left) =>
    `${say(left)} weitere gespeichert; grenzen Sie die Frage ein, um ${pick(left, 'es', 'sie')} zu sehen`,
  restElsewhere: (left, where) => `und ${say(left)} weitere gespeichert: ${where}`,
  moreOfStance: (left, where) => `${say(left)} weitere gespeichert: ${where}`,
  seeSource: 'source NUMMER zeigt jedes.',
  sentencesLeft: (left) =>
    `${count(left, 'weiterer Satz', 'weitere Sätze')} der Zusammenfassung ohne Platz; die Zitate stehen alle unten.`,
  goesOn: (characters) => `Das Zitat geht noch ${say(characters)} Zeichen weiter; Kontext zeigt es ganz.`,
  teaserOnly:
    'Dieses Zitat stand im Anreißer des Feeds. Der Artikel, der später kam, hat es anders oder gar nicht.',
  superseded: (day, now) =>
    now === null
      ? `Dieses Zitat wurde in einer späteren Fassung des Artikels entfernt, am ${dates.weekday(day)}.`
      : `Dieses Zitat wurde in einer späteren Fassung des Artikels geändert, am ${dates.weekday(day)}. Jetzt ist es ${now}.`,
  page: (page, pages) => `Seite ${page} von ${pages}`,
  sharedBy: (name) => `Geteilt von ${name}`,
  failed: 'Das hat nicht geklappt.',
  toDo: (line) => `Um es zu tun: ${line}`,
  askWith: (speaker) => `fragen Sie mit speaker:${speaker}`,
  nothingHandedIn: 'Es wurde nichts eingereicht.',
  moreNotListed: (left) => `${say(left)} weitere sind nicht aufgeführt.`,
  outcome: (title, status, other) => {
    const told = other === null ? '' : status === 'revised' ? ` von ${other}` : ` (${other})`;
    return `${title === null ? 'Der Artikel' : inMarks(title)} ${OUTCOMES[status]}${told}`;
  },
  holds: (number) => `Er enthält ${quotes(number)}.`,
  unread: (language) => `ist auf ${language}; das liest die Grammatik nicht`,
  itUnread: (told, unread) => `${told}; er ${unread}.`,
  briefing: 'Briefing',
  continued: ' (Fortsetzung)',
  preview: (parts) =>
    parts > 1 ? `Vorschau, die erste von ${count(parts, 'Nachricht', 'Nachrichten')}.` : 'Vorschau.',
  next: (times, zone) =>
    times === '' ? 'Es hat keinen nächsten Termin.' : `Nächste Termine: ${times} (${zone}).`,
  nextTimes: (times) => `Nächste Termine: ${times}`,
  watchHead: (title) => `Neu belegt · Beobachtung zu ${title}`,
  watchName: (title) => `Beobachtung zu ${title}`,
  watchTold: (number) => count(number, 'neue Aussage.', 'neue Aussagen.'),
  everything: 'alles',
  chart: (total, counts) =>
    `Balkendiagramm der ${say(total)} gezeigten Aussagen nach Haltung: ${counts.join(', ')}.`,
  timelineChart: (first, last, rows) =>
    `Wer wann welche Haltung einnahm, vom ${first} bis zum ${last}. ${rows.join('; ')}.`,
  moreSpeakers: (left) =>
    left === 1 ? 'und eine weitere Person oder Stelle' : `und ${say(left)} weitere Personen oder Stellen`,
};
