import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { describeShapes } from './api-shapes';
import { summariesOf } from './api-summaries';

type Operation = NonNullable<OpenAPIObject['paths'][string]['post']>;

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** The mark of a write that needs no key, in the description. */
export const KEYLESS_MARK = 'x-without-idempotency-key';

const REFUSAL: Schemas[string] = {
  type: 'object',
  required: ['code', 'sentence', 'requestId'],
  properties: {
    code: { type: 'string', description: 'Stable, `subject.reason`.' },
    sentence: { type: 'string', description: 'What a person reads, in Chinese.' },
    requestId: { type: 'string' },
    details: { description: 'All the reasons with their facts, or what the caller needs to go on.' },
  },
};

const KEY_HEADER = {
  name: 'idempotency-key',
  in: 'header',
  required: true,
  description: 'Chosen by the caller, the same for every try of one write. It is done once.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,64}$' },
} as const;

/** The description of every route, as OpenAPI 3. */
export function describeApi(app: INestApplication): OpenAPIObject {
  describeShapes();
  const base = new DocumentBuilder()
    .setTitle('践诺通')
    .setDescription('Monthly reports, reminders and the board of a working group.')
    .setVersion('1')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, base);
  document.components = { ...document.components, schemas: { ...document.components?.schemas, Refusal: REFUSAL } };
  const summaries = summariesOf(app);
  for (const path of Object.values(document.paths)) {
    for (const write of [path.post, path.put, path.patch, path.delete]) if (write) describeKey(write);
    for (const each of [path.get, path.post, path.put, path.patch, path.delete]) {
      if (each) describeRefusals(Object.assign(each, summaries.get(methodOf(each))));
    }
  }
  return document;
}

/** Shows the description at /api/docs, and as JSON at /api/docs-json. It is built at the first visit. */
export function serveApiDocs(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'api/docs-json',
    raw: ['json'],
    customSiteTitle: '践诺通 API',
  });
}

/** Of a method with several paths, the operations end in `[0]`, `[1]`. */
function methodOf({ operationId = '' }: Operation): string {
  return operationId.replace(/\[\d+\]$/, '');
}

function describeKey(write: Operation): void {
  const isKeyed = write.security !== undefined && !(KEYLESS_MARK in write);
  if (isKeyed) write.parameters = [...(write.parameters ?? []), KEY_HEADER];
}

function describeRefusals(operation: Operation): void {
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } };
  operation.responses.default ??= { description: 'Refused: one code and one sentence.', content };
}
