import { applyDecorators, type Type } from '@nestjs/common';
import { ApiBody, ApiExtraModels, getSchemaPath } from '@nestjs/swagger';

/** Describes the body of a write that is checked as `envelope` but for one field, which `shared` reads. */
export function EnvelopedBody(envelope: Type<object>, inside: string, what: string): MethodDecorator {
  const rest = { type: 'object', required: [inside], properties: { [inside]: { description: what } } };
  return applyDecorators(
    ApiExtraModels(envelope),
    ApiBody({ schema: { allOf: [{ $ref: getSchemaPath(envelope) }, rest] } }),
  );
}

/** Describes a body that `shared` alone reads. */
export function FreeBody(what: string): MethodDecorator {
  return ApiBody({ schema: { type: 'object', description: what } });
}
