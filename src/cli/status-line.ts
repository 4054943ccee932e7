import type { WriteStream } from 'node:tty';

/** A line at the foot of a terminal that the next one replaces, while other lines go by above it. */
export interface StatusLine {
  /** Shows a line, cut to the terminal's width; null takes it away. */
  readonly show: (line: string | null) => void;
  /** Writes something else to the terminal: the line steps aside for it. */
  readonly aside: <Result>(write: () => Result) => Result;
}

const CLEAR = '\r\u001b[K';

export function createStatusLine(terminal: Pick<WriteStream, 'write' | 'columns'>): StatusLine {
  let shown: string | null = null;
  const draw = (): void => {
    if (shown !== null) terminal.write(CLEAR + shown.slice(0, (terminal.columns || 80) - 1));
  };
  const clear = (): void => {
    if (shown !== null) terminal.write(CLEAR);
  };
  return {
    show(line) {
      if (line === null) clear();
      shown = line;
      draw();
    },
    aside(write) {
      clear();
      const result = write();
      draw();
      return result;
    },
  };
}
