/** Takes one plain line that says what is being done: reading 3 of 12 articles. */
export type Tell = (line: string) => void;

const UNTOLD = 'Still working on it …';

/**
 * Shows what is being done, from `everyMs` milliseconds on and again whenever the line has changed by then. A line that
 * can't be shown is let go: the answer is what counts.
 */
export function showProgress(
  show: (line: string) => Promise<unknown>,
  everyMs: number,
): { readonly tell: Tell; stop(): Promise<void> } {
  let line = UNTOLD;
  let shown: string | null = null;
  let showing: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    if (line === shown) return;
    const latest = (shown = line);
    showing = showing.then(() => show(latest)).catch(() => undefined);
  }, everyMs);
  return {
    tell(latest) {
      line = latest;
    },
    async stop() {
      clearInterval(timer);
      await showing;
    },
  };
}
