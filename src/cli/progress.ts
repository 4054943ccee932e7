import type { Shell } from './verb.ts';

/** Tells how far a long run has come. */
export interface Progress {
  show(done: number): void;
  end(): void;
}

export interface ProgressOptions {
  /** How many there are in all; null where that is not known. */
  readonly total: number | null;
  /** What is counted: `articles`. */
  readonly things: string;
  readonly shell: Pick<Shell, 'status' | 'warn'>;
  /** In milliseconds. */
  readonly now: () => number;
}

/** In milliseconds: how often the bar is drawn, and how often a line is written where there is no terminal. */
const BAR_EVERY = 100;
const LINE_EVERY = 15_000;
const BAR_WIDTH = 24;

/** A bar at the foot of the terminal; a line every 15 seconds where standard error is none. */
export function startProgress({ total, things, shell, now }: ProgressOptions): Progress {
  const started = now();
  const { status } = shell;
  const every = status === undefined ? LINE_EVERY : BAR_EVERY;
  let told = status === undefined ? started : started - BAR_EVERY;
  return {
    show(done) {
      const time = now();
      if (time - told < every) return;
      told = time;
      const words = sayProgress({ done, total, things, seconds: (time - started) / 1000 });
      if (status === undefined) shell.warn(words);
      else status(total === null ? words : `${drawBar(done / Math.max(1, total))} ${words}`);
    },
    end: () => status?.(null),
  };
}

function drawBar(part: number): string {
  const filled = Math.round(Math.min(1, part) * BAR_WIDTH);
  return '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
}

interface Reached {
  readonly done: number;
  readonly total: number | null;
  readonly things: string;
  readonly seconds: number;
}

/** 1,204 of 10,000 articles · 31 a second · 5 min left */
export function sayProgress({ done, total, things, seconds }: Reached): string {
  const count = (number: number): string => number.toLocaleString('en');
  const rate = seconds > 0 ? done / seconds : 0;
  const left = total === null || rate === 0 ? null : (total - done) / rate;
  return [
    `${count(done)}${total === null ? '' : ` of ${count(total)}`} ${things}`,
    ...(rate > 0 ? [`${rate < 10 ? rate.toFixed(1) : count(Math.round(rate))} a second`] : []),
    ...(left === null ? [] : [left < 90 ? `${Math.ceil(left)} s left` : `${Math.round(left / 60)} min left`]),
  ].join(' · ');
}
