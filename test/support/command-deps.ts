import type { CommandDeps } from '../../commands/command.ts';
import { DEFAULT_SETTINGS } from '../../src/records/settings.ts';

const unused = () => Promise.reject(new Error('This test does not ask for that.'));

/** What a command may do where a test expects none of it; `provided` wins. */
export function commandDeps(provided: Partial<CommandDeps>): CommandDeps {
  return {
    ask: unused,
    askInWords: unused,
    today: () => '2025-07-02',
    report: unused,
    drawTimeline: () => Promise.resolve(null),
    connection: null,
    ingest: unused,
    extract: unused,
    findPassage: unused,
    suggestSpeakers: unused,
    suggestOutlets: unused,
    suggestTopics: unused,
    suggestQuotes: unused,
    listArticles: unused,
    findArticle: unused,
    previewForgetting: unused,
    forgetArticle: unused,
    measureCorpus: unused,
    countWaiting: unused,
    feeds: {
      follow: unused,
      find: unused,
      list: unused,
      pause: unused,
      resume: unused,
      remove: unused,
      importList: unused,
      exportList: unused,
    },
    briefings: {
      here: null,
      findForum: () => null,
      callerId: null,
      create: unused,
      list: unused,
      find: unused,
      change: unused,
      remove: unused,
      preview: unused,
      run: unused,
      history: unused,
    },
    watches: {
      direct: null,
      mayTellChannels: true,
      add: unused,
      list: unused,
      remove: unused,
    },
    isAdministrator: true,
    listModelRuns: unused,
    settings: DEFAULT_SETTINGS,
    changeSettings: unused,
    isModelResting: () => false,
    model: null,
    dailyTokens: null,
    ...provided,
  };
}
