import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import type { Refusal } from '@jiannuo/shared/kernel';
import { DomainError } from './domain-error';
import { labelOf } from './label';
import { rememberShapeRules } from './shape-rules';

rememberShapeRules();

/** Names that every object or class has are passed over by what checks a shape, so they are looked for first. */
class ShapePipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body' || metadata.type === 'query') refuseInherited(value);
    return super.transform(value, metadata);
  }
}

/** Checks the shape of what was sent against the route's class: nothing unknown, nothing of the wrong kind. */
export function shapePipe(): ValidationPipe {
  return new ShapePipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    validationError: { target: true, value: false },
    exceptionFactory: shapeError,
  });
}

/** Refuses fields whose names every object has, such as `constructor`, however deep. */
export function refuseInherited(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [field, inside] of Object.entries(value)) {
    if (field in Object.prototype || field === 'prototype') {
      throw DomainError.invalid('request.invalid', { field, label: field, rule: 'whitelistValidation' });
    }
    refuseInherited(inside);
  }
}

/** What the caller is told about a shape that is wrong: every field by its label, at most twenty. */
export function shapeError(errors: readonly ValidationError[]): DomainError {
  const [first, ...rest] = errors.flatMap((error) => refusalsOf(error, ''));
  return DomainError.from([first ?? { code: 'request.unreadable', facts: {} }, ...rest.slice(0, 19)]);
}

/** Rules about size say nothing sensible of what is missing or of another kind, so they come last. */
function bySize(one: string, other: string): number {
  return Number(/max|min|length/i.test(one)) - Number(/max|min|length/i.test(other));
}

function refusalsOf(error: ValidationError, parent: string): Refusal[] {
  const path = parent === '' ? error.property : `${parent}.${error.property}`;
  const label = labelOf(error.target, error.property);
  const own = Object.keys(error.constraints ?? {})
    .sort(bySize)
    .map((rule) => ({
      code: 'request.invalid',
      facts: { field: path.slice(0, 200), label: label.slice(0, 40), rule },
    }));
  return [...own.slice(0, 1), ...(error.children ?? []).flatMap((child) => refusalsOf(child, path))];
}
