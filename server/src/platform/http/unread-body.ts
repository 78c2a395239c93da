import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** What is still read of a refused body, in bytes, so that its sender, who may only listen when he has sent all, hears the answer. */
const READ_ON_LIMIT = 64 * 1_048_576;

/** How long the line stays open after an answer to a body that is longer still, in milliseconds: cutting it at once would take the answer back. */
const LINGER = 2_000;

/** A refusal goes out when the rest of the body has been read and thrown away; where the rest is too much, it goes out at once and the line is cut a moment later. */
export function readOnWhenRefused(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply) => {
    if (reply.statusCode < 400) return;
    const isRead = await readOn(request.raw);
    reply.removeHeader('connection');
    if (!isRead) reply.raw.once('finish', () => setTimeout(cut, LINGER, request.raw).unref());
  });
}

function cut(request: IncomingMessage): void {
  if (!request.complete) request.destroy();
}

/** Whether the request has now been read to its end. */
async function readOn(request: IncomingMessage): Promise<boolean> {
  if (request.complete || request.readableEnded) return true;
  request.unpipe();
  if (Number(request.headers['content-length'] ?? 0) > READ_ON_LIMIT) return false;
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
