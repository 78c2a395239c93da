import type { ApplicationView } from '@jiannuo/shared/applications';
import { WORK_UPDATE_LIMITS } from '@jiannuo/shared/information';
import { View } from '@tarojs/components';
import { ReasonSheet } from '../../ui/overlay/reason-sheet';
import { decideApplication } from './api/decide-application.api';
import { revokeApplication } from './api/revoke-application.api';
import { creditWords } from './application-words';
import { useDeciding } from './use-deciding';

/** What the lead unit is about to decide. */
export type Decision = 'approve' | 'refuse' | 'revoke';

interface SheetProps {
  readonly application: ApplicationView;
  readonly decision: Decision;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const MISSING = '请写明理由，这家单位看得到。';

function ApprovalHint({ application: { credit, overlaps } }: Pick<SheetProps, 'application'>) {
  return (
    <>
      <View>{`记分：${creditWords(credit)}。`}</View>
      {overlaps.length === 0 ? null : <View>同一件事还报了另一类，两边都认定就都记分。</View>}
    </>
  );
}

const WORDS: Readonly<
  Record<Decision, { readonly title: string; readonly verb: string; readonly label: string; readonly hint: string }>
> = {
  approve: { title: '认定这一项', verb: '认定', label: '说明，可以不写', hint: '' },
  refuse: { title: '不予认定', verb: '不予认定', label: '理由，单位看得到', hint: '写明差在哪里，改好可以再申报。' },
  revoke: {
    title: '撤销认定',
    verb: '撤销认定',
    label: '理由，单位看得到',
    hint: '成绩通报前可以撤销。原来的留着，不抹去。',
  },
};

/** The sheet in which the lead unit approves, refuses, or withdraws an approval. */
export function DecisionSheet({ application, decision, onClose, onDone }: SheetProps) {
  const write = useDeciding();
  const { hint, ...words } = WORDS[decision];
  const { id } = application;
  const send = async (reason: string) => {
    const outcome = await write.run([id, decision, reason], (key) =>
      decision === 'revoke' ? revokeApplication(id, reason, key) : decideApplication(id, { decision, reason }, key),
    );
    if (outcome !== null) onDone();
  };
  return (
    <ReasonSheet
      {...words}
      hint={decision === 'approve' ? <ApprovalHint application={application} /> : hint}
      limit={WORK_UPDATE_LIMITS.reason}
      missing={decision === 'approve' ? null : MISSING}
      write={write}
      onSend={send}
      onClose={onClose}
    />
  );
}
