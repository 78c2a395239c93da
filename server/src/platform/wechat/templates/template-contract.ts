/** Whether a message needs a grant for each send (2, one-time) or one standing grant (3, long-term). */
export type TemplateType = 2 | 3;

/** The permitted values of one enumeration field. */
export interface KeywordEnum {
  readonly keywordCode: string;
  readonly enumValueList: readonly string[];
}

/** One message template as the account holds it: what WeChat answers when asked for its templates, and its keys in order. */
export interface TemplateContract {
  readonly priTmplId: string;
  readonly title: string;
  /** One line a field, `事项:{{thing1.DATA}}`. */
  readonly content: string;
  readonly type: TemplateType;
  readonly keywordEnumValueList: readonly KeywordEnum[];
  readonly keys: readonly string[];
}

/** A field of a template with the words that stand before its value. */
export interface TemplateField {
  readonly key: string;
  readonly label: string;
}

const LINE = /^(.*?)[::]?\s*\{\{\s*([A-Za-z_]+\d*)\.DATA\s*\}\}\s*$/;

/** The fields of a template in the order a reader sees them. */
export function fieldsOf(content: string): readonly TemplateField[] {
  return content.split(/\r?\n/).flatMap((line) => {
    const found = LINE.exec(line.trim());
    return found?.[2] === undefined ? [] : [{ key: found[2], label: (found[1] ?? '').trim() }];
  });
}

/** The type of a field, which is its key without the number: `character_string2` is a `character_string`. */
export function fieldTypeOf(key: string): string {
  return key.replace(/\d+$/, '');
}

/** How a template's grants are counted. */
export function grantKindOf(template: TemplateContract): 'one-time' | 'long-term' {
  return template.type === 2 ? 'one-time' : 'long-term';
}
