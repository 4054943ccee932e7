import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDocket } from '../../src/answer/verify/docket.ts';
import { normalise, normaliseWithOffsets } from '../../src/answer/verify/normalise.ts';
import { findQuotedSpans } from '../../src/answer/verify/quoted-spans.ts';
import { withoutReportedMarks } from '../../src/answer/verify/reported-mark.ts';
import { verifyAnswer } from '../../src/answer/verify/verify-answer.ts';
import { verifySentence, type ProposedSentence } from '../../src/answer/verify/verify-sentence.ts';
import { STANCES } from '../../src/records/quote.ts';
import { EVIDENCE_QUOTES } from '../support/model-quotes.ts';

const SEED = 20_250_304;
const MUTATIONS = 20_000;

const requestId = (quoteId: string) => quoteId.replace('q', 'k');
const docket = openDocket(
  EVIDENCE_QUOTES.map((quote) => ({ id: requestId(quote.id), quote })),
  'missile transfer',
);
const IDS = EVIDENCE_QUOTES.map(({ id }) => requestId(id));
const SPEAKERS = EVIDENCE_QUOTES.map(({ speaker }) => speaker?.name ?? `A ${speaker?.role ?? ''}`);

interface Base extends ProposedSentence {
  readonly subject: string;
  readonly verb: string;
}

function base(
  subject: string,
  verb: string,
  rest: string,
  [stance, ...quoteIds]: readonly [string, ...string[]],
): Base {
  return { text: `${subject} ${verb} ${rest}`, subject, verb, stance, quoteIds };
}

const ACCEPTED: readonly Base[] = [
  base(
    'Mara Lindqvist',
    'denied',
    'it: "We did not sell any missiles to Norvia, and the reports are false."',
    ['denied', 'k1'],
  ),
  base('Mara Lindqvist', 'denied', 'any missile transfer, saying "We did not sell any missiles to Norvia".', [
    'denied',
    'k1',
  ]),
  base('Oskar Brandt', 'denied', 'it: "No missile left our ports."', ['denied', 'k2']),
  base('Lena Brandt', 'confirmed', 'that 12 missiles worth $1.5 million were transferred to Norvia.', [
    'confirmed',
    'k3',
  ]),
  base(
    'Lena Brandt',
    'confirmed',
    'it: "I can confirm that 12 missiles worth $1.5 million were transferred to Norvia."',
    ['confirmed', 'k3'],
  ),
  base(
    'Tomas Eke',
    'would not confirm',
    'it: "I cannot confirm the reports that the transfer has happened."',
    ['declined', 'k5'],
  ),
  base('A senior Valdian official', 'denied', 'the reports of a missile transfer.', ['denied', 'k4']),
  base('Omid Farahani', 'denied', 'it: "ما هیچ موشکی نمی‌فروشیم و گزارش‌ها نادرست است"', ['denied', 'k11']),
];

const anyBase = fc.constantFrom(...ACCEPTED);
const verify = (sentence: ProposedSentence) => verifySentence(sentence, docket);
const isRejected = (sentence: ProposedSentence) => 'rule' in verify(sentence);
const check = <Values extends [unknown, ...unknown[]]>(property: fc.IProperty<Values>, numRuns: number) =>
  fc.assert(property, { seed: SEED, numRuns });

/** What an accepted sentence shows between its quotation marks stands, letter for letter, in a quote that it cites. */
function showsOnlyStoredWords(sentence: ProposedSentence): boolean {
  const verdict = verify(sentence);
  if ('rule' in verdict) return true;
  const text = withoutReportedMarks(verdict.sentence.text);
  const cited = EVIDENCE_QUOTES.filter(({ id }) => verdict.sentence.quoteIds.includes(id));
  return (findQuotedSpans(text) ?? []).every(({ open, close }) =>
    cited.some(({ content }) => content.text.includes(text.slice(open + 1, close))),
  );
}

const anyText = fc.string({ unit: 'binary', maxLength: 300 });
const words = ACCEPTED.flatMap(({ text }) => text.split(' '));
const anyWord = fc.oneof(
  fc.constantFrom(
    ...words,
    'not',
    'never',
    'no',
    'confirmed',
    'denied',
    'said',
    'reportedly',
    'may',
    'He',
    '7',
    '“',
    '"',
  ),
  fc.string({ maxLength: 8 }),
);

describe(`The verifier, under ${5 * MUTATIONS} mutations of accepted sentences (seed ${SEED})`, () => {
  it('accepts the sentences that the mutations start from', () => {
    expect(ACCEPTED.filter(isRejected)).toEqual([]);
  });

  it('rejects every change of a character within a quotation', () => {
    const quoted = ACCEPTED.filter(({ text }) => text.includes('"'));
    const replacement = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.constantFrom(...'abcxyzNO09 .,-'.split('')),
    );
    check(
      fc.property(fc.constantFrom(...quoted), fc.nat(), replacement, (sentence, place, character) => {
        const open = sentence.text.indexOf('"');
        const close = sentence.text.lastIndexOf('"');
        // The first letter's case and a full stop at the end are the model's to choose.
        const at = open + 2 + (place % (close - open - 3));
        const text = sentence.text.slice(0, at) + character + sentence.text.slice(at + 1);
        fc.pre(normalise(text) !== normalise(sentence.text));
        expect(isRejected({ ...sentence, text })).toBe(true);
      }),
      MUTATIONS,
    );
  });

  it('rejects every other id', () => {
    const id = fc.oneof(
      fc.constantFrom(...IDS, ...EVIDENCE_QUOTES.map((quote) => quote.id)),
      fc.string({ maxLength: 4 }),
    );
    check(
      fc.property(anyBase, fc.array(id, { maxLength: 5 }), (sentence, quoteIds) => {
        fc.pre(!quoteIds.includes(sentence.quoteIds[0] ?? ''));
        expect(isRejected({ ...sentence, quoteIds })).toBe(true);
      }),
      MUTATIONS,
    );
  });

  it('rejects every other speaker', () => {
    const speaker = fc.oneof(
      fc.constantFrom(...SPEAKERS, 'He', 'She', 'They', 'Officials', 'It', 'Brandt', 'Norvia'),
      fc.string({ maxLength: 12 }),
    );
    check(
      fc.property(anyBase, speaker, (sentence, subject) => {
        fc.pre(normalise(subject).trim().toLowerCase() !== sentence.subject.toLowerCase());
        expect(isRejected({ ...sentence, text: sentence.text.replace(sentence.subject, subject) })).toBe(
          true,
        );
      }),
      MUTATIONS,
    );
  });

  it('rejects every other stance, in the words or in the field', () => {
    const verb = fc.constantFrom(
      'confirmed',
      'denied',
      'disputed',
      'would not confirm',
      'did not deny',
      'warned of',
      'condemned',
      'promised',
      'claimed',
      'urged',
      'neither confirmed nor denied',
      'could not confirm',
      'never denied',
      'has not denied',
      'did not respond to',
      'admitted',
      'rejected',
      'refuted',
      'was denied',
    );
    check(
      fc.property(
        anyBase,
        verb,
        fc.constantFrom(...STANCES),
        fc.boolean(),
        (sentence, other, stance, inWords) => {
          const text = inWords ? sentence.text.replace(sentence.verb, other) : sentence.text;
          const changed = { ...sentence, text, stance };
          // "I cannot confirm" may be told as "could not confirm" as well as "would not confirm".
          fc.pre(stance !== sentence.stance || (inWords && other !== sentence.verb));
          fc.pre(!(sentence.stance === 'declined' && stance === 'declined' && other === 'could not confirm'));
          expect(isRejected(changed)).toBe(true);
        },
      ),
      MUTATIONS,
    );
  });

  it('rejects every changed or added digit', () => {
    const numbered = ACCEPTED.filter(({ text }) => /\d/.test(text));
    check(
      fc.property(
        fc.constantFrom(...numbered),
        fc.nat(),
        fc.integer({ min: 0, max: 9 }),
        fc.boolean(),
        (sentence, place, digit, add) => {
          const digits = [...sentence.text.matchAll(/\d/g)].map((match) => match.index);
          const at = digits[place % digits.length] ?? 0;
          const text = sentence.text.slice(0, at) + String(digit) + sentence.text.slice(add ? at : at + 1);
          fc.pre(text !== sentence.text);
          expect(isRejected({ ...sentence, text })).toBe(true);
        },
      ),
      MUTATIONS,
    );
  });

  it('shows stored words only, whatever words are deleted, inserted, replaced or swapped', () => {
    const edit = fc.record({
      kind: fc.constantFrom('delete', 'insert', 'replace', 'swap'),
      at: fc.nat(),
      word: anyWord,
    });
    check(
      fc.property(anyBase, fc.array(edit, { minLength: 1, maxLength: 3 }), (sentence, edits) => {
        const parts = sentence.text.split(' ');
        for (const { kind, at, word } of edits) {
          const place = at % Math.max(1, parts.length);
          if (kind === 'swap') parts.splice(place, 2, ...parts.slice(place, place + 2).reverse());
          else parts.splice(place, kind === 'insert' ? 0 : 1, ...(kind === 'delete' ? [] : [word]));
        }
        expect(showsOnlyStoredWords({ ...sentence, text: parts.join(' ') })).toBe(true);
      }),
      MUTATIONS,
    );
  });
});

describe(`The verifier, on anything (seed ${SEED})`, () => {
  it('never throws on output of the right shape, and gives the same verdict twice', () => {
    const sentence = fc.record({
      text: fc.oneof(
        anyText,
        fc.array(anyWord, { maxLength: 40 }).map((list) => list.join(' ')),
      ),
      stance: fc.constantFrom(...STANCES),
      quoteIds: fc.array(fc.oneof(fc.constantFrom(...IDS), anyText), { maxLength: 4 }),
    });
    check(
      fc.property(fc.array(sentence, { maxLength: 7 }), (sentences) => {
        expect(verifyAnswer(sentences, docket, 'canary')).toEqual(verifyAnswer(sentences, docket, 'canary'));
      }),
      3_000,
    );
  });

  it('never throws on any quote either', () => {
    check(
      fc.property(anyText, anyText, anyText, (text, name, topic) => {
        const [first] = EVIDENCE_QUOTES;
        if (first?.speaker == null) return;
        const quote = { ...first, content: { ...first.content, text }, speaker: { ...first.speaker, name } };
        const own = openDocket([{ id: 'kab', quote }], topic);
        const told = { text: `${name} denied it: “${text}”`, stance: 'denied', quoteIds: ['kab'] };
        expect(verifySentence(told, own)).toBeTypeOf('object');
      }),
      3_000,
    );
  });

  it('accepts what it accepted once, unchanged', () => {
    const edits = fc.tuple(anyBase, fc.nat(), anyWord);
    check(
      fc.property(edits, ([sentence, at, word]) => {
        const parts = sentence.text.split(' ');
        parts.splice(at % parts.length, 1, word);
        for (const text of [sentence.text, parts.join(' ')]) {
          const once = verify({ ...sentence, text });
          if (!('sentence' in once)) continue;
          const quoteIds = once.sentence.quoteIds.map(requestId);
          expect(verify({ ...sentence, text: once.sentence.text, quoteIds })).toEqual(once);
        }
      }),
      5_000,
    );
  });
});

describe(`Normalising (seed ${SEED})`, () => {
  const marked = fc.array(
    fc.constantFrom(
      ...'eèa\u0301\u0300\u00AD\u200B\u200C“‘…—– \t\u00A0`´\u1FEF각\u1100\u1161\u11A8ﬁ①²'.split(''),
    ),
    { maxLength: 30 },
  );
  const text = fc.oneof(
    anyText,
    marked.map((list) => list.join('')),
  );

  it('changes nothing the second time', () => {
    check(
      fc.property(text, (original) => {
        expect(normalise(normalise(original))).toBe(normalise(original));
      }),
      20_000,
    );
  });

  it('keeps for each unit the place it came from, in order', () => {
    check(
      fc.property(text, (original) => {
        const { text: folded, offsets } = normaliseWithOffsets(original);
        expect(offsets.length).toBe(folded.length + 1);
        expect(offsets).toEqual(offsets.toSorted((left, right) => left - right));
        expect(offsets.at(-1)).toBe(original.length);
      }),
      2_000,
    );
  });
});
