import type { Stance } from '../../records/quote.ts';
import type { IngestOutcome } from '../../records/view.ts';
import type { Words } from '../words.ts';
import { BASICS } from './basics.ts';

const { count, dates, inMarks, pick, quotes, say, statements } = BASICS;

type Cards = Words['cards'];

const QUESTIONS: Readonly<Record<Stance, string>> = {
  denied: 'Qui a démenti',
  disputed: 'Qui a contesté',
  declined: 'Qui a refusé de confirmer',
  confirmed: 'Qui a confirmé',
  claimed: 'Qui s’est exprimé sur',
  warned: 'Qui a mis en garde contre',
  condemned: 'Qui a condamné',
  urged: 'Qui a réclamé',
  promised: 'Qui a promis',
};

const OUTCOMES: Readonly<Record<IngestOutcome['status'], string>> = {
  stored: 'est enregistré',
  duplicate: 'était déjà enregistré\u00A0; rien n’a été ajouté',
  'near-duplicate': 'est enregistré, et relié à un article au texte presque identique',
  revised: 'est enregistré comme nouvelle version',
};

const FILTERS: Cards['filters'] = {
  speaker: (name) => `auteur\u00A0: ${name}`,
  outlet: (name) => `média\u00A0: ${name}`,
  range: (from, to) =>
    from === to ? dates.weekday(from) : `du ${dates.weekday(from)} au ${dates.weekday(to)}`,
  since: (day) => `depuis le ${dates.weekday(day)}`,
  until: (day) => `jusqu’au ${dates.weekday(day)}`,
  from: (day) => `à partir du ${dates.day(day)}`,
  to: (day) => `jusqu’au ${dates.day(day)}`,
  lastDays: (days) => (days === 1 ? 'le dernier jour' : `les ${say(days)} derniers jours`),
  without: { unnamed: 'sans sources anonymes', 'second-hand': 'sans propos de seconde main' },
};

const SOURCE: Cards['source'] = {
  unknown: 'Auteur non précisé',
  unnamed: 'non nommé',
  indirect: 'selon les mots de l’article',
  said: (from, to) =>
    from === to
      ? `dit le ${dates.weekday(from)}`
      : `dit entre le ${dates.weekday(from)} et le ${dates.weekday(to)}`,
  via: (name) => `via ${name}`,
  published: (day) => `publié le ${day}`,
  source: 'source',
  gone: 'n’est plus enregistré',
  fromTeaser: 'd’après l’accroche d’un flux',
  teaser: 'seulement dans l’accroche du flux',
  removedSince: (day) => `retiré depuis, le ${dates.weekday(day)}`,
  changedSince: (day) => `modifié depuis, le ${dates.weekday(day)}`,
  alsoIn: (outlets, more) => {
    const others = more === 0 ? [] : [`${say(more)} ${pick(more, 'autre article', 'autres articles')}`];
    return `aussi dans ${[...outlets, ...others].join(', ')}`;
  },
  inOutlets: (number) => `dans ${count(number, 'média', 'médias')}`,
  id: (id) => `citation ${id}`,
};

export const CARDS: Cards = {
  question: (stance, topic) =>
    stance === null ? `Qui a dit quoi sur ${topic}` : `${QUESTIONS[stance]} ${topic}`,
  filters: FILTERS,
  source: SOURCE,
  buttons: {
    context: 'Contexte',
    watch: 'Surveiller',
    evidence: 'Preuves',
    previous: 'Précédent',
    next: 'Suivant',
    share: 'Partager',
    cancel: 'Annuler',
  },
  choices: {
    which: 'De qui s’agit-il\u00A0?',
    allSpeakers: 'Tous les auteurs',
    allStances: 'Toutes les positions',
  },
  narrowed: (shown, all) => `Limité à ${say(shown)} sur ${quotes(all)}.`,
  noAnswer: 'Aucune citation enregistrée n’y répond.',
  tryFewer: 'Essayez moins de mots, ou enregistrez un article avec /ingest.',
  moreOnFile: (left, total) => `encore ${say(left)} sur ${say(total)} en archive`,
  narrowToSee: (left) => `précisez la question pour ${pick(left, 'la', 'les')} voir`,
  restOnFile: (left) =>
    `encore ${say(left)} en archive\u00A0; précisez la question pour ${pick(left, 'la', 'les')} voir`,
  restElsewhere: (left, where) => `et encore ${say(left)} en archive\u00A0: ${where}`,
  moreOfStance: (left, where) => `encore ${say(left)} en archive\u00A0: ${where}`,
  seeSource: 'source NUMÉRO montre chacune.',
  sentencesLeft: (left) =>
    `Faute de place, ${count(left, 'autre phrase', 'autres phrases')} du résumé en moins\u00A0; les citations sont toutes ci-dessous.`,
  goesOn: (characters) =>
    `La citation continue sur ${count(characters, 'signe', 'signes')}\u00A0; Contexte la montre en entier.`,
  teaserOnly:
    'Cette citation figurait dans l’accroche du flux. L’article, venu ensuite, la donne autrement ou pas du tout.',
  superseded: (day, now) =>
    now === null
      ? `Cette citation a été retirée dans une version ultérieure de l’article, le ${dates.weekday(day)}.`
      : `Cette citation a été modifiée dans une version ultérieure de l’article, le ${dates.weekday(day)}. C’est maintenant ${now}.`,
  page: (page, pages) => `Page ${page} sur ${pages}`,
  sharedBy: (name) => `Partagé par ${name}`,
  failed: 'Cela n’a pas marché.',
  toDo: (line) => `Pour le faire\u00A0: ${line}`,
  askWith: (speaker) => `demandez avec speaker:${speaker}`,
  nothingHandedIn: 'Rien n’a été transmis.',
  moreNotListed: (left) => `Liste incomplète, ${say(left)} de plus.`,
  outcome: (title, status, other) => {
    const told = other === null ? '' : status === 'revised' ? ` de ${other}` : ` (${other})`;
    return `${title === null ? 'L’article' : inMarks(title)} ${OUTCOMES[status]}${told}`;
  },
  holds: (number) => `Il contient ${quotes(number)}.`,
  unread: (language) => `est en ${language}, que la grammaire ne lit pas`,
  itUnread: (told, unread) => `${told}\u00A0; il ${unread}.`,
  briefing: 'Briefing',
  continued: ' (suite)',
  preview: (parts) =>
    parts > 1 ? `Aperçu, le premier de ${count(parts, 'message', 'messages')}.` : 'Aperçu.',
  next: (times, zone) =>
    times === '' ? 'Aucune prochaine date.' : `Prochaines dates\u00A0: ${times} (${zone}).`,
  nextTimes: (times) => `Prochaines dates\u00A0: ${times}`,
  watchHead: (title) => `Nouveau · veille sur ${title}`,
  watchName: (title) => `Veille sur ${title}`,
  watchTold: (number) => count(number, 'nouvelle déclaration.', 'nouvelles déclarations.'),
  everything: 'tout',
  chart: (total, counts) =>
    `Diagramme en barres\u00A0: ${statements(total)} par position, ${counts.join(', ')}.`,
  timelineChart: (first, last, rows) =>
    `Qui a pris quelle position et quand, du ${first} au ${last}. ${rows.join('\u00A0; ')}.`,
  moreSpeakers: (left) => (left === 1 ? 'et une autre source' : `et ${say(left)} autres sources`),
};
