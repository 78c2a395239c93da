import { allow, refuse, type Outcome } from '../kernel';

const MOBILE = /^1[3-9]\d{9}$/;
const FULL_WIDTH_DIGIT = /[０-９]/g;
/** What people write between and around digits: blanks of every kind, hyphens and dashes, dots, brackets. */
const SEPARATORS = /[\s\u00a0\u3000\-‐-―－.·()（）]/g;

/**
 * A mainland mobile number as eleven digits, the form in which it is stored and compared.
 * Accepts separators, full-width digits and the prefix 86. Refuses `phone.unreadable`: a landline cannot be matched with WeChat.
 */
export function normalisePhone(text: string): Outcome<string> {
  const digits = text
    .replace(FULL_WIDTH_DIGIT, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(SEPARATORS, '')
    .replace(/^(?:\+|＋|00)?86(?=1\d{10}$)/, '');
  return MOBILE.test(digits) ? allow(digits) : refuse('phone.unreadable');
}

/** `138 **** 0107`: enough to recognise one's own number, too little to call somebody else's. Empty stays empty. */
export function maskPhone(phone: string): string {
  return phone === '' ? '' : `${phone.slice(0, 3)} **** ${phone.slice(-4)}`;
}
