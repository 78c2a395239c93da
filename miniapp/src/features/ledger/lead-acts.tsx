import { quoted } from '@jiannuo/shared/kernel';
import { LEDGER_LIMITS, type LedgerRowView, type RowAction } from '@jiannuo/shared/ledger';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { ReasonSheet } from '../../ui/overlay/reason-sheet';
import { showToast } from '../../ui/overlay/toast';
import { actOnRow } from './api/act-on-row.api';

/** What the lead unit says of a month of a measure, with a reason that the unit reads. */
export interface LeadAct {
  readonly action: RowAction;
  readonly label: string;
  /** What is asked for the measure's name. */
  readonly title: (name: string) => string;
  readonly hint: string;
  readonly done: string;
}

const LEAD_ACTS: readonly LeadAct[] = [
  {
    action: 'return',
    label: '不认',
    title: (name) => `不认${name}`,
    hint: '该单位会看到，补好后可以再标成完成。',
    done: '已记为没认',
  },
  {
    action: 'correct-undone',
    label: '更正为没完成',
    title: (name) => `${name}更正为没完成`,
    hint: '该单位会看到。已通报的分不跟着变，要改另办成绩更正。',
    done: '已更正为没完成',
  },
  {
    action: 'correct-done',
    label: '更正为完成',
    title: (name) => `${name}更正为完成`,
    hint: '该单位会看到。已通报的分不跟着变，要改另办成绩更正。',
    done: '已更正为完成',
  },
];

/** What the lead unit may say of a row now; nothing for everybody else. */
export function leadActsOn({ actions }: LedgerRowView): readonly LeadAct[] {
  return LEAD_ACTS.filter(({ action }) => actions.includes(action));
}

interface LeadActSheetProps {
  readonly act: LeadAct;
  readonly row: LedgerRowView;
  readonly onClose: () => void;
}

/** Asks for the reason of what the lead unit says of a row. */
export function LeadActSheet({ act, row, onClose }: LeadActSheetProps) {
  const write = useWrite(QUERY_KEYS.ledger, QUERY_KEYS.assessments);
  const { action, label, title, hint, done } = act;
  const send = async (reason: string) => {
    const body = { revision: row.revision, reason: reason.trim() };
    if ((await write.run([row.id, action, body], (key) => actOnRow(row.id, action, body, key))) === null) return;
    showToast(done);
    onClose();
  };
  return (
    <ReasonSheet
      title={title(quoted(row.measure.title))}
      verb={action === 'return' ? '记为没认' : label}
      hint={hint}
      label={action === 'return' ? '为什么不认' : '为什么更正'}
      limit={LEDGER_LIMITS.reason}
      missing="请写明原因，一句话就行。"
      write={write}
      onSend={send}
      onClose={onClose}
    />
  );
}
