import type { IncomingMessage, Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { z } from 'zod';
import { snowflake } from './people.ts';

const Payload = z.object({ op: z.number(), d: z.unknown().optional() });
const Identify = z.looseObject({ token: z.string(), intents: z.number() });
const Resume = z.looseObject({ token: z.string(), session_id: z.string(), seq: z.number() });

/** Intents that a bot has to be granted: members, presences, the content of messages. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);

interface Session {
  readonly id: string;
  readonly events: { readonly t: string; readonly s: number; readonly d: unknown }[];
  socket: WebSocket | null;
}

export interface GatewayOptions {
  readonly token: string;
  /** What READY tells, and what follows it. */
  readonly ready: () => Readonly<Record<string, unknown>>;
  readonly guilds: () => readonly Readonly<Record<string, unknown>>[];
}

/** Discord's gateway on a loopback server: sessions that are identified, resumed with replay, and dispatched to. */
export interface Gateway {
  /** The intents each IDENTIFY asked for. */
  readonly intents: readonly number[];
  readonly resumes: () => number;
  /** Sends an event to every session; one without a connection gets it when it resumes. */
  dispatch(event: string, data: unknown): void;
  /** How many sessions are connected. */
  connected(): number;
  /** Closes every connection with this code; 4000 lets a session resume. */
  drop(code: number): void;
  close(): void;
}

export function openGateway(server: Server, options: GatewayOptions): Gateway {
  const sockets = new WebSocketServer({ noServer: true });
  const sessions: Session[] = [];
  const intents: number[] = [];
  let resumed = 0;
  server.on('upgrade', (request: IncomingMessage, socket, head) => {
    sockets.handleUpgrade(request, socket, head, greet);
  });
  return {
    intents,
    resumes: () => resumed,
    dispatch: (event, data) => sessions.forEach((session) => send(session, event, data)),
    connected: () => sessions.filter((session) => session.socket !== null).length,
    drop: (code) => sockets.clients.forEach((socket) => socket.close(code)),
    close() {
      sockets.clients.forEach((socket) => socket.terminate());
      sockets.close();
    },
  };

  function greet(socket: WebSocket): void {
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }));
    socket.on('message', (raw: Buffer) => {
      const { op, d } = Payload.parse(JSON.parse(raw.toString()));
      if (op === 1) socket.send(JSON.stringify({ op: 11 }));
      if (op === 2) identify(socket, Identify.parse(d));
      if (op === 6) resume(socket, Resume.parse(d));
    });
    socket.on('close', (code) => {
      const session = sessions.find((each) => each.socket === socket);
      if (session) session.socket = null;
      // A bot that closes with 1000 or 1001 gives its session up.
      if (session && (code === 1000 || code === 1001)) sessions.splice(sessions.indexOf(session), 1);
    });
  }

  function identify(socket: WebSocket, { token, intents: asked }: z.infer<typeof Identify>): void {
    if (token !== options.token) return socket.close(4004, 'Authentication failed.');
    if ((asked & PRIVILEGED) !== 0) return socket.close(4014, 'Disallowed intent(s).');
    intents.push(asked);
    const session: Session = { id: snowflake(), events: [], socket };
    sessions.push(session);
    send(session, 'READY', { v: 10, session_id: session.id, shard: [0, 1], ...options.ready() });
    for (const guild of options.guilds()) send(session, 'GUILD_CREATE', guild);
  }

  function resume(socket: WebSocket, { token, session_id: id, seq }: z.infer<typeof Resume>): void {
    const session = sessions.find((each) => each.id === id);
    if (token !== options.token || !session) {
      socket.send(JSON.stringify({ op: 9, d: false }));
      return;
    }
    session.socket = socket;
    resumed += 1;
    for (const event of session.events) if (event.s > seq) socket.send(JSON.stringify({ op: 0, ...event }));
    send(session, 'RESUMED', {});
  }

  function send(session: Session, t: string, d: unknown): void {
    const event = { t, s: session.events.length + 1, d };
    session.events.push(event);
    session.socket?.send(JSON.stringify({ op: 0, ...event }));
  }
}
