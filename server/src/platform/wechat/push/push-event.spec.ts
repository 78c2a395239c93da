import { isAcceptance } from './push-event';

test.each([
  ['accept', true],
  ['acceptWithAudio', true],
  ['acceptWithAlert', true],
  ['acceptWithForcePush', true],
  ['reject', false],
  ['ban', false],
  ['filter', false],
  ['', false],
  ['notaccept', false],
  ['something-new', false],
])('the status "%s" is a grant: %s', (status, isGrant) => {
  expect(isAcceptance(status)).toBe(isGrant);
});
