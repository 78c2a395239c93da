import { INVITE_ALPHABET, inviteCodeFrom, normaliseInviteCode } from './index';

describe('an invite code', () => {
  it('has six of 32 characters, none of which is mistaken for another', () => {
    expect(INVITE_ALPHABET).toHaveLength(32);
    expect(INVITE_ALPHABET).not.toMatch(/[01IO]/);
    expect(new Set(INVITE_ALPHABET).size).toBe(32);
    expect(inviteCodeFrom([0, 1, 31, 32, 255, 100])).toBe('23Z2Z6');
  });

  it('comes out equally often for every character', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte += 1) {
      const character = inviteCodeFrom([byte, 0, 0, 0, 0, 0]).charAt(0);
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    expect(new Set(counts.values())).toEqual(new Set([8]));
  });

  it.each(['7K4M2P', '7k4m2p', ' 7K4 M2P ', '7K4-M2P', '７Ｋ４Ｍ２Ｐ'])('is read however it is typed: %p', (text) => {
    expect(normaliseInviteCode(text)).toEqual({ ok: true, value: '7K4M2P' });
  });

  it.each(['', '7K4M2', '7K4M2PP', '7K4M20', 'IK4M2P', '七K4M2P', '7K4M2😀'])('is not %p', (text) => {
    expect(normaliseInviteCode(text)).toMatchObject({ ok: false, refusals: [{ code: 'invite.malformed' }] });
  });
});
