import { formatDue } from '@jiannuo/shared/kernel';
import type { ReceiptView } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { demoAccount } from '../../platform/account';
import { now } from '../../platform/clock';
import { savePicture } from '../../platform/device/picture';
import { useDisplay } from '../../platform/device/display';
import { asApiError } from '../../platform/http/api-error';
import { openPage, openSlot, replacePage } from '../../platform/navigation';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { Card, Footnote } from '../../ui/card/card';
import { Heading } from '../../ui/heading/heading';
import { Icon } from '../../ui/icon/icon';
import { showToast } from '../../ui/overlay/toast';
import { Pressable } from '../../ui/pressable/pressable';
import type { HandIn } from '../../ui/report/hand-in';
import { ReceiptRows } from '../../ui/row/row';
import { Screen } from '../../ui/screen/screen';
import { Answered, StateView } from '../../ui/state/state-view';
import { EntryCheck } from './entry-check';
import { useReceipt } from './load-receipt.api';
import { NextReminder } from './next-reminder';
import { nextTitle, receiptRows, receiptTitle, timeliness, withdrawWords } from './receipt-words';
import './receipt.scss';
import { Withdraw } from './withdraw';

async function save(receipt: ReceiptView): Promise<void> {
  const plan = {
    title: receiptTitle(receipt),
    subtitle: timeliness(receipt),
    rows: receiptRows(receipt),
    footer: demoAccount() === null ? '践诺通回执' : '践诺通回执　演示，都是样例数据',
  };
  const result = await savePicture(plan, `回执${receipt.receiptNumber}`);
  if (result === 'saved') showToast('存好了');
  else showToast(result === 'refused' ? '没存，要先允许存相册' : '没存上，请截屏留存');
}

interface ReceiptProps {
  readonly receipt: ReceiptView;
  readonly handIn: HandIn;
}

function Head({ receipt }: { readonly receipt: ReceiptView }) {
  return (
    <View className="receipt-head">
      <View className="row">
        <Icon
          name={receipt.isOnTime ? 'done' : 'clock'}
          size="large"
          className={`receipt-mark ${receipt.isOnTime ? 'c-done' : 'c-soon'}`}
        />
        <Heading level={2} className="t-1 grow">
          {receiptTitle(receipt)}
        </Heading>
      </View>
      <View className="t-body c-ink-2 below-1">{timeliness(receipt)}</View>
    </View>
  );
}

function Verbs({ receipt, handIn }: ReceiptProps) {
  const isReport = handIn.kind === 'monthly-report';
  return (
    <View className="receipt-verbs">
      <Pressable className="receipt-verb t-body c-brand" onPress={() => void save(receipt)}>
        <Icon name="picture" />
        <View className="gap-2">保存为图片</View>
      </Pressable>
      <View className="receipt-rule" />
      <Pressable
        className="receipt-verb t-body c-brand"
        onPress={() => {
          if (isReport) openPage('report', { id: handIn.id });
          else openPage('assessment/sheet', { obligation: handIn.id });
        }}
      >
        <Icon name="report" />
        <View className="gap-2">{isReport ? '查看月报' : '看自查评分'}</View>
      </Pressable>
    </View>
  );
}

/** What comes next, with the way to it when it is there already. */
function NextBar({ receipt }: { readonly receipt: ReceiptView }) {
  const next = receipt.nextObligation;
  const obligation = next?.kind === 'self-assessment' ? next.id : null;
  const go = () => {
    if (obligation === null) openSlot('home');
    else openPage('assessment/sheet', { obligation });
  };
  return (
    <StickyBar
      title={next === null ? '这个月的月报交好了' : `接着是${nextTitle(next)}`}
      note={next === null ? '有新的事会放进收件' : formatDue(next.dueAt, now())}
    >
      <Button look="weak" onPress={go}>
        {obligation === null ? '回待办' : '去核对'}
      </Button>
    </StickyBar>
  );
}

function Receipt({ receipt, handIn }: ReceiptProps) {
  const { isTight } = useDisplay();
  const { withdrawUntil } = receipt;
  return (
    <>
      <Head receipt={receipt} />
      <Card fit="facts">
        <ReceiptRows rows={receiptRows(receipt)} isStacked={isTight} />
        <Verbs receipt={receipt} handIn={handIn} />
      </Card>
      {receipt.entry === null ? null : <EntryCheck entry={receipt.entry} handIn={handIn} version={receipt.version} />}
      {withdrawUntil === null ? null : (
        <Footnote>
          {withdrawWords(receipt, withdrawUntil, now()).map((line) => (
            <View key={line}>{line}</View>
          ))}
          <Withdraw receipt={receipt} until={withdrawUntil} />
        </Footnote>
      )}
      {receipt.nextReminder === null ? null : <NextReminder next={receipt.nextReminder} />}
    </>
  );
}

/** A receipt of what was taken back counts no more, even while an older answer is still at hand. */
function TakenBack({ reportId }: { readonly reportId: string }) {
  return (
    <Screen title="回执" section="work">
      <StateView
        icon="report"
        title="这份月报撤回了"
        lines={['现在算还没交。改好了请再交。']}
        verb={{
          label: '去改月报',
          onPress: () => {
            replacePage('report', { id: reportId });
          },
        }}
      />
    </Screen>
  );
}

/** The proof of a hand-in: unit, server time, number, version and hash. */
export function ReceiptScreen({ handIn }: { readonly handIn: HandIn }) {
  const query = useReceipt(handIn);
  const failure = query.error === null ? null : asApiError(query.error);
  if (failure?.code === 'reporting.taken-back') {
    return <TakenBack reportId={handIn.id} />;
  }
  return (
    <Screen
      title="回执"
      section="work"
      {...(query.data === undefined ? {} : { bar: <NextBar receipt={query.data} /> })}
    >
      <Answered query={query}>{(receipt) => <Receipt receipt={receipt} handIn={handIn} />}</Answered>
    </Screen>
  );
}
