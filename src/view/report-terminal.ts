import { shownWords } from '../records/quote.ts';
import type { Report, ReportEntry } from '../records/report.ts';
import type { Words } from '../words/words.ts';
import { writeCandidates } from './candidates-terminal.ts';
import { neutralise, neutraliseLine } from './neutral.ts';
import { attribute, quoted, sayPublished, sayRest, webAddress } from './wording.ts';

type Style = 'bold' | 'dim' | 'cyan' | 'yellow' | 'none';

/** A report as lines of a terminal, each entry with its stance, words and source; quotes are counted as `source` does. */
export function writeReport(
  report: Report,
  words: Words,
  write: (text: string, style?: Style, indent?: number) => void,
): void {
  write(neutraliseLine(report.title), 'bold');
  if (report.filters.length > 0) write(report.filters.map(neutraliseLine).join(' · '), 'dim');
  if (report.told.length > 0) write('');
  for (const sentence of report.told) write(neutraliseLine(sentence));
  writeCandidates(report.which?.candidates ?? [], words, write);
  let number = 0;
  for (const { heading, entries } of report.parts) {
    write('');
    if (heading !== null) write(neutraliseLine(heading), 'cyan');
    for (const entry of entries) {
      if (entry.kind === 'quote') number += 1;
      writeEntry(entry, number);
    }
  }
  if (report.notShown > 0) {
    write('');
    write(neutraliseLine(sayRest(report, words)), 'dim');
  }

  function writeEntry(entry: ReportEntry, count: number): void {
    const { head, quote, source } = describeEntry(entry, words);
    write(entry.kind === 'quote' ? `[${count}] ${head}` : head, 'bold', 2);
    if (entry.note !== null) write(neutraliseLine(entry.note), 'yellow', 6);
    write(quote, 'none', 6);
    if (source !== '') write(source, 'dim', 6);
  }
}

function describeEntry(entry: ReportEntry, words: Words): { head: string; quote: string; source: string } {
  if (entry.kind === 'sentence') {
    const { title, outlet, url } = entry.article;
    const published = sayPublished(entry.article, words);
    const source = [outlet, title, published, webAddress(url)]
      .filter((part) => part !== null)
      .map(neutraliseLine);
    return {
      head: neutraliseLine(entry.who),
      quote: quoted(neutralise(entry.text)),
      source: source.join(' · '),
    };
  }
  const { quote } = entry;
  const { speaker, marks, said, via, outlet, published, url, copies } = attribute(quote, words);
  return {
    head: [speaker, ...marks, words.stances[quote.stance]].join(', '),
    quote: quoted(neutralise(shownWords(quote))),
    source: [said, via, outlet, published, url, copies].filter((part) => part !== null).join(' · '),
  };
}
