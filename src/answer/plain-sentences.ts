import type { ProposedSentence } from './verify/verify-sentence.ts';
import { sentenceStarts } from './verify/sentence.ts';
import type { Docket } from './verify/docket.ts';

const CITATION = /\s*[[【［](?<ids>k[a-z0-9]{2}(?:\s*[,;]\s*k[a-z0-9]{2})*)[\]】］](?<stop>[.。]?)\s*$/u;
const MAX_CHARACTERS = 8_000;

/** Where a text without JSON is cut into sentences: after each citation, or where the segmenter sees an end. */
function cut(text: string): readonly string[] {
  return text.split(/(?<=[\]】］][.。]?)\s+|\n+/u).flatMap((line) => {
    if (CITATION.test(line)) return [line];
    const starts = sentenceStarts(line);
    return starts.map((start, index) => line.slice(start, starts[index + 1]));
  });
}

/**
 * The sentences of a reply that is prose where JSON was asked for, with the ids of a closing `[k3a, k7b]`. A sentence
 * without any cites nothing, and falls by rule V5. The stance is the stored one: the words still have to match it.
 */
export function readPlainSentences(text: string, docket: Docket): readonly ProposedSentence[] {
  if (text.length > MAX_CHARACTERS || !CITATION.test(text.trimEnd().split('\n').at(-1) ?? '')) return [];
  return cut(text)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .map((sentence) => {
      const { ids = '', stop = '' } = CITATION.exec(sentence)?.groups ?? {};
      const quoteIds = ids === '' ? [] : ids.split(/\s*[,;]\s*/);
      const stance = docket.findWitness(quoteIds[0] ?? '')?.stance ?? '';
      return { text: sentence.replace(CITATION, '') + stop, stance, quoteIds };
    });
}
