import type { IncomingMessage } from 'node:http';

/** What is still read of a refused upload so that its sender, who may only listen when he has sent all, hears the answer. */
const DISCARD_LIMIT = 64 * 1_048_576;

/** Reads on and throws away; true when the request has then been read to its end, false when the rest is too much and the line should be cut. */
export async function discard(request: IncomingMessage): Promise<boolean> {
  if (request.complete || request.readableEnded) return true;
  if (Number(request.headers['content-length'] ?? DISCARD_LIMIT + 1) > DISCARD_LIMIT) return false;
  request.unpipe();
  return new Promise((resolve) => {
    request.once('end', () => {
      resolve(true);
    });
    request.once('close', () => {
      resolve(request.complete);
    });
    request.resume();
  });
}
