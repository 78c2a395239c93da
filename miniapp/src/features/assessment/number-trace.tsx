import { namesOf, toldNumber, type AssessmentView, type NumberKey } from '@jiannuo/shared/assessment';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useDisplay } from '../../platform/device/display';
import { Sheet } from '../../ui/overlay/dialog';
import { PaneHead } from '../../ui/row/pane-head';
import { Answered } from '../../ui/state/state-view';
import { useAssessment } from './api/load-assessment.api';
import './history.scss';
import { ToldBody } from './told-lines';

/** A number that somebody tapped. */
export interface AskedNumber {
  readonly assessmentId: string;
  readonly key: NumberKey;
  /** `逊克县 5月`. */
  readonly title: string;
}

interface TraceProps {
  readonly asked: AskedNumber;
  readonly onClose: () => void;
  /** Ways on from here. */
  readonly more?: ReactNode;
}

function Told({ view, asked }: { readonly view: AssessmentView; readonly asked: AskedNumber }) {
  const told = toldNumber(view, asked.key);
  if (told === null) return <View className="t-s c-ink-2">这个分刚有变化，请关上再点开。</View>;
  return (
    <ToldBody told={told} names={namesOf(view.records)} {...(asked.key === 'self' ? { reasonLabel: '说明' } : {})} />
  );
}

/** Why a number is what it is: in the rail on wide windows. */
function TraceRail({ asked, onClose, more }: TraceProps) {
  const query = useAssessment(asked.assessmentId);
  return (
    <View className="number-trace">
      <PaneHead title={asked.title} onClose={onClose} />
      <Answered query={query}>{(view) => <Told view={view} asked={asked} />}</Answered>
      {more}
    </View>
  );
}

/** The same as a sheet, on phones. */
function TraceSheet({ asked, onClose, more }: TraceProps) {
  const query = useAssessment(asked.assessmentId);
  return (
    <Sheet title={asked.title} onClose={onClose}>
      <View className="number-trace">
        <Answered query={query}>{(view) => <Told view={view} asked={asked} />}</Answered>
        {more}
      </View>
    </Sheet>
  );
}

interface ShownTrace {
  /** For the screen's rail; null on phones and while nothing was tapped. */
  readonly rail: ReactNode;
  /** To stand anywhere in the content. */
  readonly sheet: ReactNode;
}

/** A tapped number's trace, where the window has room for it. */
export function useShownTrace(asked: AskedNumber | null, onClose: () => void, more?: ReactNode): ShownTrace {
  const { isWide } = useDisplay();
  if (asked === null) return { rail: null, sheet: null };
  const props = { asked, onClose, more };
  const key = `${asked.assessmentId} ${String(asked.key)}`;
  return isWide
    ? { rail: <TraceRail key={key} {...props} />, sheet: null }
    : { rail: null, sheet: <TraceSheet key={key} {...props} /> };
}
