import { InputError } from '../errors.ts';
import type { View } from '../records/view.ts';
import { answerJson, briefingJson, passageJson, reportJson } from './answer-json.ts';
import { readStoreOptions, STORE_OPTIONS } from './store-options.ts';
import { EXIT, type Verb } from './verb.ts';

/** A slash command, run as Discord would run it. */
export const ask: Verb = {
  name: 'ask',
  usage: '"/who-denied TOPIC …"',
  summary: 'Run a slash command and show its answer',
  options: [...STORE_OPTIONS, { name: 'json', help: 'tell the answer as one JSON object' }],
  async run(typed, shell) {
    const { workspace, location } = readStoreOptions(typed);
    const { COMMANDS } = await import('../../commands/index.ts');
    const { parseLine } = await import('../../commands/line.ts');
    const { openFile } = await import('../../commands/open-file.ts');
    const { command, options } = await parseLine(typed.words.join(' '), COMMANDS, openFile);
    const { readConfig } = await import('../config.ts');
    const { withServices } = await import('../compose.ts');
    const { view, language } = await withServices(
      { config: readConfig(), location, log: shell.log },
      async ({ store, depsFor }) => {
        const settings = await store.readSettings(workspace);
        const told = await command.run(options, depsFor(workspace, { settings }));
        return { view: told, language: settings.language };
      },
    );
    if (view.kind === 'problem') throw new InputError(view.message);
    if (typed.isOn('json')) {
      await shell.print(`${JSON.stringify(viewJson(view))}\n`);
    } else {
      const { renderTerminal } = await import('../view/terminal.ts');
      await shell.print(`${renderTerminal(view, { colour: shell.colour, width: shell.width, language })}\n`);
    }
    return EXIT.done;
  },
};

function viewJson(view: Exclude<View, { kind: 'problem' }>): unknown {
  if (view.kind === 'answer') return answerJson(view.answer);
  if (view.kind === 'listing') return view.listing;
  if (view.kind === 'confirmation') return view.confirmation;
  if (view.kind === 'report') return reportJson(view.report);
  if (view.kind === 'briefing') return briefingJson(view.post.composed);
  if (view.kind === 'file') return view.file;
  return view.kind === 'ingested' ? view.outcomes : passageJson(view.passage);
}
