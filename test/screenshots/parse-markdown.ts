/** Words of one look, as Discord sets them. */
export interface Run {
  readonly text: string;
  readonly face: 'plain' | 'bold' | 'italic' | 'code';
  readonly isLink: boolean;
}

/** A line of a text display. */
export interface Line {
  readonly kind: 'title' | 'subtext' | 'quote' | 'plain';
  readonly runs: readonly Run[];
}

const OPENERS: readonly (readonly [Line['kind'], RegExp])[] = [
  ['title', /^#{1,3} /u],
  ['subtext', /^-# /u],
  ['quote', /^> /u],
];

/** What stands at a place: an escaped sign, a link, an instant, a mention, a mark that opens or closes, or words. */
const TOKEN =
  /\\(?<escaped>[^\p{L}\p{N}\s])|\[(?<label>(?:\\.|[^\]\\])*)\]\([^)\s]*\)|<t:(?<instant>-?\d+)(?::\w)?>|<@&?(?<mention>\d+)>|(?<mark>\*\*|\*|_|`)|(?<words>[^\\[<*_`]+|.)/gsu;

const FACES: Readonly<Record<string, Run['face']>> = {
  '**': 'bold',
  '*': 'italic',
  _: 'italic',
  '`': 'code',
};

/** The part of Discord's Markdown that our cards use, as lines of runs. Instants are told in UTC. */
export function parseMarkdown(markdown: string): readonly Line[] {
  return markdown.split('\n').map((line) => {
    const [kind, opener] = OPENERS.find(([, pattern]) => pattern.test(line)) ?? ['plain', /^/u];
    return { kind, runs: readRuns(line.replace(opener, '')) };
  });
}

function readRuns(line: string, isLink = false): readonly Run[] {
  const runs: Run[] = [];
  let face: Run['face'] = 'plain';
  for (const { groups = {} } of line.matchAll(TOKEN)) {
    const { escaped, label, instant, mention, mark, words } = groups;
    if (mark !== undefined) face = face === 'plain' ? (FACES[mark] ?? 'plain') : 'plain';
    else if (label !== undefined) runs.push(...readRuns(label, true));
    else {
      const text =
        escaped ??
        (instant === undefined ? null : tellInstant(instant)) ??
        (mention && '@role') ??
        words ??
        '';
      runs.push({ text, face, isLink });
    }
  }
  return runs;
}

function tellInstant(seconds: string): string {
  return new Date(Number(seconds) * 1000).toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length).replace('T', ' ');
}
