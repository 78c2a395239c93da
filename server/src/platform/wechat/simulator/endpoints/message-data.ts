import type { TemplateContract } from '../../templates/template-contract';
import type { Readings } from '../assumptions';
import { SimulatedRefusal } from '../state/refusal';
import { takesValue } from './message-values';

/** The values of a message that WeChat would take, by key. Refuses with 47003 as WeChat words it. */
export function checkedData(
  template: TemplateContract,
  data: unknown,
  readings: Readings,
): ReadonlyMap<string, string> {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw invalid('argument invalid! data invalid');
  const given = data as Readonly<Record<string, unknown>>;
  const extra = Object.keys(given).find((key) => !template.keys.includes(key));
  if (extra !== undefined && readings['extra-keys'] === 'refused') {
    throw invalid(`argument invalid! data.${extra} invalid`);
  }
  return new Map(template.keys.map((key) => [key, checkedValue(template, key, { wrapped: given[key], readings })]));
}

function checkedValue(
  template: TemplateContract,
  key: string,
  { wrapped, readings }: { wrapped: unknown; readings: Readings },
): string {
  const value = unwrapped(key, wrapped ?? {});
  if (value === undefined || value === null || value === '') {
    throw invalid(`argument invalid! data.${key}.value is empty`);
  }
  if (typeof value !== 'string' || !takesValue(template, { key, value }, readings)) throw invalidValue(key);
  return value;
}

function unwrapped(key: string, wrapped: unknown): unknown {
  if (typeof wrapped !== 'object' || wrapped === null) throw invalidValue(key);
  return (wrapped as { value?: unknown }).value;
}

function invalidValue(key: string): SimulatedRefusal {
  return invalid(`argument invalid! data.${key}.value invalid`);
}

function invalid(errmsg: string): SimulatedRefusal {
  return new SimulatedRefusal(47003, errmsg);
}
