import { beijingDate, formatDay } from '@jiannuo/shared/kernel';
import type { ReceiptView } from '@jiannuo/shared/reporting';
import { useState } from 'react';
import { beijingToday } from '../../platform/clock';
import { useAskConsents } from '../../platform/notifications/consents';
import { readStored, writeStored } from '../../platform/storage';
import { Footnote } from '../../ui/card/card';
import { canSubscribe } from '../../platform/wechat/subscribe';
import { ConsentCard } from '../../ui/report/consent-card';

const NAME = 'consent-asked-on';

/** Asks, once a day at most, whether to be reminded of the next one. WeChat's sheet opens in the tap itself. */
export function NextReminder({ next }: { readonly next: NonNullable<ReceiptView['nextReminder']> }) {
  const ask = useAskConsents();
  const [answer, setAnswer] = useState<string | null>(null);
  const [wasAsked] = useState(() => readStored<string>(NAME) === beijingToday());
  if (!canSubscribe() || wasAsked) return null;
  if (answer !== null) return answer === '' ? null : <Footnote>{answer}</Footnote>;
  const day = formatDay(beijingDate(next.on)).split(' ')[0] ?? '';
  return (
    <ConsentCard
      question={`${next.title}，到时提醒您？`}
      lines={[`${day}用微信服务通知提醒1次。`, '微信会再问一遍，选“允许”才能收到。']}
      onRefuse={() => {
        writeStored(NAME, beijingToday());
        setAnswer('');
      }}
      onAgree={() => {
        const asking = ask(['due-soon', 'returned']);
        writeStored(NAME, beijingToday());
        void asking.then(({ accepted }) => {
          setAnswer(accepted > 0 ? '记下了，到时提醒您。' : '没有记下提醒。到时会放进收件。');
        });
      }}
    />
  );
}
