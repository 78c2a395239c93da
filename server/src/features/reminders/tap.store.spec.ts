import { eveningOf, mayTap } from './tap.store';

const HOURS = { from: '08:30', to: '18:00' };
/** A moment of Friday the 20th in Beijing. */
const at = (time: string, date = '2022-05-20'): string => new Date(`${date}T${time}:00.000+08:00`).toISOString();
const never = { tappedAt: '0000-00-00T00:00:00.000Z', evening: '' } as const;

describe('The evening a tap belongs to', () => {
  it.each([
    ['17:59', ''],
    ['18:00', '2022-05-20'],
    ['23:59', '2022-05-20'],
    ['08:30', ''],
  ])('at %s is %p', (time, evening) => {
    expect(eveningOf(at(time), HOURS)).toBe(evening);
  });

  it.each(['00:00', '08:29'])('at %s is still that of the day before', (time) => {
    expect(eveningOf(at(time), HOURS)).toBe('2022-05-19');
  });
});

describe('A unit may be reminded by hand', () => {
  it.each([
    ['for the first time by day', never, '10:00', true],
    ['for the first time in the evening', never, '21:00', true],
    ['an hour after the last time by day', { tappedAt: at('09:00'), evening: '' }, '10:00', true],
    ['not a minute before that', { tappedAt: at('09:00'), evening: '' }, '09:59', false],
    ['in the evening, although it was a minute ago by day', { tappedAt: at('17:59'), evening: '' }, '18:00', true],
    ['not twice in an evening', { tappedAt: at('18:00'), evening: '2022-05-20' }, '23:00', false],
    ['the next morning', { tappedAt: at('21:00', '2022-05-19'), evening: '2022-05-19' }, '08:30', true],
    ['not before the next morning', { tappedAt: at('21:00', '2022-05-19'), evening: '2022-05-19' }, '08:29', false],
  ] as const)('%s', (_when, last, time, isOpen) => {
    expect(mayTap(last, at(time), HOURS)).toBe(isOpen);
  });
});
