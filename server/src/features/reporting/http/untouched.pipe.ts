import type { PipeTransform, Type } from '@nestjs/common';
import { validateSync } from 'class-validator';
import { DomainError } from '../../../platform/http';
import { refuseInherited, shapeError } from '../../../platform/http/shape.pipe';

const OPTIONS = {
  whitelist: true,
  forbidNonWhitelisted: true,
  validationError: { target: true, value: false },
} as const;

/**
 * Checks a body against `envelope` but for the field `untouched`, which goes through as it came: the shared parser reads
 * it once and knows its limits, and the general check would first copy all of it.
 */
export class Untouched implements PipeTransform<unknown, object> {
  constructor(
    private readonly untouched: string,
    private readonly envelope: Type<object>,
  ) {}

  transform(body: unknown): object {
    if (typeof body !== 'object' || body === null || Array.isArray(body))
      throw DomainError.invalid('request.unreadable');
    const { [this.untouched]: inside, ...rest } = body as Readonly<Record<string, unknown>>;
    refuseInherited(rest);
    const checked = Object.assign(new this.envelope(), rest);
    const errors = validateSync(checked, OPTIONS);
    if (errors.length > 0) throw shapeError(errors);
    return Object.assign(checked, { [this.untouched]: inside });
  }
}
