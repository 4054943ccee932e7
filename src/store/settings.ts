import { DEFAULT_SETTINGS, Settings } from '../records/settings.ts';
import type { Store } from './store.ts';

type Notes = Pick<Store, 'readNote' | 'writeNote'>;

/** The settings of workspaces, kept as notes. What an older version wrote is completed with what is usual. */
export function keepSettings({ readNote, writeNote }: Notes): Pick<Store, 'readSettings' | 'saveSettings'> {
  const keyOf = (workspace: string): string => `settings:${workspace}`;
  return {
    async readSettings(workspace) {
      const note = await readNote(keyOf(workspace));
      if (note === null) return DEFAULT_SETTINGS;
      return Settings.parse({ ...DEFAULT_SETTINGS, ...Settings.partial().parse(JSON.parse(note)) });
    },
    saveSettings: (workspace, settings) => writeNote(keyOf(workspace), JSON.stringify(settings)),
  };
}
