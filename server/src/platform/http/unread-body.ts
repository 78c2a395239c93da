import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** What is still read of a refused body, in bytes, so that its sender, who may only listen when he has sent all, hears the answer. */
const READ_ON_LIMIT = 64 * 1_048_576;

/** A refusal goes out when the rest of the body has been read and thrown away; where the rest is too much, it goes out at once and the line is cut. */
export function readOnWhenRefused(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply) => {
    if (reply.statusCode < 400) return;
    if (await readOn(request.raw)) reply.removeHeader('connection');
    else reply.header('connection', 'close');
  });
}

/** Whether the request has now been read to its end. */
async function readOn(request: IncomingMessage): Promise<boolean> {
  if (request.complete || request.readableEnded) return true;
  if (Number(request.headers['content-length'] ?? 0) > READ_ON_LIMIT) return false;
  request.unpipe();
  return new Promise((resolve) => {
    let bytes = 0;
    request.on('data', (piece: Buffer | string) => {
      bytes += piece.length;
      if (bytes > READ_ON_LIMIT) resolve(false);
    });
    request.once('end', () => {
      resolve(true);
    });
    request.once('close', () => {
      resolve(request.complete);
    });
    request.resume();
  });
}
