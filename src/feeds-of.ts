import type { FeedDeps } from '../commands/feed-deps.ts';
import type { FeedServices } from './feed-services.ts';

/** The feeds of one workspace, as its commands have them; nothing is opened before the first is used. */
export function feedsOf(workspace: string, open: () => Promise<FeedServices>): FeedDeps {
  return {
    follow: async (address, options) => (await open()).follow(workspace, address, options),
    find: async (address) => (await open()).find(address),
    list: async () => (await open()).list(workspace),
    pause: async (named) => (await open()).pause(workspace, named),
    resume: async (named) => (await open()).resume(workspace, named),
    remove: async (named) => (await open()).remove(workspace, named),
    exportList: async () => (await open()).exportList(workspace),
    importList: async (opml, options) => (await open()).importList(workspace, opml, options),
  };
}
