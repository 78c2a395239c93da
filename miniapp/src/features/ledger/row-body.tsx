import { plainFigure } from '@jiannuo/shared/kernel';
import {
  figureFault,
  LEDGER_LIMITS,
  LEDGER_MESSAGES,
  type Completion,
  type LedgerAttachment,
  type LedgerRowView,
  type NumericTarget,
} from '@jiannuo/shared/ledger';
import { View } from '@tarojs/components';
import { TextField } from '../../ui/field/field';
import { EvidenceList } from '../../ui/report/evidence-list';
import { useEvidenceShelf } from '../../ui/report/evidence-shelf';
import { useUploads } from '../../ui/report/use-uploads';
import { targetWords } from './ledger-words';
import { RatioPart } from './ratio-part';
import { SixOnes } from './six-ones';

interface RowBodyProps {
  readonly row: LedgerRowView;
  readonly unitName: string;
  readonly completion: Completion;
  readonly files: readonly LedgerAttachment[];
  /** The ratio that the measure's heading asks for; null where it asks for none. */
  readonly target: NumericTarget | null;
  /** null where the reader may only look. */
  readonly onChange: ((part: Partial<Completion>) => void) | null;
}

/** What the month asks of the measure (art. 9): 工作目标, 时间表, 路线图. */
export function RowPlan({ row }: { readonly row: LedgerRowView }) {
  const facts: readonly (readonly [string, string])[] = [
    ['工作目标', row.goal],
    ['时间表', row.timetable],
    ['路线图', row.route],
    ['具体内容', row.detail],
  ];
  return (
    <View className="ledger-part">
      {facts.map(([label, value]) =>
        value === '' ? null : (
          <View className="month-plan" key={label}>
            <View className="one-label t-s c-ink-2">{label}</View>
            <View className="grow t-body">{value}</View>
          </View>
        ),
      )}
    </View>
  );
}

function FigureField({ row, completion, onChange }: Pick<RowBodyProps, 'row' | 'completion' | 'onChange'>) {
  const words = targetWords(row.measure, completion.figure);
  if (words === null || row.measure.target === null) return null;
  const fault = figureFault(completion.figure);
  return (
    <TextField
      label="完成数"
      initial={completion.figure}
      unit={row.measure.target.unit}
      isNumber
      isLocked={onChange === null}
      note={words}
      error={fault === null ? null : LEDGER_MESSAGES[fault]({ limit: LEDGER_LIMITS.figureDigits })}
      onType={(text) => onChange?.({ figure: plainFigure(text) })}
    />
  );
}

/** One month of a measure, opened: the six ones, evidence, the figure reached, what was done and what came of it. */
export function RowBody({ row, unitName, completion, files, target, onChange }: RowBodyProps) {
  const uploads = useUploads(`ledger-row:${row.id}`, files);
  const shelf = useEvidenceShelf(completion.evidence, (evidence) => onChange?.({ evidence }));
  return (
    <View className="ledger-body">
      {row.returnedReason === '' ? null : (
        <View className="ledger-returned t-body">{`复核没认：${row.returnedReason}`}</View>
      )}
      <SixOnes row={row} unitName={unitName} mayFill={onChange !== null} />
      <View className="ledger-part">
        <EvidenceList
          evidence={completion.evidence}
          uploads={uploads}
          limit={LEDGER_LIMITS.evidence}
          shelf={onChange === null ? null : shelf}
        />
      </View>
      <View className="ledger-part">
        <FigureField row={row} completion={completion} onChange={onChange} />
        {target === null ? null : (
          <RatioPart
            target={target}
            ratio={completion.ratio}
            onChange={
              onChange === null
                ? null
                : (ratio) => {
                    onChange({ ratio });
                  }
            }
          />
        )}
        <TextField
          label="做了什么"
          initial={completion.work}
          lines="many"
          maximum={LEDGER_LIMITS.work}
          isLocked={onChange === null}
          note="先放的是台账里的具体内容，照实改。"
          onType={(work) => onChange?.({ work })}
        />
        <TextField
          label="成果"
          initial={completion.result}
          lines="many"
          maximum={LEDGER_LIMITS.result}
          isLocked={onChange === null}
          placeholder="办成了什么，照实写"
          onType={(result) => onChange?.({ result })}
        />
      </View>
    </View>
  );
}
