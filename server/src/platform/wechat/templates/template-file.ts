import { MESSAGE_PURPOSES, type MessagePurpose } from '@jiannuo/shared/notifications';
import { asRecord } from '../port/json-text';
import { fieldsOf, type TemplateContract } from './template-contract';

/** The account's templates and which of them serves which purpose. The simulator reads the same file. */
export interface TemplateFile {
  readonly purposes: Readonly<Record<MessagePurpose, string>>;
  readonly templates: readonly TemplateContract[];
}

/**
 * What is wrong with a template file, as sentences for the person who sets the account up; empty when nothing is.
 * Takes any JSON value: the file is written by hand. Every purpose needs a template of its own, and titles must
 * differ: WeChat's sheet shows only one of two with the same title.
 */
export function faultsOfTemplateFile(file: unknown): readonly string[] {
  const { purposes, templates } = asRecord(file) ?? {};
  if (asRecord(purposes) === null || !Array.isArray(templates)) return ['文件须有 purposes 和 templates 两项'];
  const misshapen = templates.findIndex((template) => !isContract(template));
  if (misshapen >= 0) return [`第${String(misshapen + 1)}个模板的内容不全`];
  return faultsOfContracts({ purposes, templates } as TemplateFile);
}

/** The template that serves a purpose, or null. */
export function templateFor(file: TemplateFile, purpose: MessagePurpose): TemplateContract | null {
  return file.templates.find((template) => template.priTmplId === file.purposes[purpose]) ?? null;
}

function faultsOfContracts({ purposes, templates }: TemplateFile): readonly string[] {
  const ids = new Set(templates.map((template) => template.priTmplId));
  const titles = templates.map((template) => template.title);
  const served = MESSAGE_PURPOSES.map((purpose) => purposes[purpose]);
  return [
    ...MESSAGE_PURPOSES.filter((purpose) => !ids.has(purposes[purpose])).map((purpose) => `${purpose}:没有对应的模板`),
    ...repeated(served.filter((id) => ids.has(id))).map((id) => `${id}:用于多个用途`),
    ...repeated(titles).map((title) => `${title}:标题重复`),
    ...templates.filter((template) => !keysAgree(template)).map((template) => `${template.title}:字段与内容不符`),
  ];
}

function repeated(texts: readonly string[]): readonly string[] {
  return texts.filter((text, at) => texts.indexOf(text) !== at);
}

function keysAgree(template: TemplateContract): boolean {
  const keys = fieldsOf(template.content).map((field) => field.key);
  return keys.length > 0 && keys.join() === template.keys.join();
}

function isContract(value: unknown): value is TemplateContract {
  const template = asRecord(value);
  if (template === null) return false;
  const hasTexts = [template['priTmplId'], template['title'], template['content']].every(isFilled);
  return (
    hasTexts && isType(template['type']) && isTextList(template['keys']) && isEnumList(template['keywordEnumValueList'])
  );
}

function isType(value: unknown): boolean {
  return value === 2 || value === 3;
}

function isFilled(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every(isFilled);
}

function isEnumList(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((entry) => {
      const list = asRecord(entry);
      return list !== null && isFilled(list['keywordCode']) && isTextList(list['enumValueList']);
    })
  );
}
