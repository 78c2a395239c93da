import { movedRows, quarterName, type QuarterView } from '@jiannuo/shared/assessment';
import { formatPeriod } from '@jiannuo/shared/kernel';
import { useEffect, useState } from 'react';
import { useDisplay } from '../../../platform/device/display';
import { QUERY_KEYS } from '../../../platform/query/query-keys';
import { useWrite } from '../../../platform/query/use-write';
import { StickyBar } from '../../../ui/bar/sticky-bar';
import { Button } from '../../../ui/button/button';
import { Dialog } from '../../../ui/overlay/dialog';
import { showToast } from '../../../ui/overlay/toast';
import { tellQuarter } from '../api/tell-quarter.api';
import { ExportScores } from '../scores/export-scores';

interface BarProps {
  readonly year: number;
  readonly quarter: QuarterView;
}

/** What is missing, or how the quarter stands: `还差6月`. */
function standing({ toCome, told, mayTell, waitsFor }: QuarterView): readonly [title: string, note: string] {
  if (waitsFor !== undefined) return [`先通报${quarterName(waitsFor)}`, `${quarterName(waitsFor)}成绩还没通报`];
  if (toCome.length > 0) {
    return [`还差${toCome.map((month) => formatPeriod(month)).join('、')}`, '三个月都通报了，再通报季度成绩'];
  }
  if (!mayTell) return ['季度成绩已通报', '数据表报督导考评问责专班'];
  return told === null ? ['月度得分都通报了', '通报后各县会收到'] : ['通报之后有月份更正', '再通报一次，原来的留着'];
}

/** The data of one telling, as it is asked for and as its file is called. */
export function fileOfTelling(
  year: number,
  quarter: number,
  number: number,
): { readonly path: string; readonly name: string } {
  return {
    path: `/api/quarters/${String(year)}/${String(quarter)}/export?number=${String(number)}`,
    name: `${String(year)}年${quarterName(quarter)}各县考评成绩（第${String(number)}次通报）`,
  };
}

/** 通报季度成绩, and the data of it for the group that supervises. */
export function QuarterBar({ year, quarter }: BarProps) {
  const [isAsking, setIsAsking] = useState(false);
  const { isWide } = useDisplay();
  const { told, mayTell } = quarter;
  const name = quarterName(quarter.quarter);
  const [title, note] = standing(quarter);
  return (
    <>
      <StickyBar title={title} note={note}>
        {told === null || (mayTell && !isWide) ? null : (
          <ExportScores look="plain" {...fileOfTelling(year, quarter.quarter, told.number)}>
            {isWide && (mayTell || told.number > 1) ? `导出第${String(told.number)}次通报的数据表` : '导出数据表'}
          </ExportScores>
        )}
        {mayTell ? (
          <Button
            onPress={() => {
              setIsAsking(true);
            }}
          >
            {told === null ? `通报${name}成绩` : '再通报一次'}
          </Button>
        ) : null}
      </StickyBar>
      {isAsking ? (
        <AskToTell
          year={year}
          quarter={quarter}
          onClose={() => {
            setIsAsking(false);
          }}
        />
      ) : null}
    </>
  );
}

function AskToTell({ year, quarter: { quarter, told, rows }, onClose }: BarProps & { readonly onClose: () => void }) {
  const write = useWrite(QUERY_KEYS.assessments);
  const isBehind = write.error?.code === 'assessment.quarter-behind';
  useEffect(() => {
    if (!isBehind) return;
    // The page behind shows by now what the other has told.
    onClose();
    showToast('另有人先通报了');
  }, [isBehind, onClose]);
  const tell = async () => {
    const body = { year, quarter, number: told?.number ?? 0 };
    if ((await write.run(body, (key) => tellQuarter(body, key))) === null) return;
    onClose();
    showToast(told === null ? '已通报，各县会收到' : '已通报，有更正的县会收到');
  };
  return (
    <Dialog title={`通报${quarterName(quarter)}成绩？`} verb="通报" onClose={onClose} onConfirm={() => void tell()}>
      {write.error?.sentence ??
        `${told === null ? '' : '有更正的'}${String(movedRows(rows, told).length)}个县各自收到三个月的得分和季平均。通报后文字不能改，有更正再通报一次。`}
    </Dialog>
  );
}
