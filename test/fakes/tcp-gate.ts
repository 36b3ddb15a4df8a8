import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A way to a server that a test can close: open connections break, new ones are refused; or it goes silent. */
export class TcpGate {
  readonly #target: { host: string; port: number };
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;

  constructor(host: string, port: number) {
    this.#target = { host, port };
  }

  /** Opens the gate; again on the same port. Answers the port. */
  async open(): Promise<number> {
    if (this.#server !== undefined) return this.#port;
    const server = createServer((client) => this.#join(client));
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (server.address() as AddressInfo).port;
    return this.#port;
  }

  /** Breaks every connection and refuses new ones. */
  async shut(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    const closed = new Promise<void>((resolve) => {
      if (server === undefined) resolve();
      else server.close(() => resolve());
    });
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  /** Lets connections stand but nothing through, as a server that hangs. */
  hush(): void {
    for (const socket of this.#sockets) socket.pause();
  }

  #join(client: Socket): void {
    const server = connect(this.#target.port, this.#target.host);
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#sockets.add(from);
      from.on('data', (data) => to.write(data));
      from.on('error', () => undefined);
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
    }
  }
}

/** A gate in front of what a URL names; `url` goes through it. */
export async function openGate(target: string): Promise<{ gate: TcpGate; url: string }> {
  const url = new URL(target);
  const gate = new TcpGate(url.hostname, Number(url.port));
  const port = await gate.open();
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return { gate, url: url.href };
}
