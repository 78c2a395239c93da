import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const HASHED_NAME = /[.-][0-9a-f]{8,}\.[a-z0-9]+$/;
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** Serves the built screens (H5) at /app/. Files with a hash in their name never change and may be kept for a year. */
export async function serveScreens(fastify: FastifyInstance, directory: string): Promise<void> {
  if (!existsSync(join(directory, 'index.html'))) return;
  fastify.get('/app', (_request, reply) => reply.redirect('/app/'));
  await fastify.register(fastifyStatic, {
    root: directory,
    prefix: '/app/',
    decorateReply: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = HASHED_NAME.test(path);
      void reply.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

/** The security policy's names for the scripts written inside the screens' start page; none when the screens are not built. */
export function inlineScriptHashes(directory: string): string[] {
  const file = join(directory, 'index.html');
  if (!existsSync(file)) return [];
  const scripts = [...readFileSync(file, 'utf8').matchAll(INLINE_SCRIPT)].map((match) => match[1] ?? '');
  return scripts.filter(Boolean).map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
}
