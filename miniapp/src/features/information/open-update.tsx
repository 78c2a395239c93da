import { ADOPTERS, type MarkView, type WorkUpdateView } from '@jiannuo/shared/information';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { openPage } from '../../platform/navigation';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { Dialog } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { openUpdate } from './api/open-update.api';
import { takeBackUpdate } from './api/take-back-update.api';
import { JudgeSheet, type Judging } from './judge-sheets';
import { UpdateDetail } from './update-detail';
import { useSending } from './use-sending';

/** What a screen puts around an open work update. */
export interface OpenedParts {
  readonly body: ReactNode;
  readonly bar: ReactNode | undefined;
}

/** Opening is the lead unit's receipt; it is told once, and a failure is no one's concern. */
function useReceipt({ id, isUnread }: WorkUpdateView): void {
  const store = useQueryClient();
  useEffect(() => {
    if (!isUnread) return;
    openUpdate(id)
      .then(() => store.invalidateQueries({ queryKey: QUERY_KEYS.workUpdates }))
      .catch(() => undefined);
  }, [id, isUnread, store]);
}

type Said = Exclude<Judging['kind'], 'withdraw'>;

const VERBS: Readonly<Record<Said, string>> = { 'high-quality': '高质量', adopted: '登记采用', 'not-chosen': '不选用' };

/** What may be said now: the likeliest first, an adoption only while one of the adopters is left. */
function sayable({ actions, marks }: WorkUpdateView): readonly Said[] {
  const isMarked = (kind: Said) => marks.some((mark) => mark.kind === kind);
  const adoptions = marks.filter(({ kind }) => kind === 'adopted').length;
  return [
    ...(actions.includes('mark-high-quality') && !isMarked('high-quality') ? (['high-quality'] as const) : []),
    ...(actions.includes('not-choose') ? (['not-chosen'] as const) : []),
    ...(actions.includes('record-adoption') && adoptions < ADOPTERS.length ? (['adopted'] as const) : []),
  ];
}

/** The two likeliest verbs; what else may be said stands beside the history. */
function LeadBar({ update, onJudge }: { readonly update: WorkUpdateView; readonly onJudge: (kind: Said) => void }) {
  const [first, second] = sayable(update);
  if (first === undefined) return null;
  return (
    <StickyBar title={update.state === 'received' ? '看过就定' : '已经定了'} note="理由单位看得到">
      {[second, first].map((kind) =>
        kind === undefined ? null : (
          <Button
            key={kind}
            look={kind === first ? 'primary' : 'plain'}
            onPress={() => {
              onJudge(kind);
            }}
          >
            {VERBS[kind]}
          </Button>
        ),
      )}
    </StickyBar>
  );
}

/** The unit's own verbs: take back while nobody has judged, and write anew what was taken back. */
function OwnBar({ update }: { readonly update: WorkUpdateView }) {
  const sending = useSending();
  const [isAsking, setIsAsking] = useState(false);
  const takeBack = async () => {
    if ((await sending.run({ takeBack: update.id }, (key) => takeBackUpdate(update.id, key))) === null) return;
    setIsAsking(false);
    showToast('已撤回，可以改');
  };
  if (update.actions.includes('send')) {
    return (
      <StickyBar title="撤回了，没在报" note="改好可以再交">
        <Button
          onPress={() => {
            openPage('information/write', { id: update.id });
          }}
        >
          改好再交
        </Button>
      </StickyBar>
    );
  }
  return (
    <>
      <StickyBar title="市专班还没选" note="选之前可以撤回">
        <Button
          look="plain"
          onPress={() => {
            setIsAsking(true);
          }}
        >
          撤回来改
        </Button>
      </StickyBar>
      {isAsking ? (
        <Dialog
          title="撤回来改？"
          verb={sending.isSending ? '正在撤回' : '撤回'}
          onClose={() => {
            setIsAsking(false);
            sending.forgetError();
          }}
          onConfirm={() => void takeBack()}
        >
          {sending.error?.sentence ?? '撤回后市专班看不到它。写的都在，改好再交，按再交的日子算。'}
        </Dialog>
      ) : null}
    </>
  );
}

/** An open work update with the verbs that its reader has. */
export function useOpened(update: WorkUpdateView): OpenedParts {
  useReceipt(update);
  const [judging, setJudging] = useState<Judging | null>(null);
  const { actions } = update;
  const isOwn = actions.includes('send') || actions.includes('take-back');
  const [, , third] = sayable(update);
  const close = () => {
    setJudging(null);
  };
  const judge = (kind: Said) => {
    setJudging({ kind });
  };
  const withdraw = (mark: MarkView) => {
    setJudging({ kind: 'withdraw', mark });
  };
  const body = (
    <>
      <UpdateDetail
        update={update}
        {...(actions.includes('withdraw-mark') ? { onWithdraw: withdraw } : {})}
        {...(third === undefined
          ? {}
          : {
              more: {
                label: VERBS[third],
                onPress: () => {
                  judge(third);
                },
              },
            })}
      />
      {judging === null ? null : (
        <JudgeSheet
          judging={judging}
          update={update}
          onClose={close}
          onDone={() => {
            close();
            showToast('办好了，单位会收到');
          }}
        />
      )}
    </>
  );
  if (isOwn) return { body, bar: <OwnBar update={update} /> };
  return { body, bar: sayable(update).length === 0 ? undefined : <LeadBar update={update} onJudge={judge} /> };
}
