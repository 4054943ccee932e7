import { styleText } from 'node:util';
import type { Answer, AnswerQuote, Question } from '../records/answer.ts';
import { shownWords, type Stance } from '../records/quote.ts';
import type { Language } from '../records/language.ts';
import type { Confirmation, Listing, SourcePassage, View } from '../records/view.ts';
import { wordsIn, type Words } from '../words/words.ts';
import { writeBriefing } from './briefing-terminal.ts';
import { writeCandidates } from './candidates-terminal.ts';
import { markPassage } from './mark-passage.ts';
import { neutralise, neutraliseLine } from './neutral.ts';
import { writeReport } from './report-terminal.ts';
import {
  attribute,
  numberQuotes,
  questionFilters,
  questionTitle,
  quoted,
  sayCorpus,
  sayCounts,
  sayCoverage,
  sayOutcome,
  sayReferences,
  saySuperseded,
  stanceHeading,
} from './wording.ts';
import { wrap } from './wrap.ts';

/** The terminal a view is shown in: whether it shows colour, and how many columns it has. */
export interface TerminalFormat {
  readonly colour: boolean;
  readonly width: number;
  /** What everything but quotes is told in; English where it is absent. A briefing has its own. */
  readonly language?: Language | undefined;
}

/** Quotes of a group that are written out: of the stance that was asked for, and of each other one. */
const ASKED_SHOWN = 25;
const OTHERS_SHOWN = 3;

type Style = 'bold' | 'dim' | 'cyan' | 'yellow' | 'none';
type Write = (text: string, style?: Style, indent?: number) => void;

/** A view as text for a terminal, without a final line break. Nothing in it can steer the terminal but our own colours. */
export function renderTerminal(view: View, format: TerminalFormat): string {
  const lines: string[] = [];
  const write: Write = (text, style = 'none', indent = 0) => {
    for (const line of wrap(text, Math.max(format.width - indent, 20))) {
      const plain = ' '.repeat(line === '' ? 0 : indent) + line;
      const coloured = format.colour && style !== 'none' && line !== '';
      lines.push(coloured ? styleText(style, plain, { validateStream: false }) : plain);
    }
  };
  writeView(view, wordsIn(format.language ?? 'en'), write);
  return lines.join('\n');
}

function writeView(view: View, words: Words, write: Write): void {
  switch (view.kind) {
    case 'answer':
      return writeAnswer(view.answer, words, write);
    case 'report':
      return writeReport(view.report, words, write);
    case 'briefing':
      return writeBriefing(view.post, wordsIn(view.post.language ?? words.language), write);
    case 'passage':
      return writePassage(view.passage, words, write);
    case 'listing':
      return writeListing(view.listing, write);
    case 'confirmation':
      return writeConfirmation(view.confirmation, words, write);
    case 'ingested':
      return view.outcomes.forEach((outcome) => write(sayOutcome(outcome, words)));
    case 'file':
      return view.file.text.split('\n').forEach((line) => write(neutralise(line)));
    case 'problem':
      return write(neutralise(view.message), 'yellow');
  }
}

function writeListing({ title, items, note }: Listing, write: Write): void {
  write(neutraliseLine(title), 'bold');
  for (const { name, facts } of items) {
    write(neutraliseLine(name));
    for (const fact of facts) write(neutraliseLine(fact), 'dim', 2);
  }
  if (note !== null) write(neutraliseLine(note), 'dim');
}

function writeConfirmation({ title, told, line }: Confirmation, { cards }: Words, write: Write): void {
  write(neutraliseLine(title), 'bold');
  for (const sentence of told) write(neutraliseLine(sentence));
  write(cards.toDo(neutraliseLine(line)), 'yellow');
}

function writeAnswer(answer: Answer, words: Words, write: Write): void {
  write(questionTitle(answer.question, neutraliseLine(answer.question.topic), words), 'bold');
  const filters = questionFilters(answer.question, words).join(' · ');
  const facts = [sayCounts(answer, words), filters, sayCorpus(answer, words)];
  const told = facts.filter((fact) => fact !== '').join(' | ');
  if (told !== '') write(told, 'dim');
  const { understood } = answer.question;
  if (understood !== undefined) write(neutraliseLine(understood), 'dim');
  if (answer.notice !== null) {
    write('');
    write(neutraliseLine(answer.notice), 'yellow');
  }
  const numbers = numberQuotes(answer);
  if (answer.sentences.length > 0) write('');
  for (const sentence of answer.sentences) {
    write(`${neutraliseLine(sentence.text)} ${sayReferences(sentence.quoteIds, numbers)}`.trimEnd());
  }
  writeCandidates(answer.which ?? [], words, write);
  for (const group of answer.groups) {
    write('');
    write(stanceHeading(group.stance, words), 'cyan');
    const limit = group.stance === answer.question.stance ? ASKED_SHOWN : OTHERS_SHOWN;
    for (const quote of group.quotes.slice(0, limit)) {
      writeQuote(quote, `${numbers.get(quote.id) ?? ''}`, words, write);
    }
    const left = group.quotes.length - limit;
    if (left > 0)
      write(words.cards.moreOfStance(left, sayHowToSee(answer.question, group.stance, words)), 'dim', 6);
  }
  const coverage = sayCoverage(answer, words);
  if (coverage !== null) {
    write('');
    write(coverage, 'dim');
  }
}

/** The command that lists a stance whole; in an answer that is about it alone, `source` still shows each quote. */
function sayHowToSee({ topic, stance }: Question, shown: Stance, { cards }: Words): string {
  return stance === shown ? cards.seeSource : `/who-said ${neutraliseLine(topic)} stance:${shown}`;
}

function writeQuote(quote: AnswerQuote, number: string, words: Words, write: Write): void {
  const { speaker, marks, said, via, outlet, published, url, copies } = attribute(quote, words);
  write(`[${number}] ${[speaker, ...marks].join(', ')}`, 'bold', 2);
  write(quoted(neutralise(shownWords(quote))), 'none', 6);
  write([said, via, outlet, published, url, copies].filter((part) => part !== null).join(' · '), 'dim', 6);
}

function writePassage(passage: SourcePassage, words: Words, write: Write): void {
  const { quote, article } = passage;
  const { speaker, marks, said, via, outlet, published, url, copies } = attribute(quote, words);
  write([speaker, ...marks, words.stances[quote.stance]].join(', '), 'bold');
  const source = [
    article.title && neutraliseLine(article.title),
    said,
    via,
    outlet,
    published,
    url,
    copies,
    neutraliseLine(words.cards.source.id(quote.id)),
  ];
  write(source.filter((part) => part !== null).join(' · '), 'dim');
  const superseded = saySuperseded(quote, words);
  if (superseded !== null) write(superseded, 'yellow');
  write('');
  const marked = markPassage(passage).map(({ text, marked: isQuote }) => (isQuote ? `»${text}«` : text));
  write(neutralise(marked.join('')), 'none', 2);
}
