import { AppError, StoreError } from '../../errors.ts';

/** PostgreSQL's codes, https://www.postgresql.org/docs/current/errcodes-appendix.html, and Node's for connections. */
const SENTENCES: ReadonlyMap<string, (place: string) => string> = new Map([
  ['ECONNREFUSED', unreachable],
  ['ECONNRESET', unreachable],
  ['ENOENT', unreachable],
  ['ENOTFOUND', unreachable],
  ['EAI_AGAIN', unreachable],
  ['ETIMEDOUT', unreachable],
  ['EPIPE', unreachable],
  ['57P01', unreachable],
  ['57P02', unreachable],
  ['57P03', unreachable],
  ['28000', refused],
  ['28P01', refused],
  ['3D000', (place) => `There is no database ${place}; create it, or correct DATABASE_URL.`],
  ['42501', notAllowed],
  ['25006', notAllowed],
  [
    '53100',
    (place) =>
      `The disk of the database ${place} is full, so nothing was changed; free some space, then try again.`,
  ],
  [
    '53300',
    (place) =>
      `The database ${place} has no connection left; close other programs or raise its max_connections.`,
  ],
  ['40P01', busy],
  ['55P03', busy],
  ['57014', busy],
  [
    '22021',
    () => 'This text holds broken characters that the database refuses; save it as UTF-8 text and try again.',
  ],
  ['XX001', damaged],
  ['XX002', damaged],
]);

/** What went wrong with the database at `place`, as an error for people; any other error comes back as it is. */
export function explainProblem(error: unknown, place: string): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  const sentence = SENTENCES.get(codeOf(error)) ?? (isLostConnection(error) ? unreachable : undefined);
  return sentence === undefined ? error : new StoreError(sentence(place), { cause: error });
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The driver gives these no code. */
function isLostConnection(error: Error): boolean {
  return /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection)/u.test(
    error.message,
  );
}

function unreachable(place: string): string {
  return `The database ${place} can't be reached; check that it runs and that DATABASE_URL is right, then try again.`;
}

function refused(place: string): string {
  return `The database ${place} refuses this user; correct the name and the password in DATABASE_URL.`;
}

function notAllowed(place: string): string {
  return `This user may not write to the database ${place}; grant the right to create and change tables in it.`;
}

function busy(place: string): string {
  return `The database ${place} is held up by another process; try again in a moment.`;
}

function damaged(place: string): string {
  return `The database ${place} is damaged; restore it from a backup.`;
}
