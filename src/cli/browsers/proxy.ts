import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { listen } from './listen.ts';

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
  const server = createServer((request, response) => {
    asked.add(new URL(request.url ?? '', 'http://unknown').hostname);
    response.writeHead(403).end();
  });
  server.on('connect', (request, client: Socket) => {
    // URL leaves the port of https out.
    const { hostname, port: otherPort } = new URL(`https://${request.url}`);
    asked.add(hostname);
    client.on('error', () => client.destroy());
    if (!served.includes(hostname) || otherPort !== '') {
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
  return { port: await listen(server, signal), hosts: () => [...asked] };
}
