import { fieldTypeOf, type TemplateContract } from './template-contract';

const DATE = String.raw`(?:\d{4}年(?:1[0-2]|0?[1-9])月(?:3[01]|[12]\d|0?[1-9])日|\d{4}-(?:1[0-2]|0[1-9])-(?:3[01]|[12]\d|0[1-9]))`;
const TIME = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?`;

/** The range sign must be the ASCII tilde: WeChat refuses the full-width one, although its documentation shows it. */
const RULES: Readonly<Record<string, (value: string) => boolean>> = {
  thing: (value) => charactersOf(value) <= 20,
  number: (value) => /^-?\d+(?:\.\d+)?$/.test(value) && value.replace(/\D/g, '').length <= 32,
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => /^[\p{P}\p{S}]+$/u.test(value) && charactersOf(value) <= 5,
  character_string: (value) => /^[\x21-\x7e]{1,32}$/.test(value),
  time: (value) => new RegExp(`^(?:${DATE} )?${TIME}(?:~(?:${DATE} )?${TIME})?$`).test(value),
  date: (value) => new RegExp(`^${DATE}(?: ${TIME})?(?:~${DATE}(?: ${TIME})?)?$`).test(value),
  amount: (value) => /^\p{Sc}?\d{1,10}(?:\.\d+)?元?$/u.test(value),
  phone_number: (value) => /^[\d\p{P}\p{S}]{1,17}$/u.test(value),
  car_number: (value) => /^[\p{Script=Han}A-Z0-9][A-Z0-9]{0,6}[\p{Script=Han}A-Z0-9]$/u.test(value),
  name: (value) =>
    /^[\p{L}\p{P}\p{S} ]+$/u.test(value) && charactersOf(value) <= (/\p{Script=Han}/u.test(value) ? 10 : 20),
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
};

/**
 * Characters as the stricter of the two ways to count them: WeChat does not say whether a character beyond the basic
 * plane (emoji, rare Han) counts once or twice.
 */
export function charactersOf(value: string): number {
  return value.length;
}

/** Whether WeChat takes this value in a field of this type. Unknown types are refused, enumerations need their list. */
export function fitsFieldType(type: string, value: string): boolean {
  const rule = RULES[type];
  return rule !== undefined && value.trim() !== '' && !/[\p{Cc}\u2028\u2029\p{Cs}]/u.test(value) && rule(value);
}

/** Whether WeChat takes this value in this field of this template. */
export function fitsField(template: TemplateContract, key: string, value: string): boolean {
  if (fieldTypeOf(key) !== 'enum_string') return fitsFieldType(fieldTypeOf(key), value);
  const choices = template.keywordEnumValueList.find((list) => list.keywordCode === key);
  return choices?.enumValueList.includes(value) ?? false;
}

/** The text on one line, and cut to 20 characters with an ellipsis where it was longer; no character is cut in two. */
export function cutThing(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cs}\p{Z}]+/gu, ' ').trim();
  if (charactersOf(line) <= 20) return line;
  let kept = '';
  for (const character of line) {
    if (charactersOf(kept + character) > 19) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
