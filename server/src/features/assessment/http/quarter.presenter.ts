import { quarterName, withoutMean, type QuarterRow } from '@jiannuo/shared/assessment';
import { formatPeriod, formatStamp, type Period } from '@jiannuo/shared/kernel';
import { across, figure, type ListRow } from '../../../platform/excel';
import type { QuarterData } from '../quarter/quarter.queries';
import type { QuarterBook } from '../quarter/quarter-book.queries';
import { fileOf, traceSheet, type BookFile } from './score-book.presenter';
import { sheetOf } from './told-sheet.presenter';

const POINTS = 12;
const NOTE = '按公文顺序排列，不排名次。月度得分已折算，季平均是三个月的平均，按没有取整的数算。';

/** A quarter of the counties as it was told (第十二条), with numbers to reckon with, and where those of the months came from. */
export async function quarterFile(data: QuarterBook): Promise<BookFile> {
  const { groupName, serverNow, year, quarter, periods, told } = data;
  const name = quarterName(quarter);
  const title = `${String(year)}年${name}各县考评成绩`;
  const columns = periods.map((period) => [formatPeriod(period), POINTS] as const);
  const head = {
    name,
    title,
    groupName,
    state: stateOf(data),
    at: serverNow,
    columns: [['县（市、区）', 16] as const, ...columns, ['季平均', POINTS] as const, ['备注', 28] as const],
  };
  const rows = told.rows.map((row): ListRow => {
    const scores = periods.map((period) => row.months.find((month) => month.period === period)?.score ?? '');
    return [row.unitName, ...scores.map(figure), figure(row.mean ?? ''), remarkOf(periods, row)];
  });
  const { file } = await fileOf(title, [
    sheetOf(head, [...rows, across(NOTE, head, 'plain')]),
    traceSheet({ groupName, page: { serverNow }, months: data.months }),
  ]);
  return { name: `${title}（第${String(told.number)}次通报）.xlsx`, file };
}

/** When it was told, and which of its months were corrected since: the file keeps what was told. */
function stateOf({ told, correctedSince }: QuarterData): string {
  const after =
    correctedSince.length === 0 ? '' : `，之后${correctedSince.map((period) => formatPeriod(period)).join('、')}有更正`;
  return `${formatStamp(told.at)}第${String(told.number)}次通报${after}`;
}

/** `5月更正过`, and why there is no mean. */
function remarkOf(periods: readonly Period[], row: QuarterRow): string {
  const corrected = row.months.flatMap(({ period, isCorrected }) => (isCorrected ? [formatPeriod(period)] : []));
  return [
    ...(corrected.length === 0 ? [] : [`${corrected.join('、')}更正过`]),
    ...(row.mean === null ? [withoutMean({ periods }, row)] : []),
  ].join('；');
}
