import type { Config } from './config.ts';
import type { Fetcher } from './fetch/fetcher.ts';

/** A fetcher for which the settings are read and the libraries loaded with the first fetch. */
export function openFetcher(readSettings: () => Promise<Config['fetch']>): Fetcher {
  let opened: Promise<Fetcher> | null = null;
  const open = async (): Promise<Fetcher> => {
    const { createFetcher } = await import('./fetch/create-fetcher.ts');
    return createFetcher({ settings: await readSettings(), now: () => new Date() });
  };
  return {
    async fetch(url, options) {
      opened ??= open();
      return (await opened).fetch(url, options);
    },
    close: async () => (await opened)?.close(),
  };
}
