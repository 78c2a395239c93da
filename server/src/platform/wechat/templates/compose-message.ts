import { allow, type Outcome, type Refusal } from '@jiannuo/shared/kernel';
import { cutThing, fitsField } from './field-rules';
import { fieldTypeOf, type TemplateContract } from './template-contract';

/** A message that fits its template: the exact key set, every value within its field's rules. */
export interface ComposedMessage {
  readonly templateId: string;
  readonly title: string;
  readonly data: Readonly<Record<string, { readonly value: string }>>;
}

/**
 * Fits values into a template. Texts of `thing` fields are put on one line and cut to 20 characters; nothing else is
 * changed. Refuses with all faults: `wechat.field-missing`, `wechat.field-unknown`, `wechat.field-invalid`.
 */
export function composeMessage(
  template: TemplateContract,
  values: Readonly<Record<string, string>>,
): Outcome<ComposedMessage> {
  const fitted = new Map(
    Object.entries(values).map(([key, value]) => [key, fieldTypeOf(key) === 'thing' ? cutThing(value) : value]),
  );
  const [first, ...others] = [...faultsOfKeys(template, fitted), ...faultsOfValues(template, fitted)];
  if (first !== undefined) return { ok: false, refusals: [first, ...others] };
  const data = Object.fromEntries(template.keys.map((key) => [key, { value: fitted.get(key) ?? '' }]));
  return allow({ templateId: template.priTmplId, title: template.title, data });
}

function faultsOfKeys(template: TemplateContract, values: ReadonlyMap<string, string>): Refusal[] {
  const missing = template.keys.filter((key) => !values.has(key));
  const unknown = [...values.keys()].filter((key) => !template.keys.includes(key));
  return [
    ...missing.map((key) => fault('wechat.field-missing', template, key)),
    ...unknown.map((key) => fault('wechat.field-unknown', template, key)),
  ];
}

function faultsOfValues(template: TemplateContract, values: ReadonlyMap<string, string>): Refusal[] {
  return template.keys
    .filter((key) => values.has(key) && !fitsField(template, key, values.get(key) ?? ''))
    .map((key) => fault('wechat.field-invalid', template, key));
}

/** The value itself stays out: it may be a person's words, and refusals are logged. */
function fault(code: string, template: TemplateContract, key: string): Refusal {
  return { code, facts: { template: template.title, key } };
}
