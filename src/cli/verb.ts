import type { Log } from '../log.ts';

/** What a verb reads from and writes to: the process's own streams, or a test's. */
export interface Shell {
  readonly stdin: NodeJS.ReadableStream;
  /** Writes to standard output and resolves when more may be written. */
  print(text: string): Promise<void>;
  /** Writes one line to standard error. */
  warn(line: string): void;
  /** Shows a line that the next one replaces; null takes it away. Absent where standard error is no terminal. */
  readonly status?: (line: string | null) => void;
  readonly log: Log;
  readonly colour: boolean;
  /** In columns. */
  readonly width: number;
}

/** An option of a verb. With `value` it takes one, shown under that name; without it is a switch. */
export interface VerbOption {
  readonly name: string;
  readonly value?: string;
  readonly help: string;
}

/** What was typed after a verb. */
export interface Typed {
  readonly words: readonly string[];
  text(option: string): string | undefined;
  isOn(option: string): boolean;
}

/** One verb of the command line. What is heavy is imported inside `run`, so that help and small verbs start at once. */
export interface Verb {
  readonly name: string;
  /** The words that follow it: `[FILE|-]`. */
  readonly usage: string;
  readonly summary: string;
  readonly options: readonly VerbOption[];
  /** Resolves to the exit code. Throws AppError for what keeps it from doing its work. */
  run(typed: Typed, shell: Shell): Promise<number>;
}

export const EXIT = { done: 0, failure: 1, badInput: 2 } as const;

/** The exit code of a run of several items: a failure's before bad input's before 0. */
export function worstOf(exitCodes: ReadonlySet<number>): number {
  return [EXIT.failure, EXIT.badInput].find((exitCode) => exitCodes.has(exitCode)) ?? EXIT.done;
}
