import { quoted } from '@jiannuo/shared/kernel';
import { INVITE_ALPHABET, INVITE_LENGTH } from '@jiannuo/shared/people';
import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import './sign-in.scss';

const HALF = 3;

function readCode(typed: string): string {
  return Array.from(typed.toUpperCase())
    .filter((sign) => INVITE_ALPHABET.includes(sign))
    .slice(0, INVITE_LENGTH)
    .join('');
}

/** The first sign that no code has, so that it does not vanish without a word. Gaps and dashes may. */
function strangeSign(typed: string): string | undefined {
  return Array.from(typed.toUpperCase()).find((sign) => !INVITE_ALPHABET.includes(sign) && !/[\s-]/.test(sign));
}

interface InviteCodeProps {
  readonly onWhole: (code: string) => void;
  /** What is wrong with the code last handed on. */
  readonly problem: string | null;
}

/** Six boxes, three and three, over one input. It hands the code on as soon as it is whole. */
export function InviteCode({ onWhole, problem }: InviteCodeProps) {
  const [code, setCode] = useState('');
  const [strange, setStrange] = useState<string | undefined>();
  const words = strange === undefined ? problem : `邀请码里没有${quoted(strange)}，请核对。`;
  const isSaid = strange !== undefined || code.length === INVITE_LENGTH || code === '';
  const [hasFocus, setHasFocus] = useState(false);
  const name = IS_BROWSER
    ? { nativeProps: { 'aria-label': '邀请码，6位', autocomplete: 'one-time-code' } }
    : { 'aria-label': '邀请码，6位' };
  return (
    <View className="invite">
      <View className="invite-boxes" aria-hidden="true">
        {Array.from({ length: INVITE_LENGTH }, (_, index) => (
          <View
            key={index}
            className={`invite-box ${index === HALF ? 'is-second-half' : ''} ${hasFocus && index === code.length ? 'is-next' : ''}`}
          >
            {code.charAt(index)}
          </View>
        ))}
      </View>
      <Input
        className="invite-input"
        value={code}
        maxlength={12}
        {...name}
        onInput={(event) => {
          const next = readCode(event.detail.value);
          setCode(next);
          setStrange(strangeSign(event.detail.value));
          if (next.length === INVITE_LENGTH && next !== code) onWhole(next);
        }}
        onFocus={() => {
          setHasFocus(true);
        }}
        onBlur={() => {
          setHasFocus(false);
        }}
      />
      <View className="t-s c-late below-2" aria-live="polite">
        {isSaid ? words : null}
      </View>
    </View>
  );
}
