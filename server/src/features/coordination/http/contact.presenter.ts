import { CONTACT_CHANNEL_NAMES, type CoverageCell, type CoverageStanding } from '@jiannuo/shared/coordination';
import { beijingDate, beijingTime, formatPeriod, type Instant } from '@jiannuo/shared/kernel';
import { UNIT_KIND_NAMES } from '@jiannuo/shared/people';
import { formsOf, listForm } from '../../../platform/excel';
import type { ContactBook } from '../contact.queries';

const UNIT_COLUMNS = [
  ['单位', 24],
  ['类别', 16],
] as const;
const LOG_COLUMNS = [
  ...UNIT_COLUMNS,
  ['日期', 14],
  ['方式', 12],
  ['谈的事', 32],
  ['结果', 48],
  ['记录人', 16],
  ['登记时间', 20],
  ['备注', 32],
] as const;
const EMPTY_WORDS: Record<Exclude<CoverageStanding, 'contacted'>, string> = {
  open: '还没联系',
  gap: '没联系',
  ahead: '',
};

/** The year's contacts, unit by unit and earliest first, and beside them each unit's months (art. 4). */
export async function contactSheets({ coverage, contacts }: ContactBook): Promise<Buffer> {
  const { periods, rows, serverNow, year } = coverage;
  const told = `（截至${stamp(serverNow)}）`;
  const log = rows.flatMap(({ unitId, unitName, unitKind }) =>
    contacts
      .filter((contact) => contact.unitId === unitId)
      .reverse()
      .map((contact) => [unitName, UNIT_KIND_NAMES[unitKind], ...wordsOf(contact)]),
  );
  const months = rows.map(({ unitName, unitKind, cells }) => [
    unitName,
    UNIT_KIND_NAMES[unitKind],
    ...cells.map(monthWords),
  ]);
  const monthColumns = periods.map((period) => [formatPeriod(period), 14] as const);
  return formsOf([
    listForm({ name: '沟通联络记录', title: `${String(year)}年沟通联络记录${told}`, columns: LOG_COLUMNS }, log),
    listForm(
      {
        name: '每月情况',
        title: `${String(year)}年每月沟通联络情况${told}`,
        columns: [...UNIT_COLUMNS, ...monthColumns],
      },
      months,
    ),
  ]);
}

function wordsOf({ contactedOn, channel, subject, result, byName, recordedAt, source, struck }: Line): string[] {
  const from = source === 'call-list' ? '来自电话名单' : '';
  const note = struck === null ? from : `已划掉，不计：${struck.reason}（${struck.byName}，${stamp(struck.at)}）`;
  return [contactedOn, CONTACT_CHANNEL_NAMES[channel], subject, result, byName, stamp(recordedAt), note];
}

type Line = ContactBook['contacts'][number];

function monthWords({ standing, count, lastOn }: CoverageCell): string {
  if (standing !== 'contacted') return EMPTY_WORDS[standing];
  return `${String(count)}次，最近${lastOn ?? ''}`;
}

/** `2022-05-19 16:32`, Beijing time: what a spreadsheet sorts as people read it. */
function stamp(instant: Instant): string {
  return `${beijingDate(instant)} ${beijingTime(instant)}`;
}
