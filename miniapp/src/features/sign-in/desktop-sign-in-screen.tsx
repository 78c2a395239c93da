import { Image, View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useSite } from '../../platform/session/site';
import { whySessionEnded } from '../../platform/session/token';
import { leaveTo, openPage } from '../../platform/navigation';
import { Mark } from '../../ui/brand/brand';
import { Button } from '../../ui/button/button';
import { Heading } from '../../ui/heading/heading';
import { Screen } from '../../ui/screen/screen';
import { Answered } from '../../ui/state/state-view';
import { enter } from './binding';
import { offerDesktopSignIn, pollDesktopSignIn } from './desktop-sign-in.api';
import { GroupName } from './group-name';
import './sign-in.scss';

const POLL_EVERY = 2_000;

function Code({ id, qrCode, onAgain }: { readonly id: string; readonly qrCode: string; readonly onAgain: () => void }) {
  const { data: state } = useQuery({
    queryKey: ['desktop-sign-in', id],
    queryFn: () => pollDesktopSignIn(id),
    refetchInterval: (query) =>
      query.state.data === undefined || query.state.data.kind === 'waiting' ? POLL_EVERY : false,
    gcTime: 0,
  });
  useEffect(() => {
    if (state?.kind === 'signed-in') enter(state);
  }, [state]);
  const isExpired = state?.kind === 'expired';
  return (
    <View className="desktop-code">
      <Image
        className={`desktop-picture ${isExpired ? 'is-old' : ''}`}
        src={qrCode}
        nativeProps={{ alt: '用微信扫的小程序码' }}
      />
      <View className="t-body c-ink-2" aria-live="polite">
        {isExpired ? '这个码过期了。' : '用微信扫一扫，在手机上点“让电脑登录”。'}
      </View>
      {isExpired ? <Button onPress={onAgain}>换一个码</Button> : null}
    </View>
  );
}

/** Signing a browser in: a code to scan with the phone that is signed in already. `left` is what was left here. */
export function DesktopSignInScreen({ left }: { readonly left?: ReactNode }) {
  const site = useSite();
  const ending = whySessionEnded();
  const offer = useQuery({
    queryKey: ['desktop-sign-in'],
    queryFn: offerDesktopSignIn,
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <Screen title="">
      <View className="desktop-sign-in">
        <Mark size={56} />
        <Heading level={1} className="sign-in-name">
          践诺通
        </Heading>
        <GroupName name={site?.groupName ?? ''} />
        {ending === null ? null : <View className="t-body c-late">{ending.sentence}</View>}
        {left}
        {site?.isDemo === true ? (
          <>
            <View className="t-body c-soon">演示请从演示首页进来，不用扫码。</View>
            <View className="below-2">
              <Button
                look="weak"
                onPress={() => {
                  leaveTo('/');
                }}
              >
                去演示首页
              </Button>
            </View>
          </>
        ) : null}
        <Answered query={offer}>
          {({ id, qrCode }) => <Code key={id} id={id} qrCode={qrCode} onAgain={() => void offer.refetch()} />}
        </Answered>
        <Button
          look="link"
          onPress={() => {
            openPage('statement', { of: 'privacy' });
          }}
        >
          隐私说明
        </Button>
      </View>
    </Screen>
  );
}
