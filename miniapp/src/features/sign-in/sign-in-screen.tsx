import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { asApiError } from '../../platform/http/api-error';
import { openPage } from '../../platform/navigation';
import { useSite } from '../../platform/session/site';
import { whySessionEnded } from '../../platform/session/token';
import { askDemoPhoneCode, askLoginCode, isPhoneAskedInDemo } from '../../platform/wechat/login-code';
import { Mark } from '../../ui/brand/brand';
import { Button, PhoneNumberButton } from '../../ui/button/button';
import { Tick } from '../../ui/field/choice';
import { Heading } from '../../ui/heading/heading';
import { Icon } from '../../ui/icon/icon';
import { Pressable } from '../../ui/pressable/pressable';
import { Screen } from '../../ui/screen/screen';
import { enter, keepBinding } from './binding';
import { GroupName } from './group-name';
import './sign-in.scss';
import { findByPhone, signInWithWechat } from './wechat-sign-in.api';

/** Signs in with WeChat; answers the ticket of an account that is not bound yet. */
async function ticketOfWechat(): Promise<string | null> {
  return enter(await signInWithWechat(await askLoginCode()));
}

function Statements({
  isTicked,
  onTick,
}: {
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
}) {
  const link = (of: string, words: string) => (
    <Pressable
      role="link"
      className="sign-in-link c-brand"
      onPress={() => {
        openPage('statement', { of });
      }}
    >
      {words}
    </Pressable>
  );
  return (
    <View className="sign-in-statements t-s">
      <Tick isTicked={isTicked} onChange={onTick} label="我看过了使用说明和隐私说明" />
      <View className="sign-in-statement-words">
        <View
          className="sign-in-link"
          onClick={() => {
            onTick(!isTicked);
          }}
        >
          我看过了
        </View>
        {link('use', '《使用说明》')}
        <View>和</View>
        {link('privacy', '《隐私说明》')}
      </View>
    </View>
  );
}

function PrivacyLine() {
  return (
    <View className="sign-in-privacy t-s c-ink-2">
      <Icon name="lock" />
      <View className="grow gap-3">手机号只用来核对您的单位。不取位置，不读通讯录，不统计您用了多久。</View>
    </View>
  );
}

const NO_PHONE = '没拿到手机号。要用手机号核对单位，也可以用邀请码。';
const BY_PHONE = '用微信手机号登录';

/** The steps of signing in, with what went wrong as one sentence. */
function useSteps() {
  const [problem, setProblem] = useState(whySessionEnded()?.sentence ?? null);
  const [isBusy, setIsBusy] = useState(false);
  const run = async (step: () => Promise<void>) => {
    if (isBusy) return;
    setIsBusy(true);
    setProblem(null);
    try {
      await step();
    } catch (error) {
      setProblem(asApiError(error).sentence);
    } finally {
      setIsBusy(false);
    }
  };
  return {
    problem,
    isBusy,
    say: setProblem,
    byPhone: (askPhoneCode: () => Promise<string | null>) =>
      void run(async () => {
        const ticket = await ticketOfWechat();
        if (ticket === null) return;
        const phoneCode = await askPhoneCode();
        if (phoneCode === null) {
          setProblem(NO_PHONE);
          return;
        }
        keepBinding({ ticket, found: await findByPhone(ticket, phoneCode) });
        openPage('bind');
      }),
    byInvite: () =>
      void run(async () => {
        const ticket = await ticketOfWechat();
        if (ticket === null) return;
        keepBinding({ ticket, found: null });
        openPage('bind');
      }),
  };
}

const UNTICKED = '请先看两份说明，看过了在左边打勾。';

/** WeChat's own button once the statements are ticked; before, a button that says so. The demo plays WeChat itself. */
function ByPhone({ isTicked, steps }: { readonly isTicked: boolean; readonly steps: ReturnType<typeof useSteps> }) {
  const words = steps.isBusy ? '正在登录' : BY_PHONE;
  if (isTicked && !isPhoneAskedInDemo()) {
    return (
      <PhoneNumberButton
        onCode={(code) => {
          if (code === null) steps.say(NO_PHONE);
          else steps.byPhone(() => Promise.resolve(code));
        }}
      >
        {words}
      </PhoneNumberButton>
    );
  }
  return (
    <Button
      isBlock
      onPress={() => {
        if (isTicked) steps.byPhone(askDemoPhoneCode);
        else steps.say(UNTICKED);
      }}
    >
      {words}
    </Button>
  );
}

/** Where everyone comes in: what this is, two statements to read, and WeChat's phone number. `left` is what he left here. */
export function SignInScreen({ left }: { readonly left?: ReactNode }) {
  const site = useSite();
  const [isTicked, setIsTicked] = useState(false);
  const steps = useSteps();
  return (
    <Screen title="">
      <View className="sign-in">
        <View className="sign-in-head">
          <Mark size={56} />
          <Heading level={1} className="sign-in-name">
            践诺通
          </Heading>
          <GroupName name={site?.groupName ?? ''} />
          <View className="t-body c-ink-2">报送、提醒、审核都在这里。</View>
          {site?.isDemo === true ? <View className="t-body c-soon">演示，都是样例数据。</View> : null}
        </View>
        <View>
          {steps.problem === null ? null : (
            <View className="sign-in-problem t-s c-late" aria-live="polite">
              {steps.problem}
            </View>
          )}
          {left}
          <Statements
            isTicked={isTicked}
            onTick={(next) => {
              setIsTicked(next);
              if (steps.problem === UNTICKED) steps.say(null);
            }}
          />
          <ByPhone isTicked={isTicked} steps={steps} />
          <View className="sign-in-second">
            <Button
              look="link"
              onPress={() => {
                if (isTicked) steps.byInvite();
                else steps.say(UNTICKED);
              }}
            >
              我有邀请码
            </Button>
          </View>
          <PrivacyLine />
        </View>
      </View>
    </Screen>
  );
}
