import { createServer } from 'node:https';
import { generate } from 'selfsigned';
import { listen } from './listen.ts';

/** What a server of ours answers at one address. */
export interface Served {
  readonly body: string | Buffer;
  /** `text/html; charset=utf-8` when it is left out. */
  readonly type?: string;
  /** The Content-Security-Policy; `policyOf` the host when it is left out. */
  readonly policy?: string;
}

/**
 * Answers for whole sites on one port of this machine, with a certificate of its own for all of them.
 * Browsers get here through `startProxy`.
 *
 * @param answer what is at an address, or `null` for "not found".
 * @returns the port.
 */
export async function serveSites(
  hosts: readonly string[],
  answer: (address: URL) => Served | null,
  signal: AbortSignal,
): Promise<number> {
  const certificate = await generate([{ name: 'commonName', value: 'Lived & Cited tests' }], {
    keySize: 2048,
    extensions: [{ name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) }],
  });
  const server = createServer({ key: certificate.private, cert: certificate.cert }, (request, response) => {
    const address = new URL(request.url ?? '/', `https://${request.headers.host}`);
    const found = answer(address);
    if (!found) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end(`There is nothing at ${address.href} on this test server.`);
      return;
    }
    response.writeHead(200, {
      'content-type': found.type ?? 'text/html; charset=utf-8',
      'content-security-policy': found.policy ?? policyOf(address.hostname),
      'cache-control': 'no-store',
    });
    response.end(found.body);
  });
  return listen(server, signal);
}

/**
 * A policy as strict as the site's own: scripts only from the site, no connection elsewhere, and Trusted Types,
 * so that whatever we draw has to be drawn without markup from strings.
 */
export function policyOf(host: string): string {
  const own = host.endsWith('facebook.com') ? "'self' https://*.facebook.com https://*.fbcdn.net" : "'self' https://*.twimg.com";
  return [
    "default-src 'self'",
    `script-src ${own}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src ${own} data: blob:`,
    `connect-src ${own}`,
    "object-src 'none'",
    "base-uri 'self'",
    "frame-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** For saved pages: nothing on them runs, and nothing is loaded from anywhere. */
export const NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; require-trusted-types-for 'script'";
