import { PUSH_VECTORS as VECTORS } from '../../testing/push-vectors';
import { seal, signatureOf } from './seal';

const { token, encodingAesKey, appId } = VECTORS;

test('the simulator signs the check and the plain push as documented', () => {
  for (const { timestamp, nonce, signature } of [VECTORS.verify, VECTORS.plainPost]) {
    expect(signatureOf(token, timestamp, nonce)).toBe(signature);
  }
});

test('the simulator signs a sealed push as documented', () => {
  const { timestamp, nonce, encrypted, signature } = VECTORS.safePost;
  expect(signatureOf(token, timestamp, nonce, encrypted)).toBe(signature);
});

test('the simulator seals to the letter of the documented vector', () => {
  const { random, text, encrypted, signature, timestamp, nonce } = VECTORS.reply;
  expect(seal({ encodingAesKey, appId, random, text })).toBe(encrypted);
  expect(signatureOf(token, timestamp, nonce, encrypted)).toBe(signature);
});
