import { normalisePhone, PEOPLE_MESSAGES, type AppointmentView } from '@jiannuo/shared/people';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { Button } from '../../ui/button/button';
import { TextField } from '../../ui/field/field';
import { Sheet } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { changePhone } from './api/change-phone.api';
import { readablePhone } from './directory-lines';
import { useDirectoryWrite } from './use-write';

interface PhoneFormProps {
  readonly person: AppointmentView;
  readonly onClose: () => void;
}

/** Enters another phone number; WeChat is bound by it. */
export function PhoneForm({ person, onClose }: PhoneFormProps) {
  const typed = useRef('');
  const write = useDirectoryWrite();
  const [wrong, setWrong] = useState<string | null>(null);
  const save = async () => {
    const phone = normalisePhone(typed.current);
    setWrong(phone.ok ? null : PEOPLE_MESSAGES['phone.unreadable']());
    if (!phone.ok) return;
    const done = await write.run(phone.value, (key) => changePhone(person.id, { phone: phone.value }, key));
    if (done === null) return;
    showToast('手机号已改');
    onClose();
  };
  return (
    <Sheet title={`改${person.personName}的手机号`} onClose={onClose}>
      <View className="t-s c-ink-2">
        {`现在是${person.phone === '' ? '空的' : readablePhone(person.phone)}。绑好的微信不用重绑。`}
      </View>
      <TextField
        label="新的手机号"
        initial=""
        placeholder="11位"
        error={wrong ?? write.error?.sentence ?? null}
        onType={(text) => {
          typed.current = text;
        }}
      />
      <View className="below-4">
        <Button isBlock onPress={() => void save()}>
          {write.isSending ? '正在改，请别关' : '改手机号'}
        </Button>
      </View>
    </Sheet>
  );
}
