import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A proxy that leads a browser to our own server, and nowhere else, and knows every host it asked for. */
export interface SiteProxy {
  readonly port: number;
  /** Every host asked for so far, each once, in order. */
  hosts(): readonly string[];
}

/**
 * @param served hosts whose port 443 is answered by the server at `port` on this machine; every other host is refused.
 */
export async function startProxy(served: readonly string[], port: number, signal: AbortSignal): Promise<SiteProxy> {
  const asked = new Set<string>();
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    asked.add(new URL(request.url ?? '', 'http://unknown').hostname);
    response.writeHead(403).end();
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('connect', (request, client: Socket) => {
    const { hostname, port: wanted } = new URL(`https://${request.url}`);
    asked.add(hostname);
    client.on('error', () => client.destroy());
    // URL leaves the port of https out.
    if (!served.includes(hostname) || wanted !== '') {
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  signal.addEventListener(
    'abort',
    () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
    { once: true },
  );
  return { port: await portOf(server), hosts: () => [...asked] };
}

function portOf(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
