import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { getMetadataStorage } from 'class-validator';
import { labelOf } from './label';

/** A rule of class-validator, as its storage keeps it. */
interface Rule {
  readonly name?: string;
  readonly type: string;
  readonly propertyName: string;
  readonly constraints?: readonly unknown[];
  readonly each: boolean;
}
type Shape = abstract new () => object;

const LIMITS: Readonly<Record<string, string>> = {
  maxLength: 'maxLength',
  minLength: 'minLength',
  max: 'maximum',
  min: 'minimum',
  arrayMaxSize: 'maxItems',
  arrayMinSize: 'minItems',
};
const TYPES: Readonly<Record<string, string>> = {
  isString: 'string',
  isInt: 'integer',
  isNumber: 'number',
  isBoolean: 'boolean',
  isObject: 'object',
  isIso8601: 'string',
};

/**
 * Tells the API's description what the edge checks, so that no field is described twice by hand. Two shapes of one name
 * would be described as one of them.
 */
export function describeShapes(): void {
  const { validationMetadatas } = getMetadataStorage() as unknown as {
    readonly validationMetadatas: ReadonlyMap<Shape, readonly Rule[]>;
  };
  const names = new Set<string>();
  for (const [shape, rules] of validationMetadatas) {
    if (names.has(shape.name)) throw new Error(`Two request bodies are called ${shape.name}.`);
    names.add(shape.name);
    const prototype = shape.prototype as object;
    for (const property of new Set(rules.map((rule) => rule.propertyName))) {
      const own = rules.filter((rule) => rule.propertyName === property);
      ApiProperty(optionsOf(prototype, property, own))(prototype, property);
    }
  }
}

function optionsOf(prototype: object, property: string, rules: readonly Rule[]): ApiPropertyOptions {
  const isList = rules.some((rule) => rule.name === 'isArray' || rule.each) || designOf(prototype, property) === Array;
  const inner = Object.assign({ type: typeOf(rules) ?? 'object' }, ...rules.map(limitOf)) as Record<string, unknown>;
  const { minItems, maxItems, ...item } = inner;
  const label = labelOf(prototype, property);
  const options = isList ? { type: 'array', items: item, minItems, maxItems } : inner;
  const description = label === property ? {} : { description: label };
  const required = !rules.some((rule) => rule.name === 'isOptional' || rule.type === 'conditionalValidation');
  return { ...options, ...description, required };
}

function typeOf(rules: readonly Rule[]): string | undefined {
  const named = rules.map((rule) => TYPES[rule.name ?? '']).find(Boolean);
  return (
    named ?? (rules.some((rule) => ['matches', 'isIn', 'maxLength'].includes(rule.name ?? '')) ? 'string' : undefined)
  );
}

function limitOf(rule: Rule): Record<string, unknown> {
  const [first] = rule.constraints ?? [];
  const limit = LIMITS[rule.name ?? ''];
  if (limit !== undefined) return { [limit]: first };
  if (rule.name === 'isIso8601') return { format: 'date-time' };
  if (rule.name === 'isIn') return { enum: first };
  if (rule.name === 'matches' && first instanceof RegExp) return { pattern: first.source };
  return {};
}

function designOf(prototype: object, property: string): unknown {
  return Reflect.getMetadata('design:type', prototype, property) as unknown;
}
