/** Learns the extractor's weights from annotated articles and writes src/quotes/weights.json. */
import { existsSync, writeFileSync } from 'node:fs';
import { readAnnotated } from './learn/annotated.ts';
import { readForLearning } from './learn/annotated-sentences.ts';
import { countWeights, learnWeights } from './learn/learn-weights.ts';
import { sharedFile } from './quotes/shared-data.ts';

const source = sharedFile('polnear-dev.jsonl');
if (existsSync(source)) {
  const weights = learnWeights(readAnnotated(source).map(readForLearning));
  const target = new URL('../../src/quotes/weights.json', import.meta.url);
  writeFileSync(target, `${JSON.stringify(weights, null, 2)}\n`);
  console.log(
    `${countWeights(weights)} weights written. Run bench:quotes -- --cross to see what they are worth.`,
  );
} else {
  console.error(
    `There are no annotated articles at ${source}; set ONRECORD_SHARED to the folder that has them.`,
  );
  process.exitCode = 1;
}
