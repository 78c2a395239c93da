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

interface InviteCodeProps {
  readonly onWhole: (code: string) => void;
}

/** Six boxes, three and three, over one input. It hands the code on as soon as it is whole. */
export function InviteCode({ onWhole }: InviteCodeProps) {
  const [code, setCode] = useState('');
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
          if (next.length === INVITE_LENGTH && next !== code) onWhole(next);
        }}
        onFocus={() => {
          setHasFocus(true);
        }}
        onBlur={() => {
          setHasFocus(false);
        }}
      />
    </View>
  );
}
