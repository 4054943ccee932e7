import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CUE_VERBS } from '../../../src/quotes/lexicon/verbs.ts';
import {
  CLAUSE_WORDS,
  CUE_NOUNS,
  PRONOUNS,
  SKIPPED_PREPOSITIONS,
} from '../../../src/quotes/lexicon/words.ts';
import { WEIGHTS, type Model } from '../../../src/quotes/weights.ts';

const words = (list: string): string[] => list.trim().split(/\s+/u);

/** What our own features call things, none of it a word of any article. */
const LABELS = words(`
  bias true false none all some no end quote quoted afterquote dash verb cue base third past other ing noun next
  comma close comma-verb close-verb on-time time occasion
  that colon wh to clause phrase preposition judgement gerund according
  before after apposition relative shared agent possessor right left around following
  pronoun name body thing person role document anonymous common group negated passive
  mended fronted predicate parenthesis`);

/** Words without a content of their own. */
const FUNCTION_WORDS = words(`
  i me my mine we us our you your he him his she her it its they them their this these those there who whose what one
  be is are was were been being am have has had having do does did will would can could may might shall should must
  ca wo 's 're 've 'd 'll 'm not n't
  of in on at by for with from to into onto about over under between among against across behind beyond within
  without toward towards upon up out off down around through throughout via per than like along near next past
  except besides whether inside outside above below that something anything everything nothing someone anyone everyone`);

const KNOWN = new Set([
  ...LABELS,
  ...FUNCTION_WORDS,
  ...CLAUSE_WORDS,
  ...PRONOUNS,
  ...SKIPPED_PREPOSITIONS,
  ...CUE_NOUNS,
  ...[...CUE_VERBS.values()].map(({ lemma }) => lemma),
]);

/** The words in a feature's values: "before==of&form=past" holds "of" and "past". Parts of speech are in capitals. */
function wordsOf(feature: string): readonly string[] {
  return feature
    .split('&')
    .flatMap((part) => (part.includes('=') ? part.slice(part.indexOf('=') + 1) : part))
    .map((value) => value.replace(/^(?:=|[A-Z]+=|cue-|next-)/u, ''))
    .filter((value) => /\p{Ll}/u.test(value));
}

const models: readonly (readonly [string, Model])[] = Object.entries(WEIGHTS);

describe('the learned weights', () => {
  it.each(models)(
    'of the model "%s" name grammar and our own cue words, no wording of any article',
    (_, model) => {
      const unknown = Object.keys(model).flatMap((feature) =>
        wordsOf(feature).filter((word) => !KNOWN.has(word)),
      );
      expect([...new Set(unknown)]).toEqual([]);
    },
  );

  it('are few enough to be reviewed, sorted, and have two decimals', () => {
    expect(models.flatMap(([, model]) => Object.keys(model)).length).toBeLessThanOrEqual(1100);
    const file = readFileSync(new URL('../../../src/quotes/weights.json', import.meta.url), 'utf8');
    const sorted = Object.fromEntries(
      models
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, model]) => [
          name,
          Object.fromEntries(
            Object.entries(model)
              .map(([feature, value]): [string, number] => [feature, Math.round(value * 100) / 100])
              .toSorted(([one], [other]) => (one < other ? -1 : 1)),
          ),
        ]),
    );
    expect(file).toBe(`${JSON.stringify(sorted, null, 2)}\n`);
  });
});
