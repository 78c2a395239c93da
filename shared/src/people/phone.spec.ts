import { maskPhone, normalisePhone } from './index';

describe('a phone number', () => {
  it.each([
    '13800000107',
    '138 0000 0107',
    '138-0000-0107',
    '+86 138 0000 0107',
    '008613800000107',
    '8613800000107',
    '１３８００００　０１０７',
    '(138) 0000·0107',
  ])('is the same however it is written: %s', (text) => {
    expect(normalisePhone(text)).toEqual({ ok: true, value: '13800000107' });
  });

  it.each([
    '',
    '0456-5550100',
    '1380000010',
    '138000001070',
    '12800000107',
    '1380000010a',
    '١٣٨٠٠٠٠٠١٠٧',
    '86',
    '+8513800000107',
  ])('is not %p', (text) => {
    expect(normalisePhone(text)).toMatchObject({ ok: false, refusals: [{ code: 'phone.unreadable' }] });
  });

  it('is shown to others by its beginning and end', () => {
    expect(maskPhone('13800000107')).toBe('138 **** 0107');
    expect(maskPhone('')).toBe('');
  });
});
