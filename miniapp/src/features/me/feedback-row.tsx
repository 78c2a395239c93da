import { isPermitted, type Role } from '@jiannuo/shared/people';
import { openPage } from '../../platform/navigation';
import { Row } from '../../ui/row/row';
import { StatusWord } from '../../ui/status/status-word';
import { useFeedbackRows } from './load-feedback.api';

/** 投诉建议: how many of one's own were answered; for the lead unit, how many wait for an answer. */
export function FeedbackRow({ role }: { readonly role: Role }) {
  const isLead = isPermitted(role, 'feedback.answer');
  const rows = useFeedbackRows(isLead) ?? [];
  const count = rows.filter(({ state }) => state === (isLead ? 'received' : 'replied')).length;
  const words = `${String(count)}件${isLead ? '等回复' : '已回复'}`;
  return (
    <Row
      title="投诉建议"
      isStrong={false}
      {...(count === 0 ? {} : { aside: <StatusWord shape={isLead ? 'soon' : 'done'}>{words}</StatusWord> })}
      onPress={() => {
        openPage('feedback/list');
      }}
    />
  );
}
