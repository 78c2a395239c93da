import { MESSAGE_PURPOSES, type MessagePurpose } from '@jiannuo/shared/notifications';
import { fieldsOf, type TemplateContract } from './template-contract';

/** The account's templates and which of them serves which purpose. The simulator reads the same file. */
export interface TemplateFile {
  readonly purposes: Readonly<Record<MessagePurpose, string>>;
  readonly templates: readonly TemplateContract[];
}

/**
 * What is wrong with a template file, as sentences for the person who sets the account up; empty when nothing is.
 * Every purpose needs a template, and titles must differ: WeChat's sheet shows only one of two with the same title.
 */
export function faultsOfTemplateFile(file: TemplateFile): readonly string[] {
  const ids = new Set(file.templates.map((template) => template.priTmplId));
  const titles = file.templates.map((template) => template.title);
  return [
    ...MESSAGE_PURPOSES.filter((purpose) => !ids.has(file.purposes[purpose])).map(
      (purpose) => `${purpose}:没有对应的模板`,
    ),
    ...titles.filter((title, at) => titles.indexOf(title) !== at).map((title) => `${title}:标题重复`),
    ...file.templates.filter((template) => !keysAgree(template)).map((template) => `${template.title}:字段与内容不符`),
  ];
}

/** The template that serves a purpose, or null. */
export function templateFor(file: TemplateFile, purpose: MessagePurpose): TemplateContract | null {
  return file.templates.find((template) => template.priTmplId === file.purposes[purpose]) ?? null;
}

function keysAgree(template: TemplateContract): boolean {
  const keys = fieldsOf(template.content).map((field) => field.key);
  return keys.length > 0 && keys.join() === template.keys.join();
}
