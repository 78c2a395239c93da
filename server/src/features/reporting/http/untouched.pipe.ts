import type { PipeTransform, Type } from '@nestjs/common';
import { DomainError } from '../../../platform/http';
import { shapePipe } from '../../../platform/http/shape.pipe';

/**
 * Checks a body against `envelope` but for the field `untouched`, which goes through as it came: the shared parser reads
 * it once and knows its limits, and the general check would first copy all of it.
 */
export class Untouched implements PipeTransform<unknown, Promise<object>> {
  private readonly shape = shapePipe();

  constructor(
    private readonly untouched: string,
    private readonly envelope: Type,
  ) {}

  async transform(body: unknown): Promise<object> {
    if (typeof body !== 'object' || body === null || Array.isArray(body))
      throw DomainError.invalid('request.unreadable');
    const { [this.untouched]: inside, ...rest } = body as Readonly<Record<string, unknown>>;
    const checked = (await this.shape.transform(rest, { type: 'body', metatype: this.envelope })) as object;
    return Object.assign(checked, { [this.untouched]: inside });
  }
}
