import { MESSAGE_PURPOSES, type ConsentKind, type MessagePurpose } from '@jiannuo/shared/notifications';
import { grantKindOf, templateFor, type TemplateContract, type TemplateFile } from '../wechat';

/** The account's message templates by what they are for. */
export class MessageTemplates {
  private readonly byPurpose: ReadonlyMap<MessagePurpose, TemplateContract>;

  constructor(file: TemplateFile) {
    const found = MESSAGE_PURPOSES.flatMap((purpose) => {
      const template = templateFor(file, purpose);
      return template === null ? [] : [[purpose, template] as const];
    });
    this.byPurpose = new Map(found);
  }

  /** The template of a purpose; null when the account has none. */
  of(purpose: MessagePurpose): TemplateContract | null {
    return this.byPurpose.get(purpose) ?? null;
  }

  /** Every purpose that has a template, in the order in which screens list them. */
  all(): readonly { readonly purpose: MessagePurpose; readonly template: TemplateContract }[] {
    return [...this.byPurpose].map(([purpose, template]) => ({ purpose, template }));
  }

  /** How the grants of a template are counted; null for a template that is not ours. */
  kindOf(templateId: string): ConsentKind | null {
    const found = this.all().find(({ template }) => template.priTmplId === templateId);
    return found ? grantKindOf(found.template) : null;
  }
}
