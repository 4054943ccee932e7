import type { Words } from '../../src/words/words.ts';
import { STANCES } from '../../src/records/quote.ts';

const DAY = '2024-09-01';
const OTHER_DAY = '2024-09-11';
const INSTANT = '2026-11-23T06:30:00.000Z';
const ZONE = 'Europe/Oslo';
/** Names and topics in no language. */
const NAME = 'Qorvath';
const COUNTS = [0, 1, 2, 12_345];

const over = <Value>(values: readonly Value[], say: (value: Value) => string): readonly string[] =>
  values.map(say);

/** Every text of a language, each said in the ways there are: the same list in the same order for each language. */
export function sayAll(words: Words): readonly string[] {
  return [...sayBasics(words), ...sayCards(words), ...sayAnswers(words), ...sayRest(words)];
}

function sayBasics({ dates, say, pick, count, list, ...words }: Words): readonly string[] {
  return [
    words.language,
    words.autonym,
    dates.weekday(DAY),
    dates.day(DAY),
    dates.shortDay(INSTANT, ZONE),
    dates.shortTime(INSTANT, ZONE),
    dates.time(INSTANT, ZONE, true),
    dates.time(INSTANT, ZONE, false),
    words.inMarks(NAME),
    say(12_345),
    pick(1, NAME, ''),
    count(2, '', NAME),
    list([NAME, NAME, NAME]),
    ...STANCES.flatMap((stance) => [
      words.stances[stance],
      words.shortStances[stance],
      words.stancePlural(stance),
      ...over(COUNTS, (number) => words.countStance(number, stance)),
    ]),
    ...COUNTS.flatMap((number) => [
      words.articles(number),
      words.outlets(number),
      words.quotes(number),
      words.statements(number),
    ]),
  ];
}

function sayCards({ cards, inMarks }: Words): readonly string[] {
  const { filters, source, buttons, choices } = cards;
  return [
    ...over([null, ...STANCES], (stance) => cards.question(stance, inMarks(NAME))),
    ...Object.values(buttons),
    ...Object.values(choices),
    ...Object.values(filters.without),
    filters.speaker(NAME),
    filters.outlet(NAME),
    filters.range(DAY, DAY),
    filters.range(DAY, OTHER_DAY),
    filters.since(DAY),
    filters.until(DAY),
    filters.from(DAY),
    filters.to(DAY),
    ...over([1, 30], filters.lastDays),
    source.unknown,
    source.unnamed,
    source.indirect,
    source.source,
    source.gone,
    source.fromTeaser,
    source.teaser,
    source.said(DAY, DAY),
    source.said(DAY, OTHER_DAY),
    source.via(NAME),
    source.published(NAME),
    source.removedSince(DAY),
    source.changedSince(DAY),
    ...over([0, 1, 2], (more) => source.alsoIn([NAME], more)),
    source.inOutlets(2),
    source.id(NAME),
    cards.noAnswer,
    cards.tryFewer,
    cards.seeSource,
    cards.teaserOnly,
    cards.failed,
    cards.nothingHandedIn,
    cards.briefing,
    cards.continued,
    cards.everything,
    cards.superseded(DAY, null),
    cards.superseded(DAY, NAME),
    cards.page(2, 3),
    cards.sharedBy(NAME),
    cards.toDo(NAME),
    cards.askWith(NAME),
    ...over(['stored', 'duplicate', 'near-duplicate', 'revised'] as const, (status) =>
      cards.outcome(status === 'stored' ? null : NAME, status, status === 'stored' ? null : NAME),
    ),
    cards.unread(NAME),
    cards.itUnread(NAME, NAME),
    cards.next('', ZONE),
    cards.next(NAME, ZONE),
    cards.nextTimes(NAME),
    cards.watchHead(NAME),
    cards.watchName(NAME),
    cards.chart(12, [NAME, NAME]),
    cards.timelineChart(NAME, NAME, [NAME, NAME]),
    cards.moreSpeakers(1),
    cards.moreSpeakers(12),
    ...COUNTS.flatMap((number) => [
      cards.narrowed(number, 12_345),
      cards.moreOnFile(number, 12_345),
      cards.narrowToSee(number),
      cards.restOnFile(number),
      cards.restElsewhere(number, NAME),
      cards.moreOfStance(number, NAME),
      cards.sentencesLeft(number),
      cards.goesOn(number),
      cards.moreNotListed(number),
      cards.holds(number),
      cards.preview(number),
      cards.watchTold(number),
    ]),
  ];
}

function sayAnswers({ answers }: Words): readonly string[] {
  const { digest } = answers;
  const said = { from: DAY, to: OTHER_DAY };
  return [
    digest.unknownSource,
    digest.unnamedSource(NAME),
    digest.inRole(NAME, NAME),
    digest.subject(NAME),
    digest.occasion({ said, reported: DAY, via: NAME }),
    digest.occasion({ said: { from: DAY, to: DAY }, reported: null, via: null }),
    digest.occasion({ said: null, reported: DAY, via: NAME }),
    digest.withWords(NAME, NAME),
    digest.withoutWords(NAME),
    digest.beginning,
    ...over([null, ...STANCES], digest.reported),
    ...STANCES.flatMap((stance) => [digest.did(stance, ''), digest.nobody(stance)]),
    digest.changed(NAME, NAME),
    ...COUNTS.flatMap((number) => [
      digest.more(number),
      digest.rest(number, 12_345, [NAME, NAME]),
      answers.withoutFilters(number),
      answers.whichSpeaker([NAME, NAME], number),
      answers.backed(number, number),
    ]),
    ...over(
      ['late', 'error', 'unusable', 'unbacked', 'abstained', 'spent', 'not-ended'] as const,
      answers.withoutModel,
    ),
    answers.noSummary,
    answers.shortened,
    answers.nothingFits(NAME, false),
    answers.nothingFits(NAME, true),
    answers.otherSpeaker(NAME),
    answers.alsoNamed([NAME]),
    answers.nearest([NAME]),
    answers.newest([NAME]),
    answers.topic(NAME),
    ...over([null, ...STANCES], answers.stance),
    answers.understood([NAME]),
    answers.understoodAs([[NAME, DAY]]),
    answers.searching,
    ...over([1, 3], answers.searchingArticles),
    ...over([1, 3], answers.askingModel),
    answers.askingAgain,
    answers.nthArticle(2, 3, NAME),
    answers.reading,
    answers.fetchingArticle,
    answers.readingArticle,
    answers.findingQuotes,
    answers.backing(NAME),
    answers.inAnswer(3),
  ];
}

function sayRest({ reports, briefings }: Words): readonly string[] {
  const found = { statements: 2, unread: 0, articles: 2, outlets: 2 };
  return [
    ...['', NAME].flatMap((topic) => [
      reports.position(NAME, topic),
      reports.nothingSaid(NAME, topic),
      briefings.changed(topic),
      briefings.conflict(topic, NAME),
      briefings.unanswered(topic),
    ]),
    ...over(STANCES, (stance) => briefings.listed(stance, '')),
    ...over(STANCES, (stance) => briefings.listed(stance, NAME)),
    ...COUNTS.flatMap((number) => [
      reports.positionTold(number, 12_345),
      reports.changes(number),
      reports.timelineTold(number, 12_345, number),
      reports.notCompared(number),
      reports.conflicts(number, 12_345),
      reports.silentTold(number, 40),
      briefings.correctionsTold(number),
      briefings.sum({ ...found, outlets: number, unread: number }, NAME),
    ]),
    reports.giveTopic,
    ...over(STANCES, (stance) => reports.changed(stance, DAY)),
    reports.timeline(NAME),
    reports.ownDay,
    reports.noDay,
    reports.contradictions(NAME),
    reports.whatSaid(NAME),
    reports.nothingFits(NAME),
    reports.againstThemselves(NAME),
    reports.against(NAME, NAME),
    reports.silent(NAME),
    reports.asked,
    reports.accused,
    briefings.whatIsNew,
    briefings.since(NAME, ZONE),
    briefings.caughtUp(NAME, NAME),
    briefings.only([...STANCES]),
    briefings.speakers([NAME]),
    briefings.outlets([NAME]),
    briefings.nothing([]),
    briefings.nothing([NAME, NAME]),
    briefings.topicSum(NAME, NAME),
    briefings.nothingNew,
    briefings.nothingMore,
    briefings.mostQuoted([NAME]),
    briefings.corrected,
    ...[null, DAY].flatMap((day) => [briefings.removed(day), briefings.reworded(day)]),
    briefings.inItsPlace,
    briefings.saidBefore,
    briefings.againstThemselves(NAME),
    briefings.alsoOnRecord,
    briefings.longAgo(DAY),
    briefings.askSomething,
  ];
}
