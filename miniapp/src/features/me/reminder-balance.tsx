import type { ConsentView } from '@jiannuo/shared/notifications';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useAskConsents, useConsents } from '../../platform/notifications/consents';
import { openWechatSettings } from '../../platform/wechat/privacy';
import { canSubscribe } from '../../platform/wechat/subscribe';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Heading } from '../../ui/heading/heading';
import { Answered } from '../../ui/state/state-view';
import { StatusWord } from '../../ui/status/status-word';
import './me.scss';

function Balance({ template }: { readonly template: ConsentView }) {
  const { title, kind, balance } = template;
  return (
    <View className="balance">
      <View className="t-body grow">{title}</View>
      {balance === 0 ? (
        <StatusWord shape="gap" isBold>
          没有了
        </StatusWord>
      ) : null}
      {balance > 0 && kind === 'long-term' ? <StatusWord shape="done">一直提醒</StatusWord> : null}
      {balance > 0 && kind === 'one-time' ? (
        <View className="t-s c-ink-2">
          还能<Text className="balance-count c-ink">{String(balance)}</Text>次
        </View>
      ) : null}
    </View>
  );
}

function TopUp() {
  const ask = useAskConsents();
  const [outcome, setOutcome] = useState<'none' | 'added' | 'refused'>('none');
  if (!canSubscribe()) return <View className="t-s c-ink-2 below-3">要补次数，请在手机微信里打开。</View>;
  return (
    <View className="below-3">
      <Button
        look="weak"
        isBlock
        onPress={() => {
          const asking = ask(null);
          void asking.then(({ accepted }) => {
            setOutcome(accepted > 0 ? 'added' : 'refused');
          });
        }}
      >
        每种补1次
      </Button>
      {outcome === 'added' ? <View className="t-s c-ink-2 below-2">补上了，您允许的各加1次。</View> : null}
      {outcome === 'refused' ? (
        <View className="below-2">
          <View className="t-s c-ink-2">这次没有补上。以前选过“总是拒绝”的，要到微信设置里改。</View>
          <Button look="link" onPress={openWechatSettings}>
            去微信设置
          </Button>
        </View>
      ) : null}
    </View>
  );
}

/** How often WeChat may still remind this person, kind by kind, and one button that tops up all. */
export function ReminderBalance() {
  const query = useConsents();
  return (
    <Card>
      <Heading level={2} className="t-2">
        微信还能提醒您几次
      </Heading>
      <View className="t-s c-ink-2">您点一次“允许”，微信只提醒一次。</View>
      <View className="t-s c-ink-2">用完了也会放进收件。</View>
      <Answered query={query} rows={2}>
        {({ templates }) =>
          templates.length === 0 ? (
            <View className="t-body c-ink-2 below-3">这里还没有配置微信提醒，都放进收件。</View>
          ) : (
            <>
              {templates.map((template) => (
                <Balance key={template.templateId} template={template} />
              ))}
              <TopUp />
            </>
          )
        }
      </Answered>
    </Card>
  );
}
