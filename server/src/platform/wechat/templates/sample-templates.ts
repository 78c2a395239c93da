import { fieldsOf, type KeywordEnum, type TemplateContract } from './template-contract';
import type { TemplateFile } from './template-file';

/** A one-time template from its lines; ids have the length of WeChat's own. */
function oneTime(
  id: string,
  title: string,
  lines: readonly string[],
  keywordEnumValueList: readonly KeywordEnum[] = [],
): TemplateContract {
  const content = lines.map((line) => line.replace(/ (\w+)$/, ':{{$1.DATA}}')).join('\n');
  const keys = fieldsOf(content).map((field) => field.key);
  return { priTmplId: `sample-${id}`.padEnd(43, '0'), title, content, type: 2, keywordEnumValueList, keys };
}

const DUE_SOON = oneTime('due-soon', '工作待办提醒', [
  '事项 thing1',
  '截止时间 time2',
  '报送单位 thing3',
  '备注 thing4',
]);
const RETURNED = oneTime('returned', '审核结果通知', [
  '审核内容 thing1',
  '审核结果 phrase2',
  '审核时间 time3',
  '审核说明 thing4',
]);
const WARNING = oneTime('warning', '预警提醒', ['预警事项 thing1', '预警时间 time2', '所属单位 thing3', '备注 thing4']);
const TICKET = oneTime('ticket', '督办通知', [
  '督办事项 thing1',
  '督办编号 character_string2',
  '办理期限 time3',
  '备注 thing4',
]);
const MEETING = oneTime('meeting', '会议通知', ['会议主题 thing1', '会议时间 time2', '会议地点 thing3', '备注 thing4']);

/** Templates as a real account would hold them, one for each purpose, for demo mode and tests. */
export const SAMPLE_TEMPLATES: TemplateFile = {
  purposes: {
    'due-soon': DUE_SOON.priTmplId,
    returned: RETURNED.priTmplId,
    warning: WARNING.priTmplId,
    ticket: TICKET.priTmplId,
    meeting: MEETING.priTmplId,
  },
  templates: [DUE_SOON, RETURNED, WARNING, TICKET, MEETING],
};
