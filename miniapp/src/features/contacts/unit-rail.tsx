import type { CoverageRow, CoverageView } from '@jiannuo/shared/coordination';
import type { Period } from '@jiannuo/shared/kernel';
import { UNIT_KIND_NAMES } from '@jiannuo/shared/people';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/button/button';
import { PaneHead } from '../../ui/row/pane-head';
import { Answered } from '../../ui/state/state-view';
import { useContactLog } from './api/load-contact-log.api';
import { unitsWithDraft } from './contact-draft';
import { ContactForm } from './contact-form';
import { ContactLog } from './contact-log';
import { LiaisonLine } from './liaison-line';

interface UnitRailProps {
  readonly row: CoverageRow;
  readonly view: CoverageView;
  readonly period: Period;
  readonly onClose: () => void;
}

/** One unit beside the year: whom to call, what was talked about, and the form for the next time. */
export function UnitRail({ row, view, period, onClose }: UnitRailProps) {
  const { unitId, unitName, unitKind } = row;
  const [isWriting, setIsWriting] = useState(() => unitsWithDraft().has(unitId));
  const query = useContactLog(unitId);
  const stop = () => {
    setIsWriting(false);
  };
  return (
    <View className="contact-rail">
      <PaneHead title={unitName} onClose={onClose} />
      <View className="t-s c-ink-2">{UNIT_KIND_NAMES[unitKind]}</View>
      <LiaisonLine unitId={unitId} unitName={unitName} />
      {isWriting ? (
        <>
          <ContactForm
            partner={{ kind: 'one', unitId }}
            periods={view.periods}
            startsToday={period === view.currentPeriod}
            onDone={stop}
          />
          <Button look="link" isBlock onPress={stop}>
            先不记
          </Button>
        </>
      ) : (
        <View className="below-3">
          <Button
            isBlock
            onPress={() => {
              setIsWriting(true);
            }}
          >
            记一次联络
          </Button>
        </View>
      )}
      <Answered query={query}>{(log) => <ContactLog log={log} mayStrike />}</Answered>
    </View>
  );
}
