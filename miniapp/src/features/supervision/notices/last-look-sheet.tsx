import { formatDue, formatWhole } from '@jiannuo/shared/kernel';
import { ruleOf, type LastLook, type NoticeView } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { now } from '../../../platform/clock';
import type { Write } from '../../../platform/query/use-write';
import { Button } from '../../../ui/button/button';
import { FieldError } from '../../../ui/field/field';
import { Sheet } from '../../../ui/overlay/dialog';
import { RecordFact } from '../../../ui/record/record';
import { presentReaders } from '../clues/reader-words';
import { Addressed } from './notice-detail';

interface LookProps {
  readonly notice: NoticeView;
  readonly write: Write;
  readonly onClose: () => void;
  readonly onIssue: () => void;
  /** Back to be written on, where its time has come too near. */
  readonly onBack: () => void;
}

/** Refusals that only another time mends. */
const TOO_LATE: readonly string[] = ['supervision.due-too-soon', 'supervision.due-in-past'];

/** 签发前看一眼: the number it will get, who gets it, by when, and whom word of it will reach. */
export function LastLookSheet({ notice, write, onClose, onIssue, onBack }: LookProps) {
  if (notice.state === 'issued') return <AlreadyIssued notice={notice} onClose={onClose} />;
  const isTooLate = TOO_LATE.includes(write.error?.code ?? '');
  return (
    <Sheet title="签发前看一眼" onClose={onClose}>
      {notice.lastLook === null ? null : <Facts notice={notice} look={notice.lastLook} />}
      <View className="t-s c-ink-2 look-note">签发后文字不能改，要更正得另发一份。</View>
      {write.error === null ? null : <FieldError>{write.error.sentence}</FieldError>}
      {isTooLate ? (
        <Button isBlock onPress={onBack}>
          退回起草，改时限
        </Button>
      ) : (
        <Button isBlock onPress={onIssue}>
          {write.isSending ? '正在办，请别关' : '签发'}
        </Button>
      )}
    </Sheet>
  );
}

/** It was issued while the sheet stood open: by a colleague, or by oneself and the answer was lost. */
function AlreadyIssued({ notice, onClose }: Pick<LookProps, 'notice' | 'onClose'>) {
  return (
    <Sheet title="已签发" onClose={onClose}>
      <View className="look-note">
        <RecordFact label="文号">{notice.number}</RecordFact>
        <RecordFact label="事项">{notice.title}</RecordFact>
      </View>
      <Button isBlock onPress={onClose}>
        知道了
      </Button>
    </Sheet>
  );
}

function Facts({ notice, look }: { readonly notice: NoticeView; readonly look: LastLook }) {
  const { content, isConfidential, readers } = notice;
  const files = content.evidence.length;
  return (
    <View className="look-note">
      <RecordFact label="文号">{look.number}</RecordFact>
      <RecordFact label="事项">{notice.title}</RecordFact>
      <Addressed notice={notice} />
      {look.signDueAt === null ? null : <RecordFact label="签收">{formatDue(look.signDueAt, now())}</RecordFact>}
      {content.dueAt === null ? null : <RecordFact label="反馈">{formatDue(content.dueAt, now())}</RecordFact>}
      {doubtWords(look).map((words) => (
        <RecordFact key={words} label="注意">
          {words}
        </RecordFact>
      ))}
      {files === 0 ? null : <RecordFact label="附件">{`${String(files)}份，和正文一起定住`}</RecordFact>}
      <RecordFact label="提醒">
        {isConfidential
          ? `只告诉知悉的${String(presentReaders(readers).length)}人`
          : reachWords(look, ruleOf(notice.kind).title)}
      </RecordFact>
      {look.withoutOfficer.length === 0 ? null : (
        <RecordFact label="缺人">{`${look.withoutOfficer.join('、')}没有联络员，要打电话`}</RecordFact>
      )}
    </View>
  );
}

/** What is doubtful about its due time: it may go out with it all the same. */
function doubtWords({ doubts }: LastLook): readonly string[] {
  if (doubts === null) return [];
  const { isOffHours, unknownYear } = doubts;
  return [
    ...(isOffHours ? ['反馈时限不在上班时间'] : []),
    ...(unknownYear === null ? [] : [`${String(unknownYear)}年的节假日还没公布，时限按周一到周五算`]),
  ];
}

function reachWords({ officers, reachable }: LastLook, kind: string): string {
  if (officers === 0) return `${kind}只进收件，不另外提醒`;
  const others = officers - reachable;
  if (others === 0) return `${formatWhole(String(officers))}人能收到微信提醒`;
  return reachable === 0
    ? `${formatWhole(String(officers))}人没有提醒次数，进收件和电话名单`
    : `${formatWhole(String(reachable))}人收到微信提醒，${formatWhole(String(others))}人没有次数，进收件和电话名单`;
}
