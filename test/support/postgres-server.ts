import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

/** A PostgreSQL server of the running tests, in a folder of its own, reached through a socket there. */
export interface PostgresServer {
  /** Makes an empty database and gives its address. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

const PATIENCE = 20_000;
const PAUSE = 50;

/** Where Debian keeps the newest server's programs; null when there is none. */
export function findPostgresPrograms(): string | null {
  const folders = globSync('/usr/lib/postgresql/*/bin').filter((folder) =>
    existsSync(join(folder, 'initdb')),
  );
  return folders.toSorted((a, b) => versionIn(a) - versionIn(b)).at(-1) ?? null;
}

function versionIn(folder: string): number {
  return Number(folder.split('/').at(-2));
}

/** Starts a server of the programs in `programs`. Throws with the server's own words when it does not come up. */
export async function startPostgresServer(programs: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-postgres-'));
  const owner = serverOwner();
  if (owner !== null) chownSync(folder, owner.uid, owner.gid);
  const options = { cwd: folder, encoding: 'utf8' as const, ...owner };
  const data = join(folder, 'data');
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'onrecord', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    options,
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}${made.error?.message ?? ''}`);
  const settings = [
    '-D',
    data,
    '-k',
    folder,
    '-c',
    'listen_addresses=',
    '-c',
    'fsync=off',
    '-c',
    'max_connections=50',
  ];
  const server = spawn(join(programs, 'postgres'), settings, {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const addressOf = (database: string) =>
    `postgres://onrecord@localhost/${database}?host=${encodeURIComponent(folder)}`;
  const stop = async () => {
    if (server.exitCode === null && server.kill('SIGINT')) await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
  await untilReady(server, addressOf('postgres')).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    createDatabase: async () => {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      await ask(addressOf('postgres'), `CREATE DATABASE ${name}`);
      return addressOf(name);
    },
    stop,
  };
}

/** Runs one statement on the database at `address`. */
export async function ask(address: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: address });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function untilReady(server: ChildProcess, address: string): Promise<void> {
  let said = '';
  server.stderr?.on('data', (words: Buffer) => {
    said += words.toString();
  });
  for (let waited = 0; waited < PATIENCE; waited += PAUSE) {
    if (server.exitCode !== null) throw new Error(`The PostgreSQL server ended: ${said}`);
    const isReady = await ask(address, 'SELECT 1').then(
      () => true,
      () => false,
    );
    if (isReady) return;
    await pause(PAUSE);
  }
  throw new Error(`The PostgreSQL server did not come up: ${said}`);
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or as `nobody`. */
function serverOwner(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  const user =
    users.find((line) => line.startsWith('postgres:')) ?? users.find((line) => line.startsWith('nobody:'));
  const [, , uid, gid] = user?.split(':') ?? [];
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) };
}
