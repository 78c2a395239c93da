import { contactsHeading, urgeWords } from './ticket-contacts';

const AT = '2022-05-27T02:00:00.000Z';
const TODAY = '2022-05-27T06:00:00.000Z';

it('says of a 催办 when it was, and whether it reached the unit', () => {
  expect(urgeWords({ at: AT, state: 'delivered', reason: null }, TODAY)).toBe('今天 10:00催办　提醒已送达');
  expect(urgeWords({ at: AT, state: 'call-list', reason: '没有绑定微信' }, TODAY)).toBe(
    '今天 10:00催办　提醒没送达　没有绑定微信',
  );
});

it('offers 催办 in its heading only while it may be done', () => {
  expect(contactsHeading({ actions: ['urge'] })).toBe('超期了，可以催办或者打电话');
  expect(contactsHeading({ actions: [] })).toBe('超期了，可以打电话');
});
