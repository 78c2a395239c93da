import { correctedYear, type AnnualResultView, type AnnualRow, type AnnualView } from '@jiannuo/shared/assessment';
import { canonicalJson, formatPeriod, isBlank } from '@jiannuo/shared/kernel';
import { scoreYear } from '@jiannuo/shared/scoring';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { QUERY_KEYS } from '../../../platform/query/query-keys';
import { useWrite } from '../../../platform/query/use-write';
import { Button } from '../../../ui/button/button';
import { Tick } from '../../../ui/field/choice';
import { TextField } from '../../../ui/field/field';
import { Sheet } from '../../../ui/overlay/dialog';
import { showToast } from '../../../ui/overlay/toast';
import { correctYear } from '../api/correct-year.api';

const NUMBERS = [
  ['taskPart', '任务完成情况'],
  ['innovation', '创新性举措'],
  ['total', '年度成绩'],
] as const;

interface CorrectionProps {
  readonly view: AnnualView;
  readonly row: AnnualRow;
}

/** 更正 of a county's fixed year: its months as they stand now, its innovations as they are ticked, and why. */
export function YearCorrection({ view, row }: CorrectionProps) {
  const [isOpen, setIsOpen] = useState(false);
  const holds = row.results.at(-1);
  if (!view.actions.includes('correct') || holds === undefined) return null;
  const mayMove = holds.year.innovations.length > 0 || !isSame(row, uncountedIn(holds));
  if (!mayMove) return <View className="below-4 t-s c-ink-2">各月得分和定稿时一样，没有要更正的。</View>;
  return (
    <View className="below-4">
      {row.moved.length === 0 ? null : (
        <View className="t-s c-soon">{`${row.moved.map((month) => formatPeriod(month)).join('、')}的分更正过，年度成绩也要更正。`}</View>
      )}
      <View className="below-2">
        <Button
          look="plain"
          isBlock
          onPress={() => {
            setIsOpen(true);
          }}
        >
          更正年度成绩
        </Button>
      </View>
      {isOpen ? (
        <CorrectionSheet
          view={view}
          row={row}
          number={holds.number}
          onClose={() => {
            setIsOpen(false);
          }}
        />
      ) : null}
    </View>
  );
}

/** The innovations that a fixed year does not count. */
function uncountedIn({ year }: AnnualResultView): readonly string[] {
  return year.innovations.filter(({ approved }) => !approved).map(({ id }) => id);
}

/** Whether a correction would leave everything as it is; the server refuses it then. */
function isSame({ results, preview }: AnnualRow, uncounted: readonly string[]): boolean {
  const holds = results.at(-1);
  if (holds === undefined || preview === null) return true;
  const outcome = correctedYear(holds.year, preview, uncounted);
  return outcome.ok && canonicalJson(outcome.value) === canonicalJson(holds.year);
}

/** What the correction would make of the year, before it is confirmed: each number before and after. */
function Difference({ row, uncounted }: Pick<CorrectionProps, 'row'> & { readonly uncounted: readonly string[] }) {
  const holds = row.results.at(-1);
  const outcome =
    holds === undefined || row.preview === null ? null : correctedYear(holds.year, row.preview, uncounted);
  if (holds === undefined || outcome?.ok !== true) return null;
  const after = scoreYear(outcome.value);
  const moved = NUMBERS.filter(([part]) => holds[part] !== after[part]);
  return (
    <View className="below-4">
      {moved.map(([part, label]) => (
        <View className="row between" key={part}>
          <View className="t-s grow">{label}</View>
          <View className="t-s">{`${holds[part]} → ${after[part]}`}</View>
        </View>
      ))}
      <View className="t-s c-ink-2">
        {moved.length === 0
          ? '现在和原来的成绩一样，没有要更正的。'
          : `更正后告诉${row.unitName}联络员，别的县看不到。`}
      </View>
    </View>
  );
}

function CorrectionSheet({
  view,
  row,
  number,
  onClose,
}: CorrectionProps & { readonly number: number; readonly onClose: () => void }) {
  const write = useWrite(QUERY_KEYS.assessments);
  const holds = row.results.at(-1);
  const fixed = holds?.year.innovations ?? [];
  const [uncounted, setUncounted] = useState<readonly string[]>(() => (holds === undefined ? [] : uncountedIn(holds)));
  const [reason, setReason] = useState('');
  const [isGapShown, setIsGapShown] = useState(false);
  const send = async () => {
    setIsGapShown(true);
    if (isBlank(reason)) return;
    const body = { year: view.year, unitId: row.unitId, number, uncounted, reason };
    if ((await write.run(body, (key) => correctYear(body, key))) === null) return;
    showToast('已更正，县里会收到');
    onClose();
  };
  const gap = isGapShown && isBlank(reason) ? '请写明理由，县里看得到。' : null;
  return (
    <Sheet title={`更正${row.unitName}年度成绩`} onClose={onClose}>
      <View className="t-s c-ink-2">月份按现在的得分算，原来的成绩留着，看得到。</View>
      {fixed.map(({ id }) => {
        const title = row.innovations.find((each) => each.id === id)?.title ?? '创新性举措';
        return (
          <View className="year-month row between" key={id}>
            <View className="t-s grow">{title}</View>
            <Tick
              isTicked={!uncounted.includes(id)}
              label={`${title}，计分`}
              onChange={(isTicked) => {
                setUncounted(isTicked ? uncounted.filter((each) => each !== id) : [...uncounted, id]);
              }}
            />
          </View>
        );
      })}
      <Difference row={row} uncounted={uncounted} />
      {isSame(row, uncounted) ? null : (
        <>
          <TextField
            label="更正理由"
            lines="many"
            initial=""
            error={gap ?? (write.error === null ? null : `${write.error.sentence}写的都在。`)}
            onType={setReason}
          />
          <View className="below-4">
            <Button isBlock onPress={() => void send()}>
              {write.isSending ? '正在办，请别关' : '更正'}
            </Button>
          </View>
        </>
      )}
    </Sheet>
  );
}
