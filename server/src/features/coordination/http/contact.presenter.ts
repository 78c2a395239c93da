import { CONTACT_CHANNEL_NAMES, type CoverageCell, type CoverageStanding } from '@jiannuo/shared/coordination';
import { beijingDate, beijingTime, formatPeriod, type Instant } from '@jiannuo/shared/kernel';
import { UNIT_KIND_NAMES } from '@jiannuo/shared/people';
import type { ContactBook } from '../contact.queries';

const HEAD = ['单位', '类别', '日期', '方式', '谈的事', '结果', '记录人', '登记时间', '备注'];
const WIDTHS = [24, 16, 14, 12, 32, 48, 16, 20, 32];
const EMPTY_WORDS: Record<Exclude<CoverageStanding, 'contacted'>, string> = {
  open: '还没联系',
  gap: '没联系',
  ahead: '',
};

/** Always text: a subject that begins with = stays a subject. */
interface Cell {
  readonly value: string;
  readonly type: StringConstructor;
  readonly fontWeight?: 'bold';
  readonly wrap?: boolean;
}

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
  const monthHead = ['单位', '类别', ...periods.map((period) => formatPeriod(period))];
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile([
    {
      data: sheet(`${String(year)}年沟通联络记录${told}`, HEAD, log),
      sheet: '沟通联络记录',
      columns: WIDTHS.map((width) => ({ width })),
      stickyRowsCount: 2,
    },
    {
      data: sheet(`${String(year)}年每月沟通联络情况${told}`, monthHead, months),
      sheet: '每月情况',
      columns: monthHead.map((_, index) => ({ width: WIDTHS[index] !== undefined && index < 2 ? WIDTHS[index] : 14 })),
      stickyRowsCount: 2,
    },
  ]).toBuffer();
}

function sheet(title: string, head: readonly string[], rows: readonly (readonly string[])[]): Cell[][] {
  const bold = (value: string): Cell => ({ value, type: String, fontWeight: 'bold' });
  const plain = (value: string): Cell => ({ value, type: String, wrap: true });
  return [[bold(title)], head.map(bold), ...rows.map((row) => row.map(plain))];
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
