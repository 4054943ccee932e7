/** What commands and their options are for, by the English text. At most 100 characters each, as Discord allows. */
export const DESCRIPTIONS: Readonly<Record<string, string>> = {
  'The articles on file': 'Les articles enregistrés',
  'What is new on the record, posted at set times': 'Les nouvelles déclarations, publiées à heures fixes',
  'Being told of new quotes': 'Être averti des nouvelles citations',
  'The feeds that articles come from': 'Les flux d’où viennent les articles',
  'Who denied it, in their stored words': 'Qui l’a démenti, dans les mots enregistrés',
  'What it is about, such as: missile transfer': 'Le sujet, par exemple\u00A0: missile transfer',
  'Only what this person or body said': 'Seulement les propos de cette personne ou de cet organisme',
  'Only from this outlet': 'Seulement de ce média',
  'First day: 2024-09-01, or in words such as last Monday':
    'Premier jour\u00A0: 2024-09-01, ou en anglais comme last Monday',
  'Last day: 2024-09-30, or in words such as yesterday':
    'Dernier jour\u00A0: 2024-09-30, ou en anglais comme yesterday',
  'Of unnamed sources and what came through another outlet: both unless you choose':
    'Sources anonymes et propos de seconde main\u00A0: les deux, sauf choix contraire',
  'Who confirmed it, in their stored words': 'Qui l’a confirmé, dans les mots enregistrés',
  'Who would not confirm it or had no comment, in their stored words':
    'Qui n’a pas voulu confirmer ni commenter, dans les mots enregistrés',
  'Who said what about it, in their stored words': 'Qui a dit quoi à ce sujet, dans les mots enregistrés',
  'Only statements that take this stance': 'Seulement les déclarations de cette position',
  'Ask in your own words; the answer says how they were understood':
    'Demander avec vos mots\u00A0; la réponse dit comment ils ont été compris',
  'In your own words, such as: Has anyone in Tarn denied sending missiles?':
    'Avec vos mots, par exemple\u00A0: Has anyone in Tarn denied sending missiles?',
  'What one speaker said over time, with changes of position marked':
    'Les propos d’un auteur au fil du temps, changements de position signalés',
  'Who took which stance when, day by day, in their stored words':
    'Qui a pris quelle position quand, jour par jour, dans les mots enregistrés',
  'Pairs of stored quotes that conflict: give a topic, a speaker, or both':
    'Paires de citations qui se contredisent\u00A0: donnez un sujet, un auteur, ou les deux',
  'Who was asked or accused and has no reply on record, with the sentence that says so':
    'Qui a été interrogé ou accusé sans réponse publiée, avec la phrase qui le dit',
  'One stored quote in its passage, with its source and the other outlets that carry it':
    'Une citation dans son passage, avec sa source et les autres médias qui la publient',
  'The quote’s id, as Context shows it; type words to look it up':
    'L’identifiant que montre Contexte\u00A0; tapez des mots pour la chercher',
  'Store an article: give its address, attach a file, or leave out both to paste the text':
    'Enregistrer un article\u00A0: une adresse, un fichier, ou rien des deux pour coller le texte',
  'The article as a text, Markdown, HTML, PDF, Word or mail file':
    'L’article en fichier texte, Markdown, HTML, PDF, Word ou courriel',
  'Its headline': 'Son titre',
  'Who published it': 'Qui l’a publié',
  'Its web address; alone, the page is fetched from there':
    'Son adresse web\u00A0; seule, la page y est téléchargée',
  'When it was published, as 2024-09-10': 'Quand il a été publié, comme 2024-09-10',
  'The article, pasted; attach a longer one as a file':
    'L’article, collé\u00A0; un plus long se joint en fichier',
  'The articles on file, the newest first': 'Les articles enregistrés, les plus récents d’abord',
  'Words of the headline': 'Mots du titre',
  'One article and every statement found in it': 'Un article et toutes les déclarations qu’il contient',
  'Its id, as /article list tells it': 'Son identifiant, donné par /article list',
  'Delete an article with its quotes, for good; asks once more before it does':
    'Supprimer un article et ses citations pour de bon\u00A0; demande confirmation',
  'Follow a feed: its new articles are stored':
    'Suivre un flux\u00A0: ses nouveaux articles sont enregistrés',
  'The address of the feed, or of a site that has one': 'L’adresse du flux, ou d’un site qui en a un',
  'Store what holds one of these: missile; pact':
    'Enregistrer ce qui contient l’un de ces mots\u00A0: missile; pact',
  'Store nothing that holds one of these': 'Ne rien enregistrer qui contienne l’un de ces mots',
  'What is older than so many hours is stored and told to nobody (24)':
    'Ce qui a plus d’heures que cela est enregistré sans être annoncé (24)',
  'The feeds that are followed, with their state, last success and next try':
    'Les flux suivis, avec leur état, dernier succès et prochain essai',
  'What a feed holds, without following it': 'Ce que contient un flux, sans le suivre',
  'Stop polling a feed until it is resumed': 'Ne plus relever un flux jusqu’à sa reprise',
  'Its address or id, as /feed list tells them': 'Son adresse ou identifiant, donnés par /feed list',
  'Poll a feed again that was paused, is gone or fails':
    'Relever à nouveau un flux en pause, disparu ou défaillant',
  'Follow a feed no more; its articles stay': 'Ne plus suivre un flux\u00A0; ses articles restent',
  'Follow all feeds of an OPML file': 'Suivre tous les flux d’un fichier OPML',
  'An OPML file, as feed readers export it': 'Un fichier OPML, tel que les lecteurs de flux l’exportent',
  'The feeds that are followed, as an OPML file for other readers':
    'Les flux suivis, en fichier OPML pour d’autres lecteurs',
  'The feeds that fail, are gone, or hold entries that could not be stored':
    'Les flux défaillants, disparus, ou dont des entrées n’ont pu être enregistrées',
  'Set up a briefing: what is new on the record, posted at set times':
    'Créer un briefing\u00A0: les nouvelles déclarations, publiées à heures fixes',
  'Topics, with semicolons between them; everything for all that is new':
    'Sujets, séparés par des points-virgules\u00A0; everything pour tout',
  'What the briefing is called': 'Le nom du briefing',
  'When it runs: weekdays 07:30, Mondays 9:00, or cron':
    'Quand, en anglais\u00A0: weekdays 07:30, Mondays 9:00, ou cron',
  'The time zone of its times, such as Europe/Berlin': 'Le fuseau de ses horaires, par exemple Europe/Paris',
  'Only these speakers, with semicolons between them':
    'Seulement ces auteurs, séparés par des points-virgules',
  'For a forum: the tags of its posts, with semicolons between them':
    'Pour un forum\u00A0: les tags de ses posts, séparés par des points-virgules',
  'Only these outlets, with semicolons between them': 'Seulement ces médias, séparés par des points-virgules',
  'Where it is posted; here when left out': 'Où il est publié\u00A0; ici par défaut',
  'Only these stances, such as denied, confirmed': 'Seulement ces positions, par exemple denied, confirmed',
  'What it is told in; quotes stay in their own words':
    'Sa langue\u00A0; les citations gardent leurs propres mots',
  'How much it tells': 'Sa longueur',
  'On a day with nothing new: one line, or nothing': 'Un jour sans nouveauté\u00A0: une ligne, ou rien',
  'A role to mention; only those that /settings allows':
    'Un rôle à mentionner\u00A0; seulement ceux que /settings permet',
  'Minutes after which one that was missed is caught up no more':
    'Minutes après lesquelles un briefing manqué n’est plus rattrapé',
  'Change a briefing: topics, times, channel, whatever is given':
    'Modifier un briefing\u00A0: sujets, horaires, salon, tout ce qui est donné',
  'Its name, as /briefing list tells it': 'Son nom, donné par /briefing list',
  'Another name for it': 'Un autre nom',
  'Yes: it mentions no role any more': 'Oui\u00A0: il ne mentionne plus aucun rôle',
  'What a briefing would post now, and the next three times it runs':
    'Ce qu’un briefing publierait maintenant, et ses trois prochaines dates',
  'Post a briefing now; its next one tells what is new since then':
    'Publier un briefing maintenant\u00A0; le suivant dira ce qui est nouveau depuis',
  'The briefings that are set up, with their times, channel and state':
    'Les briefings créés, avec leurs horaires, salon et état',
  'Stop posting a briefing until it is resumed': 'Ne plus publier un briefing jusqu’à sa reprise',
  'Go on with a briefing that is paused or stopped': 'Reprendre un briefing en pause ou arrêté',
  'Delete a briefing with its history; asks once more before it does':
    'Supprimer un briefing et son historique\u00A0; demande confirmation',
  'When a briefing ran, and what became of it each time':
    'Quand un briefing a été publié, et ce qu’il en est advenu',
  'Be told of new quotes on a topic, by a speaker, of a stance or outlet':
    'Être averti des nouvelles citations d’un sujet, auteur, média ou d’une position',
  'Words that the quotes are about': 'Mots dont parlent les citations',
  'Only this speaker': 'Seulement cet auteur',
  'Only this stance': 'Seulement cette position',
  'Only this outlet': 'Seulement ce média',
  'The channel to tell; your direct messages when left out':
    'Le salon à avertir\u00A0; vos messages privés par défaut',
  'How often; at once when left out': 'À quel rythme\u00A0; aussitôt par défaut',
  'Hours without messages, such as 22:00-07:00; what comes meanwhile is told after them':
    'Heures sans message, par exemple 22:00-07:00\u00A0; le reste est annoncé ensuite',
  'Messages an hour at most; what comes beyond is bundled':
    'Messages par heure au plus\u00A0; le reste est groupé',
  'Your watches, and those of channels for who manages the server':
    'Vos veilles, et celles des salons pour qui gère le serveur',
  'Stop a watch': 'Arrêter une veille',
  'Its id, as /watch list tells it': 'Son identifiant, donné par /watch list',
  'Show or change who sees answers, who may store, language, time zone and period':
    'Voir ou changer qui voit les réponses, qui enregistre, langue, fuseau et période',
  'Who sees an answer: all, or only who asked, with a Share button':
    'Qui voit une réponse\u00A0: tous, ou seulement qui demande, avec un bouton Partager',
  'What answers and reports are told in; quotes stay in their own words':
    'Langue des réponses et rapports\u00A0; les citations gardent leurs propres mots',
  'The time zone of days, such as Europe/Berlin': 'Le fuseau des jours, par exemple Europe/Paris',
  'Days back that a question without days looks; 0 for all':
    'Jours en arrière pour une question sans dates\u00A0; 0 pour tous',
  'Members with this role may store articles too': 'Les membres ayant ce rôle peuvent aussi enregistrer',
  'The channel that is told of troubles, such as a briefing that can’t be posted':
    'Le salon averti des problèmes, comme un briefing qui ne peut être publié',
  'A role that briefings may mention; an administrator decides':
    'Un rôle que les briefings peuvent mentionner\u00A0; un administrateur décide',
  'Yes: briefings mention no role': 'Oui\u00A0: les briefings ne mentionnent aucun rôle',
  'Yes: only those who manage the server may store':
    'Oui\u00A0: seuls ceux qui gèrent le serveur enregistrent',
  'Tokens spent with the language model, day by day':
    'Jetons dépensés avec le modèle de langage, jour par jour',
  'How many days back, 7 when left out': 'Combien de jours en arrière, 7 par défaut',
  'How much is on file, and whether everything works': 'Ce qui est enregistré, et si tout fonctionne',
  'What this bot is and what it promises': 'Ce qu’est ce bot et ce qu’il promet',
  'What this bot can do, with an example of each command':
    'Ce que ce bot sait faire, avec un exemple de chaque commande',
  'The command to explain, such as who-denied': 'La commande à expliquer, par exemple who-denied',
};
