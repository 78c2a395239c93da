import { dueTimeField, momentField, phraseField, characterField } from '@jiannuo/shared/notifications';
import type { Instant } from '@jiannuo/shared/kernel';
import { fieldsOf, type TemplateContract, type TemplateField } from '../wechat';

/** What a message says, whatever fields the account's template happens to have. */
export interface MessageFacts {
  /** 5月月报 */
  readonly what: string;
  readonly unit: string;
  /** The first late instant of what is due, or the moment of what happened. */
  readonly at: Instant;
  readonly isDueTime: boolean;
  /** At most five Han characters: 待提交. */
  readonly state: string;
  readonly remark: string;
  /** Number of a document; empty where there is none. */
  readonly number: string;
}

const UNIT = /单位|部门|机构|提醒对象/;
const REMARK = /备注|说明|提示|原因|内容描述|温馨/;

/**
 * The values for a template's fields, found by their type and label: a group picks its templates from what WeChat's
 * library offers, and their keys differ. A text field with a label that says nothing gets the first fact not used yet.
 */
export function fillTemplate(template: TemplateContract, facts: MessageFacts): Readonly<Record<string, string>> {
  const fields = fieldsOf(template.content);
  const texts = new Map<string, string>();
  const open = ['what', 'unit', 'remark'];
  const things = fields.filter((field) => isText(field.key));
  for (const field of things) {
    const wish = wishOf(field);
    if (wish !== null && open.includes(wish)) {
      texts.set(field.key, wish);
      open.splice(open.indexOf(wish), 1);
    }
  }
  for (const field of things) {
    if (!texts.has(field.key)) texts.set(field.key, open.shift() ?? 'what');
  }
  return Object.fromEntries(fields.map((field) => [field.key, valueOf(field.key, texts.get(field.key), facts)]));
}

function isText(key: string): boolean {
  return key.startsWith('thing') || key.startsWith('name');
}

function wishOf(field: TemplateField): 'unit' | 'remark' | null {
  if (UNIT.test(field.label)) return 'unit';
  return REMARK.test(field.label) ? 'remark' : null;
}

function valueOf(key: string, text: string | undefined, facts: MessageFacts): string {
  if (text === 'unit') return facts.unit;
  if (text === 'remark') return facts.remark;
  if (text !== undefined) return facts.what;
  if (key.startsWith('time') || key.startsWith('date')) {
    return facts.isDueTime ? dueTimeField(facts.at) : momentField(facts.at);
  }
  if (key.startsWith('phrase')) return phraseField(facts.state);
  return key.startsWith('character_string') ? characterField(facts.number) : facts.state;
}
