/** What commands and their options are for, by the English text. At most 100 characters each, as Discord allows. */
export const DESCRIPTIONS: Readonly<Record<string, string>> = {
  'The articles on file': 'Die gespeicherten Artikel',
  'What is new on the record, posted at set times': 'Was neu belegt ist, zu festen Zeiten gepostet',
  'Being told of new quotes': 'Über neue Zitate benachrichtigt werden',
  'The feeds that articles come from': 'Die Feeds, aus denen Artikel kommen',
  'Who denied it, in their stored words': 'Wer das dementiert hat, im gespeicherten Wortlaut',
  'What it is about, such as: missile transfer': 'Worum es geht, etwa: missile transfer',
  'Only what this person or body said': 'Nur, was diese Person oder Stelle gesagt hat',
  'Only from this outlet': 'Nur aus diesem Medium',
  'First day: 2024-09-01, or in words such as last Monday':
    'Erster Tag: 2024-09-01, oder auf Englisch wie last Monday',
  'Last day: 2024-09-30, or in words such as yesterday':
    'Letzter Tag: 2024-09-30, oder auf Englisch wie yesterday',
  'Of unnamed sources and what came through another outlet: both unless you choose':
    'Ungenannte Quellen und Aussagen aus zweiter Hand: beide, wenn Sie nichts wählen',
  'Who confirmed it, in their stored words': 'Wer das bestätigt hat, im gespeicherten Wortlaut',
  'Who would not confirm it or had no comment, in their stored words':
    'Wer das nicht bestätigen oder kommentieren wollte, im gespeicherten Wortlaut',
  'Who said what about it, in their stored words': 'Wer was dazu gesagt hat, im gespeicherten Wortlaut',
  'Only statements that take this stance': 'Nur Aussagen mit dieser Haltung',
  'Ask in your own words; the answer says how they were understood':
    'In eigenen Worten fragen; die Antwort sagt, wie sie verstanden wurden',
  'In your own words, such as: Has anyone in Tarn denied sending missiles?':
    'In eigenen Worten, etwa: Has anyone in Tarn denied sending missiles?',
  'What one speaker said over time, with changes of position marked':
    'Was jemand im Lauf der Zeit gesagt hat; Positionswechsel sind markiert',
  'Who took which stance when, day by day, in their stored words':
    'Wer wann welche Haltung einnahm, Tag für Tag, im gespeicherten Wortlaut',
  'Pairs of stored quotes that conflict: give a topic, a speaker, or both':
    'Zitate, die sich widersprechen: nennen Sie ein Thema, eine Person oder beides',
  'Who was asked or accused and has no reply on record, with the sentence that says so':
    'Wer gefragt oder beschuldigt wurde, ohne belegte Antwort; mit dem Satz, der es sagt',
  'One stored quote in its passage, with its source and the other outlets that carry it':
    'Ein Zitat an seiner Stelle im Artikel, mit Quelle und weiteren Medien, die es bringen',
  'The quote’s id, as Context shows it; type words to look it up':
    'Die Kennung des Zitats, wie Kontext sie zeigt; Wörter tippen, um es zu finden',
  'Store an article: give its address, attach a file, or leave out both to paste the text':
    'Einen Artikel speichern: Adresse oder Datei angeben, oder ohne beides den Text einfügen',
  'The article as a text, Markdown, HTML, PDF, Word or mail file':
    'Der Artikel als Text-, Markdown-, HTML-, PDF-, Word- oder Maildatei',
  'Its headline': 'Die Überschrift',
  'Who published it': 'Wer ihn veröffentlicht hat',
  'Its web address; alone, the page is fetched from there':
    'Die Webadresse; steht sie allein, wird die Seite von dort geholt',
  'When it was published, as 2024-09-10': 'Wann er veröffentlicht wurde, als 2024-09-10',
  'The article, pasted; attach a longer one as a file':
    'Der Artikel, eingefügt; einen längeren als Datei anhängen',
  'The articles on file, the newest first': 'Die gespeicherten Artikel, die neuesten zuerst',
  'Words of the headline': 'Wörter der Überschrift',
  'One article and every statement found in it': 'Ein Artikel und alle darin gefundenen Aussagen',
  'Its id, as /article list tells it': 'Die Kennung, wie /article list sie nennt',
  'Delete an article with its quotes, for good; asks once more before it does':
    'Einen Artikel mit seinen Zitaten endgültig löschen; es wird noch einmal gefragt',
  'Follow a feed: its new articles are stored': 'Einem Feed folgen: Seine neuen Artikel werden gespeichert',
  'The address of the feed, or of a site that has one':
    'Die Adresse des Feeds oder einer Website, die einen hat',
  'Store what holds one of these: missile; pact': 'Nur speichern, was eines davon enthält: missile; pact',
  'Store nothing that holds one of these': 'Nichts speichern, was eines davon enthält',
  'What is older than so many hours is stored and told to nobody (24)':
    'Was älter ist als so viele Stunden, wird gespeichert, aber nicht gemeldet (24)',
  'The feeds that are followed, with their state, last success and next try':
    'Die Feeds mit Zustand, letztem Erfolg und nächstem Versuch',
  'What a feed holds, without following it': 'Was ein Feed enthält, ohne ihm zu folgen',
  'Stop polling a feed until it is resumed': 'Einen Feed nicht mehr abrufen, bis er fortgesetzt wird',
  'Its address or id, as /feed list tells them': 'Adresse oder Kennung, wie /feed list sie nennt',
  'Poll a feed again that was paused, is gone or fails':
    'Einen Feed wieder abrufen, der pausiert, verschwunden oder gestört ist',
  'Follow a feed no more; its articles stay': 'Einem Feed nicht mehr folgen; seine Artikel bleiben',
  'Follow all feeds of an OPML file': 'Allen Feeds einer OPML-Datei folgen',
  'An OPML file, as feed readers export it': 'Eine OPML-Datei, wie Feedreader sie exportieren',
  'The feeds that are followed, as an OPML file for other readers':
    'Die Feeds als OPML-Datei für andere Feedreader',
  'The feeds that fail, are gone, or hold entries that could not be stored':
    'Feeds, die gestört oder verschwunden sind oder nicht Speicherbares enthalten',
  'Set up a briefing: what is new on the record, posted at set times':
    'Ein Briefing einrichten: was neu belegt ist, zu festen Zeiten gepostet',
  'Topics, with semicolons between them; everything for all that is new':
    'Themen, durch Semikolons getrennt; everything für alles Neue',
  'What the briefing is called': 'Wie das Briefing heißt',
  'When it runs: weekdays 07:30, Mondays 9:00, or cron':
    'Wann es läuft, auf Englisch: weekdays 07:30, Mondays 9:00, oder cron',
  'The time zone of its times, such as Europe/Berlin': 'Die Zeitzone seiner Zeiten, etwa Europe/Berlin',
  'Only these speakers, with semicolons between them': 'Nur diese Stimmen, durch Semikolons getrennt',
  'For a forum: the tags of its posts, with semicolons between them':
    'In einem Forum: die Tags der Beiträge, durch Semikolons getrennt',
  'Only these outlets, with semicolons between them': 'Nur diese Medien, durch Semikolons getrennt',
  'Where it is posted; here when left out': 'Wo es gepostet wird; ohne Angabe hier',
  'Only these stances, such as denied, confirmed': 'Nur diese Haltungen, etwa denied, confirmed',
  'What it is told in; quotes stay in their own words':
    'In welcher Sprache; Zitate bleiben im eigenen Wortlaut',
  'How much it tells': 'Wie viel es meldet',
  'On a day with nothing new: one line, or nothing': 'An einem Tag ohne Neues: eine Zeile oder nichts',
  'A role to mention; only those that /settings allows':
    'Eine Rolle, die erwähnt wird; nur solche, die /settings erlaubt',
  'Minutes after which one that was missed is caught up no more':
    'Minuten, nach denen ein verpasstes nicht mehr nachgeholt wird',
  'Change a briefing: topics, times, channel, whatever is given':
    'Ein Briefing ändern: Themen, Zeiten, Kanal, was immer Sie angeben',
  'Its name, as /briefing list tells it': 'Sein Name, wie /briefing list ihn nennt',
  'Another name for it': 'Ein anderer Name dafür',
  'Yes: it mentions no role any more': 'Ja: Es erwähnt keine Rolle mehr',
  'What a briefing would post now, and the next three times it runs':
    'Was ein Briefing jetzt posten würde, und seine nächsten drei Termine',
  'Post a briefing now; its next one tells what is new since then':
    'Ein Briefing jetzt posten; das nächste meldet, was seither neu ist',
  'The briefings that are set up, with their times, channel and state':
    'Die eingerichteten Briefings mit Zeiten, Kanal und Zustand',
  'Stop posting a briefing until it is resumed': 'Ein Briefing nicht mehr posten, bis es fortgesetzt wird',
  'Go on with a briefing that is paused or stopped': 'Ein pausiertes oder angehaltenes Briefing fortsetzen',
  'Delete a briefing with its history; asks once more before it does':
    'Ein Briefing mit seinem Verlauf löschen; es wird noch einmal gefragt',
  'When a briefing ran, and what became of it each time':
    'Wann ein Briefing lief, und was jedes Mal daraus wurde',
  'Be told of new quotes on a topic, by a speaker, of a stance or outlet':
    'Über neue Zitate benachrichtigt werden: Thema, Stimme, Haltung oder Medium',
  'Words that the quotes are about': 'Wörter, um die es in den Zitaten geht',
  'Only this speaker': 'Nur diese Stimme',
  'Only this stance': 'Nur diese Haltung',
  'Only this outlet': 'Nur dieses Medium',
  'The channel to tell; your direct messages when left out':
    'Der Kanal dafür; ohne Angabe Ihre Direktnachrichten',
  'How often; at once when left out': 'Wie oft; ohne Angabe sofort',
  'Hours without messages, such as 22:00-07:00; what comes meanwhile is told after them':
    'Stunden ohne Nachrichten, etwa 22:00-07:00; was inzwischen kommt, wird danach gemeldet',
  'Messages an hour at most; what comes beyond is bundled':
    'Höchstens so viele Nachrichten in der Stunde; der Rest wird gebündelt',
  'Your watches, and those of channels for who manages the server':
    'Ihre Beobachtungen; für Verwalter auch die der Kanäle',
  'Stop a watch': 'Eine Beobachtung beenden',
  'Its id, as /watch list tells it': 'Die Kennung, wie /watch list sie nennt',
  'Show or change who sees answers, who may store, language, time zone and period':
    'Zeigen oder ändern, wer Antworten sieht, wer speichern darf, Sprache, Zeitzone, Zeitraum',
  'Who sees an answer: all, or only who asked, with a Share button':
    'Wer eine Antwort sieht: alle, oder nur wer fragt, mit einem Knopf zum Teilen',
  'What answers and reports are told in; quotes stay in their own words':
    'Sprache von Antworten und Berichten; Zitate bleiben im eigenen Wortlaut',
  'The time zone of days, such as Europe/Berlin': 'Die Zeitzone der Tage, etwa Europe/Berlin',
  'Days back that a question without days looks; 0 for all':
    'Wie viele Tage eine Frage ohne Tage zurückblickt; 0 für alle',
  'Members with this role may store articles too': 'Mitglieder mit dieser Rolle dürfen auch speichern',
  'The channel that is told of troubles, such as a briefing that can’t be posted':
    'Der Kanal für Störungen, etwa ein Briefing, das nicht gepostet werden kann',
  'A role that briefings may mention; an administrator decides':
    'Eine Rolle, die Briefings erwähnen dürfen; das entscheidet ein Administrator',
  'Yes: briefings mention no role': 'Ja: Briefings erwähnen keine Rolle',
  'Yes: only those who manage the server may store': 'Ja: Nur wer den Server verwaltet, darf speichern',
  'Tokens spent with the language model, day by day': 'Tokens für das Sprachmodell, Tag für Tag',
  'How many days back, 7 when left out': 'Wie viele Tage zurück; ohne Angabe 7',
  'How much is on file, and whether everything works': 'Wie viel gespeichert ist, und ob alles läuft',
  'What this bot is and what it promises': 'Was dieser Bot ist und was er verspricht',
  'What this bot can do, with an example of each command':
    'Was dieser Bot kann, mit einem Beispiel für jeden Befehl',
  'The command to explain, such as who-denied': 'Der Befehl, der erklärt wird, etwa who-denied',
};
