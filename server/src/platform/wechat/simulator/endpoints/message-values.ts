import type { TemplateContract } from '../../templates/template-contract';
import type { Readings } from '../assumptions';

// Written apart from the port's own rules on purpose: a mistake there must be refused here.

type Check = (value: string, readings: Readings) => boolean;

const CHECKS: Readonly<Record<string, Check>> = {
  thing: (value, readings) => lengthOf(value, readings) <= 20,
  number: (value) => isNumber(value) && digitsOf(value).length <= 32,
  letter: (value) => value.length <= 32 && Array.from(value).every(isLatinLetter),
  symbol: (value) => value.length <= 5 && Array.from(value).every((character) => !/[\p{L}\p{N}\s]/u.test(character)),
  character_string: (value) =>
    value.length <= 32 && Array.from(value).every((character) => character > ' ' && character < '\x7f'),
  time: (value, readings) => everyEnd(value, (end) => isTimeEnd(end, readings)),
  date: (value) => everyEnd(value, isDateEnd),
  amount: (value) => isAmount(value),
  phone_number: (value) => value.length <= 17 && !Array.from(value).some((character) => /[\p{L}\s]/u.test(character)),
  car_number: (value) => isCarNumber(Array.from(value)),
  name: (value) => isName(Array.from(value)),
  phrase: (value) => Array.from(value).length <= 5 && Array.from(value).every(isHan),
};

/** Whether WeChat takes the value in this field of the template. */
export function takesValue(
  template: TemplateContract,
  field: { readonly key: string; readonly value: string },
  readings: Readings,
): boolean {
  const type = field.key.replace(/[0-9]+$/, '');
  if (Array.from(field.value).some(isControl) || field.value.trim() === '') return false;
  if (type === 'enum_string') {
    const list = template.keywordEnumValueList.find((entry) => entry.keywordCode === field.key);
    return list?.enumValueList.includes(field.value) ?? false;
  }
  return CHECKS[type]?.(field.value, readings) ?? false;
}

function lengthOf(value: string, readings: Readings): number {
  return readings['astral-characters'] === 'two' ? value.length : Array.from(value).length;
}

function isControl(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (
    code < 32 || (code >= 127 && code < 160) || code === 0x2028 || code === 0x2029 || (code >= 0xd800 && code < 0xe000)
  );
}

function isHan(character: string): boolean {
  return /\p{Script=Han}/u.test(character);
}

function isLatinLetter(character: string): boolean {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

function digitsOf(value: string): string {
  return value.replace(/[^0-9]/g, '');
}

function isNumber(value: string): boolean {
  const [whole = '', fraction, ...more] = value.replace(/^-/, '').split('.');
  return more.length === 0 && /^[0-9]+$/.test(whole) && (fraction === undefined || /^[0-9]+$/.test(fraction));
}

function isAmount(value: string): boolean {
  const bare = value.replace(/^[¥¥$€£]/, '').replace(/元$/, '');
  return isNumber(bare) && !bare.startsWith('-') && (bare.split('.')[0] ?? '').length <= 10;
}

function isCarNumber(characters: readonly string[]): boolean {
  const inner = characters.slice(1, -1);
  const ends = [characters[0], characters.at(-1)];
  const isPlain = (character: string | undefined) => character !== undefined && /[A-Z0-9]/.test(character);
  return (
    characters.length >= 2 &&
    characters.length <= 8 &&
    inner.every(isPlain) &&
    ends.every((end) => isPlain(end) || (end !== undefined && isHan(end)))
  );
}

function isName(characters: readonly string[]): boolean {
  const limit = characters.some(isHan) ? 10 : 20;
  return characters.length <= limit && !characters.some((character) => /\p{N}/u.test(character));
}

function everyEnd(value: string, isEnd: (end: string) => boolean): boolean {
  const ends = value.split('~');
  return ends.length <= 2 && ends.every(isEnd);
}

function isTimeEnd(end: string, readings: Readings): boolean {
  const words = end.split(' ');
  if (words.length === 1) {
    return isClock(end) || (readings['bare-date-in-time'] === 'taken' && isDay(end));
  }
  return words.length === 2 && isDay(words[0] ?? '') && isClock(words[1] ?? '');
}

function isDateEnd(end: string): boolean {
  const words = end.split(' ');
  return words.length <= 2 && isDay(words[0] ?? '') && (words[1] === undefined || isClock(words[1]));
}

function isDay(text: string): boolean {
  const found = /^([0-9]{4})(?:年([0-9]{1,2})月([0-9]{1,2})日|-([0-9]{2})-([0-9]{2}))$/.exec(text);
  const month = Number(found?.[2] ?? found?.[4]);
  const day = Number(found?.[3] ?? found?.[5]);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

function isClock(text: string): boolean {
  const parts = text.split(':');
  if (parts.length < 2 || parts.length > 3 || !parts.every((part) => /^[0-9]{1,2}$/.test(part))) return false;
  const [hour = 24, minute = 60, second = 0] = parts.map(Number);
  return hour < 24 && minute < 60 && second < 60 && parts.slice(1).every((part) => part.length === 2);
}
