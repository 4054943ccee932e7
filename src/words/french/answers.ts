import type { Stance } from '../../records/quote.ts';
import type { Words } from '../words.ts';
import { BASICS } from './basics.ts';

const { articles, count, dates, inMarks, list, pick, quotes, say, stances } = BASICS;

type Answers = Words['answers'];

const NOBODY: Readonly<Record<Stance, string>> = {
  denied: 'l’avoir démenti',
  disputed: 'l’avoir contesté',
  declined: 'avoir refusé de le confirmer',
  confirmed: 'l’avoir confirmé',
  claimed: 'l’avoir dit',
  warned: 'avoir mis en garde à ce sujet',
  condemned: 'l’avoir condamné',
  urged: 'l’avoir réclamé',
  promised: 'l’avoir promis',
};

const ABOUT: Readonly<Partial<Record<Stance, string>>> = {
  denied: 'ce qui est démenti, ',
  disputed: 'ce qui est contesté, ',
  declined: 'ce qui n’est pas confirmé, ',
  confirmed: 'ce qui est confirmé, ',
};

const NOTICES: Readonly<Record<Parameters<Answers['withoutModel']>[0], string>> = {
  late: 'le modèle de langage n’a pas répondu à temps',
  error: 'le modèle de langage a signalé une erreur',
  unusable: 'la réponse du modèle de langage n’était pas lisible',
  unbacked: 'les citations n’appuyaient pas le texte du modèle de langage',
  abstained: 'le modèle de langage n’a pas donné de résumé',
  spent: 'le budget du jour pour le modèle de langage est épuisé',
  'not-ended': 'un essai précédent n’a pas abouti',
};

const between = (from: string, to: string): string =>
  from === to ? `le ${dates.day(to)}` : `entre le ${dates.day(from)} et le ${dates.day(to)}`;

/** The speaker is named in the article's language, so no verb of ours has to agree: « Ada Lorne – démenti le … ». */
const DIGEST: Answers['digest'] = {
  unknownSource: 'Une source que l’article ne nomme pas',
  unnamedSource: (description) =>
    `${description.charAt(0).toUpperCase()}${description.slice(1)} (sous couvert d’anonymat)`,
  inRole: (name, role) => `${name} (${role})`,
  subject: (speaker) => `${speaker} – `,
  did: (stance, occasion) => `${stances[stance]}${occasion}`,
  occasion: ({ said, reported, via }) => {
    const through = via === null ? '' : `, via ${via}`;
    if (said === null) return `${reported === null ? '' : ` (rapporté le ${dates.day(reported)})`}${through}`;
    return ` ${between(said.from, said.to)}${through}`;
  },
  withWords: (told, words) => `${told}\u00A0: ${words}`,
  withoutWords: (told) => `${told} (le texte figure parmi les citations)`,
  beginning: ' (début)',
  reported: (stance) => ` (${stance === null ? '' : (ABOUT[stance] ?? '')}selon les mots de l’article)`,
  changed: (earlier, later) => `Changement de position\u00A0: ${earlier}\u00A0; puis ${later}`,
  more: (left) => `${say(left)} de plus`,
  rest: (above, total, parts) =>
    `${say(above)} sur ${quotes(total)} en archive ${pick(above, 'figure', 'figurent')} ci-dessus\u00A0; également en archive\u00A0: ${list(parts)}.`,
  nobody: (stance) => `Personne n’est cité dans les articles enregistrés pour ${NOBODY[stance]}.`,
};

export const ANSWERS: Answers = {
  digest: DIGEST,
  withoutModel: (reason) => `Synthèse sans modèle de langage\u00A0: ${NOTICES[reason]}.`,
  noSummary:
    'Sans résumé du modèle de langage\u00A0: il ne peut être vérifié contre les citations qu’en anglais.',
  shortened: 'Une partie du résumé du modèle de langage est omise\u00A0: les citations ne l’appuient pas.',
  nothingFits: (topic, isFiltered) =>
    `Rien en archive ne correspond au sujet ${inMarks(topic)}${isFiltered ? ' avec ces filtres' : ''}.`,
  whichSpeaker: (names, more) =>
    `Plusieurs auteurs en archive portent ce nom\u00A0: ${list([...names, ...(more > 0 ? [`${say(more)} de plus`] : [])])}. Posez la question pour l’un d’eux.`,
  otherSpeaker: (who) => `Un autre auteur en archive porte ce nom\u00A0; il s’agit ici de ${who}.`,
  alsoNamed: (names) => `aussi ${names.join(', ')}`,
  withoutFilters: (number) =>
    `Sans les filtres, ${quotes(number)} en archive ${pick(number, 'correspond', 'correspondent')} au sujet.`,
  nearest: (topics) => `Sujets proches en archive\u00A0: ${topics.join(', ')}.`,
  newest: (titles) =>
    `Derniers articles enregistrés avec citations\u00A0: ${titles.map(inMarks).join(', ')}.`,
  topic: (topic) => `sujet ${inMarks(topic)}`,
  stance: (stance) => (stance === null ? 'toute position' : `position ${inMarks(stances[stance])}`),
  understood: (parts) => `Compris comme\u00A0: ${parts.join(', ')}.`,
  searching: 'Recherche dans les citations enregistrées …',
  searchingArticles: (number) => `Recherche dans ${articles(number)} …`,
  askingModel: (number) => `Le modèle de langue est interrogé sur ${quotes(number)} …`,
  askingAgain:
    'Toutes les phrases n’étaient pas appuyées. Le modèle de langue est interrogé encore une fois …',
  nthArticle: (nth, total, line) => `Article ${nth} sur ${total}\u00A0: ${line}`,
  reading: 'Lecture de la question et recherche dans les citations enregistrées …',
  fetchingArticle: 'Téléchargement de l’article …',
  readingArticle: 'Lecture de l’article …',
  findingQuotes: 'Recherche des citations dans l’article …',
  understoodAs: (days) =>
    `Compris\u00A0: ${list(days.map(([typed, day]) => `${inMarks(typed)} comme le ${dates.day(day)}`))}.`,
  backing: (topic) => `Ce qui appuie la réponse sur ${inMarks(topic)}`,
  backed: (backing, sentences) =>
    `${count(backing, 'citation appuie', 'citations appuient')} ${count(sentences, 'phrase', 'phrases')}.`,
  inAnswer: (number) => `[${number}] dans la réponse`,
};
