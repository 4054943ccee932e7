import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/** A page of the shared data. */
export interface SharedPage {
  readonly id: string;
  readonly url: string;
  readonly bytes: Uint8Array;
}

/** Where the scorer lies: beside the repository, or under ONRECORD_SHARED. */
export function scorerFile(): string {
  const shared = process.env['ONRECORD_SHARED'] ?? new URL('../../../../shared', import.meta.url).pathname;
  return join(shared, 'ingest', 'score-articles.mjs');
}

export const hasSharedPages = (): boolean => existsSync(scorerFile());

const Request = z.object({ id: z.string(), file: z.string(), url: z.string() });

/** The pages that the scorer asks for, unpacked. */
export function readSharedPages(): readonly SharedPage[] {
  const lines = execFileSync(process.execPath, [scorerFile(), '--requests'], { encoding: 'utf8' });
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const { id, file, url } = Request.parse(JSON.parse(line));
      return { id, url, bytes: gunzipSync(readFileSync(file)) };
    });
}

/** What the scorer says of texts by the id of their page. */
export function scoreTexts(texts: ReadonlyMap<string, string>): string {
  const answers = [...texts].map(([id, text]) => JSON.stringify({ id, text })).join('\n');
  return execFileSync(process.execPath, [scorerFile()], { input: answers, encoding: 'utf8' }).trim();
}
