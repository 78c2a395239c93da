import type { ApplicationListView, BasisDocument } from '@jiannuo/shared/applications';
import { formatDay, formatPeriod, periodOf } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { beijingToday } from '../../platform/clock';
import { GroupTitle } from '../../ui/card/card';
import { Choice, DateField } from '../../ui/field/choice';
import { FieldFrame, TextField } from '../../ui/field/field';
import type { ApplicationBook, ApplicationDraft, Faults, Field } from './draft-store';

/** What a field is called in the document, to be brought into sight. */
export function idOf(field: Field): string {
  return `application-${field}`;
}

interface FieldsProps {
  readonly book: ApplicationBook;
  readonly initial: ApplicationDraft;
  readonly faults: Faults;
}

/** Two fields, beside each other where there is room. */
function Pair({ children }: { readonly children: readonly ReactNode[] }) {
  return (
    <View className="application-pair">
      {children.map((child, index) => (
        <View className="application-half" key={String(index)}>
          {child}
        </View>
      ))}
    </View>
  );
}

/** The document that the application rests on. */
export function BasisFields({ book, initial, faults }: FieldsProps) {
  const { date } = book.draft.basis;
  const change = (part: Partial<BasisDocument>) => {
    book.change(({ basis }) => ({ basis: { ...basis, ...part } }));
  };
  return (
    <>
      <GroupTitle>依据文件</GroupTitle>
      <Pair>
        <TextField
          id={idOf('basisTitle')}
          label="文件名称"
          initial={initial.basis.title}
          placeholder="例如《关于开展…试点的通知》"
          error={faults.basisTitle ?? null}
          onType={(title) => {
            change({ title });
          }}
        />
        <TextField
          id={idOf('basisNumber')}
          label="文号，没有就不写"
          initial={initial.basis.number}
          error={faults.basisNumber ?? null}
          onType={(number) => {
            change({ number });
          }}
        />
      </Pair>
      <Pair>
        <TextField
          id={idOf('basisIssuer')}
          label="发文单位"
          initial={initial.basis.issuer}
          error={faults.basisIssuer ?? null}
          onType={(issuer) => {
            change({ issuer });
          }}
        />
        <View id={idOf('basisDate')}>
          <DateField
            label="发文日期"
            value={date}
            latest={beijingToday()}
            words={date === '' ? '选日期' : formatDay(date)}
            error={faults.basisDate ?? null}
            onChoose={(chosen) => {
              change({ date: chosen });
            }}
          />
        </View>
      </Pair>
    </>
  );
}

/** The month that runs, or the nearest of the cycle. */
export function nearestMonth({ months }: ApplicationListView): string | null {
  const current = periodOf(beijingToday());
  const begun = months.filter((month) => month <= current);
  return begun[begun.length - 1] ?? months[0] ?? null;
}

interface MonthProps extends Omit<FieldsProps, 'initial'> {
  readonly view: ApplicationListView;
}

/** From which month on it is to count, for what counts month by month. */
export function MonthChoice({ book, view, faults }: MonthProps) {
  return (
    <View id={idOf('fromPeriod')}>
      <FieldFrame label="从哪个月起落实" error={faults.fromPeriod ?? null}>
        <Choice
          label="从哪个月起落实"
          isLabelHidden
          options={view.months.map((value) => ({ value, label: formatPeriod(value) }))}
          value={book.draft.fromPeriod}
          onChoose={(fromPeriod) => {
            book.change(() => ({ fromPeriod }));
          }}
        />
      </FieldFrame>
    </View>
  );
}
