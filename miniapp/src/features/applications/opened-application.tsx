import type { ApplicationView } from '@jiannuo/shared/applications';
import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { openPage } from '../../platform/navigation';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { Dialog } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { Pressable } from '../../ui/pressable/pressable';
import { withdrawApplication } from './api/withdraw-application.api';
import { ApplicationDetail } from './application-detail';
import { DecisionSheet, type Decision } from './decide-sheets';
import { EndSheet } from './end-sheet';
import { useDeciding } from './use-deciding';

/** What a screen puts around an open application. */
export interface OpenedParts {
  readonly body: ReactNode;
  readonly bar: ReactNode | undefined;
}

const TAKEN = ['end', 'revoke'] as const;
type Taken = (typeof TAKEN)[number];
const TAKEN_WORDS: Readonly<Record<Taken, string>> = { end: '停止记分', revoke: '撤销认定' };

interface DecidingProps {
  readonly onDecide: (decision: Decision) => void;
}

function DecideBar({ onDecide }: DecidingProps) {
  return (
    <StickyBar title="看过就定" note="理由单位看得到">
      <Button
        look="plain"
        onPress={() => {
          onDecide('refuse');
        }}
      >
        不予认定
      </Button>
      <Button
        onPress={() => {
          onDecide('approve');
        }}
      >
        认定
      </Button>
    </StickyBar>
  );
}

function MonthsBar() {
  return (
    <StickyBar title="落实一个月，记一个月" note="没确认的月份不记分">
      <Button
        onPress={() => {
          openPage('applications/months');
        }}
      >
        逐月确认
      </Button>
    </StickyBar>
  );
}

function ToldBar() {
  return (
    <StickyBar title="记分的月份都通报了" note="要改请办更正">
      {null}
    </StickyBar>
  );
}

function AgainBar({ application }: { readonly application: ApplicationView }) {
  return (
    <StickyBar title="没有记分" note="改好可以再申报一次">
      <Button
        onPress={() => {
          openPage('applications/write', { again: application.id });
        }}
      >
        再申报
      </Button>
    </StickyBar>
  );
}

function WithdrawBar({ application: { id } }: { readonly application: ApplicationView }) {
  const write = useDeciding();
  const [isAsking, setIsAsking] = useState(false);
  const withdraw = async () => {
    if ((await write.run(['withdraw', id], (key) => withdrawApplication(id, key))) === null) return;
    setIsAsking(false);
    showToast('撤回了');
  };
  return (
    <>
      <StickyBar title="市专班还没认定" note="认定之前可以撤回">
        <Button
          look="plain"
          onPress={() => {
            setIsAsking(true);
          }}
        >
          撤回
        </Button>
      </StickyBar>
      {isAsking ? (
        <Dialog
          title="撤回这一项？"
          verb={write.isSending ? '正在撤回' : '撤回'}
          onClose={() => {
            setIsAsking(false);
            write.forgetError();
          }}
          onConfirm={() => void withdraw()}
        >
          {write.error?.sentence ?? '撤回后不再认定。改好可以再申报，写的都带过去。'}
        </Dialog>
      ) : null}
    </>
  );
}

/** The verbs that stand at the bottom: the reader's next step, when there is one. */
function barOf(application: ApplicationView, onDecide: DecidingProps['onDecide']): ReactNode | undefined {
  const { actions } = application;
  if (actions.includes('approve')) return <DecideBar onDecide={onDecide} />;
  if (actions.includes('confirm-month')) return <MonthsBar />;
  if (actions.includes('withdraw')) return <WithdrawBar application={application} />;
  if (actions.includes('apply-again')) return <AgainBar application={application} />;
  return application.isTold ? <ToldBar /> : undefined;
}

/** What the lead unit may still take back of an approval, beside the history. */
function TakeBack({
  actions,
  onPress,
}: Pick<ApplicationView, 'actions'> & { readonly onPress: (verb: Taken) => void }) {
  const verbs = TAKEN.filter((verb) => actions.includes(verb));
  return (
    <View className="row">
      {verbs.map((verb) => (
        <Pressable
          key={verb}
          className="application-verb t-s c-brand"
          onPress={() => {
            onPress(verb);
          }}
        >
          {TAKEN_WORDS[verb]}
        </Pressable>
      ))}
    </View>
  );
}

/** An open application with the verbs that its reader has. */
export function useOpened(application: ApplicationView, onOpen: (id: string) => void): OpenedParts {
  const [decision, setDecision] = useState<Decision | 'end' | null>(null);
  const close = () => {
    setDecision(null);
  };
  const done = () => {
    close();
    showToast('办好了，单位会收到');
  };
  const sheet = { application, onClose: close, onDone: done };
  const body = (
    <>
      <ApplicationDetail
        application={application}
        onOpen={onOpen}
        more={<TakeBack actions={application.actions} onPress={setDecision} />}
      />
      {decision === 'end' ? <EndSheet {...sheet} /> : null}
      {decision === null || decision === 'end' ? null : <DecisionSheet {...sheet} decision={decision} />}
    </>
  );
  return { body, bar: barOf(application, setDecision) };
}
