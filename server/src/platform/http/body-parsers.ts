import type { FastifyInstance } from 'fastify';
import { RequestError } from './domain-error';
import { isTooDeep } from './json-depth';

/** Which bodies are read: JSON, and the XML that WeChat pushes, as text. Forms are not: a foreign page could send them unasked. */
export function addBodyParsers(fastify: FastifyInstance): void {
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    request.jiannuoBody = body as string;
    // A phone that has nothing to send still says that it sends JSON.
    if (body === '') done(null, undefined);
    else if (isTooDeep(body as string)) done(RequestError.of(400, 'request.unreadable'));
    else void parseJson(request, body as string, done);
  });
  fastify.addContentTypeParser(['text/xml', 'application/xml'], { parseAs: 'string' }, (_request, body, done) => {
    done(null, body);
  });
}
