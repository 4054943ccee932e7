import { answerQuestion } from '../../src/answer/answer-question.ts';
import { numberEvidence } from '../../src/answer/evidence.ts';
import { openDocket } from '../../src/answer/verify/docket.ts';
import { verifyAnswer } from '../../src/answer/verify/verify-answer.ts';
import { verifySentence } from '../../src/answer/verify/verify-sentence.ts';
import { loadSamples } from '../../src/demo/load-samples.ts';
import { extractQuotes } from '../../src/quotes/extract.ts';
import type { Answer } from '../../src/records/answer.ts';
import { openStore } from '../../src/store/open-store.ts';
import { HONEST_FORMS, LIES, scenesOf } from '../support/model-lies.ts';
import { sketchQuote } from '../support/model-quotes.ts';
import { scriptModel } from '../support/model-scripted.ts';

const workspace = 'bench';
const TOPICS = ['missile transfer', 'missile', 'reports', 'Drovia'];

const store = await openStore(':memory:', { now: () => new Date() });
await loadSamples({ workspace, store, extractQuotes: async (article) => extractQuotes(article) });
const ask = (topic: string, model: Parameters<typeof answerQuestion>[1]['model'] = null) =>
  answerQuestion({ topic, stance: 'denied' }, { workspace, store, model });

/** Sentences that a lying model got shown: those that the digest does not hold. */
async function countShownLies(topic: string, digest: Answer) {
  const ours = new Set(digest.sentences.map(({ text }) => text));
  let told = 0;
  let shown = 0;
  for (const { name, tell } of LIES) {
    const reply = (request: Parameters<typeof scenesOf>[0]) => {
      const [scene] = scenesOf(request);
      if (scene === undefined) throw new Error(`No named denial to lie about under "${topic}".`);
      return tell(scene);
    };
    const answer = await ask(topic, scriptModel(reply, reply));
    told += 1;
    for (const { text } of answer.sentences.filter((sentence) => !ours.has(sentence.text))) {
      console.log(`  shown: ${name}: ${text}`);
      shown += 1;
    }
  }
  return { told, shown };
}

/** How many honest sentences pass, each form of words for each quote. */
function countHonest(topic: string, digest: Answer) {
  const quotes = digest.groups.flatMap((group) => group.quotes).filter(({ speaker }) => speaker !== null);
  const evidence = numberEvidence(quotes, Math.random);
  const docket = openDocket(evidence, topic);
  const rules = new Map<string, number>();
  let passed = 0;
  for (const form of HONEST_FORMS) {
    for (const { id, quote } of evidence) {
      const speaker = quote.speaker?.name ?? quote.speaker?.role ?? quote.speaker?.text ?? '';
      const text = form({ id, speaker, stance: quote.stance, text: quote.content.text });
      const verdict = verifySentence({ text, stance: quote.stance, quoteIds: [id] }, docket);
      if ('sentence' in verdict) passed += 1;
      else rules.set(verdict.rule, (rules.get(verdict.rule) ?? 0) + 1);
      if (process.argv.includes('--errors') && 'rule' in verdict) console.log(`  ${verdict.rule}: ${text}`);
    }
  }
  return { written: evidence.length * HONEST_FORMS.length, passed, rules };
}

function share(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

/** Milliseconds for one whole verification, evidence made ready and all: 6 sentences over `count` quotes. */
function timeVerification(count: number): number {
  const quotes = Array.from({ length: count }, (_, index) =>
    sketchQuote({
      id: `q${index}`,
      name: `Speaker${index} Name${index}`,
      role: 'harbour master',
      text: `We did not sell any of the ${index} missiles to Norvia, and nobody in this town of ours has ever seen a paper that says so, whatever “the reports” may claim about it.`,
    }),
  );
  const evidence = numberEvidence(quotes, Math.random);
  const sentences = evidence.slice(0, 6).map(({ id, quote }) => ({
    text: `${quote.speaker?.name} denied it: "${quote.content.text}"`,
    stance: quote.stance,
    quoteIds: [id],
  }));
  const times = Array.from({ length: 300 }, () => {
    const start = performance.now();
    const { accepted } = verifyAnswer(sentences, openDocket(evidence, 'missile transfer'), 'canary');
    if (accepted.length !== 6) throw new Error('The timed sentences should pass.');
    return performance.now() - start;
  });
  return median(times);
}

/** Milliseconds for one sentence that quotes all of one long quote. */
function timeLength(characters: number): number {
  const text = 'We never sold a missile to Norvia or to anybody else, and “the reports” of it are false. '
    .repeat(Math.ceil(characters / 90))
    .trim();
  const quote = sketchQuote({ id: 'q', name: 'Mara Lindqvist', text });
  const times = Array.from({ length: 30 }, () => {
    const start = performance.now();
    verifySentence(
      { text: `Mara Lindqvist denied it: "${text}"`, stance: 'denied', quoteIds: ['k'] },
      openDocket([{ id: 'k', quote }], 'missile transfer'),
    );
    return performance.now() - start;
  });
  return median(times);
}

let lies = { told: 0, shown: 0 };
let honest = { written: 0, passed: 0 };
const rules = new Map<string, number>();
for (const topic of TOPICS) {
  const digest = await ask(topic);
  const found = await countShownLies(topic, digest);
  const fair = countHonest(topic, digest);
  lies = { told: lies.told + found.told, shown: lies.shown + found.shown };
  honest = { written: honest.written + fair.written, passed: honest.passed + fair.passed };
  for (const [rule, count] of fair.rules) rules.set(rule, (rules.get(rule) ?? 0) + count);
}
await store.close();

console.log(
  `lying model    ${LIES.length} ways over ${TOPICS.length} topics of the sample articles: ${lies.shown} of ${lies.told} shown`,
);
const broken = [...rules].map(([rule, count]) => `${rule} ${count}`).join(', ');
console.log(
  `honest model   ${honest.passed} of ${honest.written} sentences pass: ${share(honest.passed, honest.written)} (rules broken: ${broken || 'none'})`,
);
const times = [50, 100, 200].map((count) => `${count} quotes ${timeVerification(count).toFixed(2)} ms`);
console.log(`verification   6 sentences, median of 300: ${times.join(', ')}`);
const lengths = [2_000, 20_000, 200_000].map((length) => `${length} ${timeLength(length).toFixed(2)} ms`);
console.log(
  `verification   1 sentence over a quote of so many characters, median of 30: ${lengths.join(', ')}`,
);
if (lies.shown > 0 || honest.passed < 0.9 * honest.written) process.exitCode = 1;
