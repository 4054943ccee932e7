import { setTimeout as sleep } from 'node:timers/promises';
import type { PassOutcome } from '../ingest/extraction-pass.ts';
import type { ExtractionServices } from '../open-extraction.ts';
import { neutraliseLine } from '../view/neutral.ts';
import { startProgress } from './progress.ts';
import { readStoreOptions, STORE_OPTIONS } from './store-options.ts';
import { EXIT, type Shell, type Typed, type Verb } from './verb.ts';

/** Stored articles to the newest version of the extractor. */
export const reextract: Verb = {
  name: 'reextract',
  usage: '',
  summary:
    'Read stored articles again with the newest extractor, and link copies; goes on where it was stopped',
  options: [...STORE_OPTIONS, { name: 'json', help: 'tell each article as a line of JSON' }],
  async run(typed, shell) {
    const { workspace, location } = readStoreOptions(typed);
    const named = typed.text('workspace') === undefined ? null : workspace;
    const { readConfig } = await import('../config.ts');
    const { withServices } = await import('../compose.ts');
    return withServices({ config: readConfig(), location, log: shell.log }, ({ extraction }) =>
      readAll(extraction, named, { typed, shell }),
    );
  },
};

/** How long to wait for articles that another process has in hand, or had when it was stopped. */
const PAUSE = 1000;

async function readAll(
  extraction: ExtractionServices,
  workspace: string | null,
  { typed, shell }: { readonly typed: Typed; readonly shell: Shell },
): Promise<number> {
  await extraction.markOutdated(workspace);
  const total = await extraction.countWaiting(workspace);
  const progress = startProgress({ total, things: 'articles', shell, now: Date.now });
  const sums: Sums = { read: 0, kept: 0, added: 0, removed: 0, failed: 0 };
  while ((await extraction.countWaiting(workspace)) > 0) {
    for await (const outcome of extraction.readWaiting(workspace)) {
      sums.read += 1;
      sums.kept += outcome.replaced?.kept ?? 0;
      sums.added += outcome.replaced?.added ?? 0;
      sums.removed += outcome.replaced?.removed ?? 0;
      sums.failed += outcome.replaced === null ? 1 : 0;
      await tell(outcome, { typed, shell });
      progress.show(sums.read);
    }
    if ((await extraction.countWaiting(workspace)) > 0) await sleep(PAUSE);
  }
  progress.end();
  const linked = await extraction.linkCopies(workspace);
  const told = linked === 0 ? saySums(sums) : `${saySums(sums)} ${linked} linked with copies of theirs.`;
  if (typed.isOn('json')) shell.warn(told);
  else await shell.print(`${told}\n`);
  return sums.failed > 0 ? EXIT.failure : EXIT.done;
}

interface Sums {
  read: number;
  kept: number;
  added: number;
  removed: number;
  failed: number;
}

function saySums({ read, kept, added, removed, failed }: Sums): string {
  if (read === 0) return 'Every article was read by this version.';
  const problems = failed === 0 ? '' : `; ${failed} could not be read, as told above`;
  return `${read} articles read again: ${kept} quotes kept, ${added} added, ${removed} removed${problems}.`;
}

async function tell(
  { workspace, articleId, title, replaced, problem, error }: PassOutcome,
  { typed, shell }: { readonly typed: Typed; readonly shell: Shell },
): Promise<void> {
  if (error !== null) shell.log.debug('reading an article again failed', { articleId, error });
  if (typed.isOn('json')) {
    await shell.print(`${JSON.stringify({ workspace, articleId, ...replaced, problem })}\n`);
  } else if (problem !== null) {
    shell.warn(`${title === null ? articleId : `“${neutraliseLine(title)}”`}: ${problem}`);
  }
}
