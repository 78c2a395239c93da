import { namesIn, toldNumber, type AssessmentView, type NumberKey } from '@jiannuo/shared/assessment';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useDisplay } from '../../../platform/device/display';
import { Sheet } from '../../../ui/overlay/dialog';
import { PaneHead } from '../../../ui/row/pane-head';
import { Answered } from '../../../ui/state/state-view';
import { useAssessment } from '../api/load-assessment.api';
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
  return <ToldBody told={told} names={namesIn(view)} {...(asked.key === 'self' ? { reasonLabel: '说明' } : {})} />;
}

interface PanelProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What opens beside the numbers on wide windows, and over them on phones. */
export function TracePanel({ title, onClose, children }: PanelProps) {
  const { isWide } = useDisplay();
  if (!isWide) {
    return (
      <Sheet title={title} onClose={onClose}>
        <View className="number-trace">{children}</View>
      </Sheet>
    );
  }
  return (
    <View className="number-trace">
      <PaneHead title={title} onClose={onClose} />
      {children}
    </View>
  );
}

/** Why a number is what it is. */
export function NumberTrace({ asked, onClose, more }: TraceProps) {
  const query = useAssessment(asked.assessmentId);
  return (
    <TracePanel title={asked.title} onClose={onClose}>
      <Answered query={query}>{(view) => <Told view={view} asked={asked} />}</Answered>
      {more}
    </TracePanel>
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
  const key = `${asked.assessmentId} ${String(asked.key)}`;
  const trace = <NumberTrace key={key} asked={asked} onClose={onClose} more={more} />;
  return isWide ? { rail: trace, sheet: null } : { rail: null, sheet: trace };
}
