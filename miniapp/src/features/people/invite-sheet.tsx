import { formatMoment } from '@jiannuo/shared/kernel';
import type { AppointmentView, InviteView } from '@jiannuo/shared/people';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../platform/clock';
import { copyText } from '../../platform/device/clipboard';
import { Button } from '../../ui/button/button';
import { Sheet } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { makeInvite } from './api/make-invite.api';
import { useDirectoryWrite } from './use-write';

interface InviteSheetProps {
  readonly person: AppointmentView;
  readonly onClose: () => void;
}

/** `K7M 2QX`: three and three, as one reads it out. */
export function readableCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

function Code({ invite, person }: { readonly invite: InviteView; readonly person: AppointmentView }) {
  const until = formatMoment(invite.expiresAt, now());
  const copy = async () => {
    const text = `践诺通邀请码${invite.code}，${until}前有效。打开小程序，点“我有邀请码”填上。`;
    showToast((await copyText(text)) ? '已复制，请发给本人' : '没复制上，请手抄');
  };
  return (
    <>
      <View className="invite-code t-figure" aria-label={`邀请码${invite.code.split('').join(' ')}`}>
        {readableCode(invite.code)}
      </View>
      <View className="t-body">{`只给${person.personName}本人，用一次，${until}前有效。`}</View>
      <View className="t-s c-ink-2 below-1">只显示这一次，关上就看不到了。再发一个，这个就作废。</View>
      <View className="below-4">
        <Button isBlock icon="copy" onPress={() => void copy()}>
          复制，发给本人
        </Button>
      </View>
    </>
  );
}

/** Makes a single-use code and shows it this once, with the time until which it can be used. */
export function InviteSheet({ person, onClose }: InviteSheetProps) {
  const write = useDirectoryWrite();
  const [invite, setInvite] = useState<InviteView | null>(null);
  const make = async () => {
    setInvite(await write.run(person.id, () => makeInvite(person.id)));
  };
  const why = person.isBound
    ? '本人换了微信才需要。新微信绑上后，原来的微信就用不了。'
    : '本人用手机号就能绑定。号码对不上时，才用邀请码。';
  return (
    <Sheet title={`${person.personName}的邀请码`} onClose={onClose}>
      {invite === null ? (
        <>
          <View className="t-body c-ink-2">{why}</View>
          {write.error === null ? null : <View className="t-s c-late below-2">{write.error.sentence}</View>}
          <View className="below-4">
            <Button isBlock onPress={() => void make()}>
              {write.isSending ? '正在取，请别关' : '取一个邀请码'}
            </Button>
          </View>
        </>
      ) : (
        <Code invite={invite} person={person} />
      )}
    </Sheet>
  );
}
