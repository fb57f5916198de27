import type { AddressInfo, Server, Socket } from 'node:net';

/** Lets a server listen on a free port of this machine until the signal aborts; then its connections are cut. Returns the port. */
export async function listen(server: Server, signal: AbortSignal): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  signal.addEventListener(
    'abort',
    () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
    { once: true },
  );
  return (server.address() as AddressInfo).port;
}
