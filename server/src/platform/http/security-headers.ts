import helmet from '@fastify/helmet';
import { fastify as createFastify, type FastifyInstance } from 'fastify';

const OF_THE_CONNECTION = ['date', 'connection', 'content-length'];

/**
 * Headers that keep a browser from loading or sending anything elsewhere. The demo page may frame our own screens.
 * helmet decides them; they are the same for every answer, so they are worked out once.
 */
export async function securityHeaders(options: {
  readonly isSecure: boolean;
  readonly scriptHashes: readonly string[];
}): Promise<Readonly<Record<string, string>>> {
  const scratch = createFastify();
  await addHelmet(scratch, options);
  scratch.get('/', (_request, reply) => reply.code(204).send());
  const { headers } = await scratch.inject('/');
  await scratch.close();
  const chosen = Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.includes(name));
  return Object.fromEntries(chosen.map(([name, value]) => [name, String(value)]));
}

async function addHelmet(
  fastify: FastifyInstance,
  options: { readonly isSecure: boolean; readonly scriptHashes: readonly string[] },
): Promise<void> {
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...options.scriptHashes],
        // Taro and the documentation page set styles on elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        frameSrc: ["'self'"],
        frameAncestors: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: options.isSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'sameorigin' },
  });
}
