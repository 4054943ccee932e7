import { about } from './about.ts';
import { articleForget } from './article-forget.ts';
import { articleList } from './article-list.ts';
import { articleShow } from './article-show.ts';
import { ask } from './ask.ts';
import { briefingCreate } from './briefing-create.ts';
import { briefingDelete } from './briefing-delete.ts';
import { briefingEdit } from './briefing-edit.ts';
import { briefingHistory } from './briefing-history.ts';
import { briefingList } from './briefing-list.ts';
import { briefingPause } from './briefing-pause.ts';
import { briefingPreview } from './briefing-preview.ts';
import { briefingResume } from './briefing-resume.ts';
import { briefingRun } from './briefing-run.ts';
import type { Command } from './command.ts';
import { watchAdd } from './watch-add.ts';
import { watchList } from './watch-list.ts';
import { watchRemove } from './watch-remove.ts';
import { feedAdd } from './feed-add.ts';
import { feedExport } from './feed-export.ts';
import { feedHealth } from './feed-health.ts';
import { feedImport } from './feed-import.ts';
import { feedList } from './feed-list.ts';
import { feedPause } from './feed-pause.ts';
import { feedRemove } from './feed-remove.ts';
import { feedResume } from './feed-resume.ts';
import { feedTest } from './feed-test.ts';
import { createHelp } from './help.ts';
import { settings } from './settings.ts';
import { status } from './status.ts';
import { usage } from './usage.ts';
import { contradictions } from './contradictions.ts';
import { ingest } from './ingest.ts';
import { position } from './position.ts';
import { quote } from './quote.ts';
import { silent } from './silent.ts';
import { timeline } from './timeline.ts';
import { whoConfirmed } from './who-confirmed.ts';
import { whoDeclined } from './who-declined.ts';
import { whoDenied } from './who-denied.ts';
import { whoSaid } from './who-said.ts';

/** What the first word of commands of two words stands for. */
export const GROUPS: Readonly<Record<string, string>> = {
  article: 'The articles on file',
  briefing: 'What is new on the record, posted at set times',
  watch: 'Being told of new quotes',
  feed: 'The feeds that articles come from',
};

const ASKING: readonly Command[] = [
  whoDenied,
  whoConfirmed,
  whoDeclined,
  whoSaid,
  ask,
  position,
  timeline,
  contradictions,
  silent,
  quote,
  ingest,
  articleList,
  articleShow,
  articleForget,
  feedAdd,
  feedList,
  feedTest,
  feedPause,
  feedResume,
  feedRemove,
  feedImport,
  feedExport,
  feedHealth,
  briefingCreate,
  briefingEdit,
  briefingPreview,
  briefingRun,
  briefingList,
  briefingPause,
  briefingResume,
  briefingDelete,
  briefingHistory,
  watchAdd,
  watchList,
  watchRemove,
  settings,
  usage,
  status,
  about,
];

/** Every slash command, in the order in which help and Discord list them. */
export const COMMANDS: readonly Command[] = [...ASKING, createHelp(ASKING)];
