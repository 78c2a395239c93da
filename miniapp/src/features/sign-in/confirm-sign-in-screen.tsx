import { useState } from 'react';
import { asApiError } from '../../platform/http/api-error';
import { openSlot } from '../../platform/navigation';
import { Screen } from '../../ui/screen/screen';
import { StateView } from '../../ui/state/state-view';
import { confirmDesktopSignIn } from './desktop-sign-in.api';

interface ConfirmSignInScreenProps {
  /** The id that the scanned code carries; null when there is none. */
  readonly id: string | null;
  readonly unitName: string;
}

const home = {
  label: '回首页',
  onPress: () => {
    openSlot('home');
  },
};

/** On the phone: whether the computer that shows the scanned code may come in as this person. */
export function ConfirmSignInScreen({ id, unitName }: ConfirmSignInScreenProps) {
  const [phase, setPhase] = useState<'asking' | 'done' | string>('asking');
  const confirm = () => {
    if (id === null) return;
    confirmDesktopSignIn(id)
      .then(() => {
        setPhase('done');
      })
      .catch((error: unknown) => {
        setPhase(asApiError(error).sentence);
      });
  };
  return (
    <Screen title="电脑登录">
      {id === null ? (
        <StateView icon="info" title="没认出这个码" lines={['请在电脑上刷新后再扫。']} verb={home} />
      ) : null}
      {id !== null && phase === 'asking' ? (
        <StateView
          icon="lock"
          title="让电脑登录？"
          lines={[`电脑会以${unitName}的身份进来。`, '不是您本人扫的，请不要点。']}
          verb={{ label: '让电脑登录', onPress: confirm }}
          secondVerb={{ label: '不是我扫的', onPress: home.onPress }}
        />
      ) : null}
      {phase === 'done' ? (
        <StateView icon="todo" tone="done" title="电脑已登录" lines={['手机上可以接着用。']} verb={home} />
      ) : null}
      {id !== null && phase !== 'asking' && phase !== 'done' ? (
        <StateView icon="warning" tone="late" title="电脑没登录上" lines={[phase]} verb={home} />
      ) : null}
    </Screen>
  );
}
