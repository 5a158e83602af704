// Load: requests over connections that are kept, one after the other on each, and what came back.

import { connect, type Socket } from "node:net";

/** A request as the client spells it. */
export interface BenchRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** An answer as it came over the wire: nothing is decoded. */
export interface WireAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Asks once. */
export async function askOnce(port: number, request: BenchRequest): Promise<WireAnswer> {
  let found: WireAnswer | null = null;
  await driveLoad({
    port,
    requests: [request],
    count: 1,
    connections: 1,
    onAnswer: (answer) => (found = answer),
  });
  if (found === null) throw new Error(`${request.path} was not answered.`);
  return found;
}

/** A number of requests, in turn, over some connections. */
export interface Load {
  readonly port: number;
  readonly requests: readonly BenchRequest[];
  readonly count: number;
  readonly connections: number;
  readonly onAnswer?: (answer: WireAnswer) => void;
}

/** Sends a load and waits for the last answer. */
export async function driveLoad(load: Load): Promise<void> {
  const spelled = load.requests.map((request) => spellRequest(load.port, request));
  let sent = 0;
  const next = (): Buffer | null => spelled[sent++ % spelled.length] ?? null;
  const take = (): Buffer | null => (sent < load.count ? next() : null);
  await Promise.all(
    Array.from({ length: Math.min(load.connections, load.count) }, () => converse(load, take)),
  );
}

function spellRequest(port: number, { path, headers }: BenchRequest): Buffer {
  const lines = Object.entries({ Host: `127.0.0.1:${port}`, ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return Buffer.from(`GET ${encodeURI(path)} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
}

/** One connection: a request is sent when the answer to the one before is complete. */
function converse({ port, onAnswer }: Load, take: () => Buffer | null): Promise<void> {
  return new Promise((done, fail) => {
    const socket: Socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let pieces: Buffer[] = [];
    let size = 0;
    /** How many bytes there must be before it is worth looking; 0 where that is not known. */
    let needed = 0;
    const send = (): void => {
      const request = take();
      if (request !== null) socket.write(request);
      else {
        socket.end();
        done();
      }
    };
    socket.on("connect", send);
    socket.on("error", fail);
    socket.on("close", () => fail(new Error("The server closed the connection.")));
    socket.on("data", (piece: Buffer) => {
      pieces.push(piece);
      size += piece.length;
      if (size < needed) return;
      const bytes = pieces.length === 1 ? piece : Buffer.concat(pieces);
      const read = readAnswer(bytes, onAnswer !== undefined);
      if (typeof read === "number") {
        pieces = [bytes];
        needed = read;
        return;
      }
      pieces = [];
      size = needed = 0;
      onAnswer?.(read);
      send();
    });
  });
}

const headEnd = "\r\n\r\n";
const nothing = Buffer.alloc(0);

/** A complete answer (RFC 9112 §6), or how many bytes it must have at least. The body is copied only where it is wanted. */
function readAnswer(bytes: Buffer, wanted: boolean): WireAnswer | number {
  const at = bytes.indexOf(headEnd);
  if (at < 0) return bytes.length + 1;
  const head = bytes.toString("latin1", 0, at);
  const status = Number(head.slice(9, 12));
  const from = at + headEnd.length;
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  const chunked = length === undefined && /\r\ntransfer-encoding: *chunked/i.test(head);
  if (status !== 304 && length !== undefined && bytes.length < from + Number(length))
    return from + Number(length);
  const body = status === 304 ? nothing : chunked ? readChunks(bytes, from) : bytes.subarray(from);
  if (body === null) return bytes.length + 1;
  return wanted
    ? { status, headers: readHeaders(head), body: Buffer.from(body) }
    : { status, headers: {}, body };
}

/** The chunks of a body (RFC 9112 §7.1) put together; null when the last one is not there yet. */
function readChunks(bytes: Buffer, from: number): Buffer | null {
  const chunks: Buffer[] = [];
  for (let at = from; ; ) {
    const lineEnd = bytes.indexOf("\r\n", at);
    if (lineEnd < 0) return null;
    const size = Number.parseInt(bytes.toString("latin1", at, lineEnd), 16);
    const next = lineEnd + 2 + size + 2;
    if (bytes.length < next) return null;
    if (size === 0) return Buffer.concat(chunks);
    chunks.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = next;
  }
}

function readHeaders(head: string): Record<string, string> {
  const lines = head.split("\r\n").slice(1);
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}
