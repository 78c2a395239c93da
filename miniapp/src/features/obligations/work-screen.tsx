import { formatDue } from '@jiannuo/shared/kernel';
import {
  isAsked,
  isClosed,
  obligationName,
  type MyObligationsView,
  type ObligationView,
} from '@jiannuo/shared/obligations';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useDisplay } from '../../platform/device/display';
import { Card, Footnote, GroupTitle } from '../../ui/card/card';
import { Row } from '../../ui/row/row';
import { Screen } from '../../ui/screen/screen';
import { Answered, StateView } from '../../ui/state/state-view';
import { DueChip } from '../../ui/status/status-word';
import { useMyObligations } from './load-obligations.api';
import { mergeReports, type DoneLine } from './merge-reports';
import { doneWords, lateWords, openObligation, standingWords } from './obligation-words';

const KINDS = [
  ['月报', (kind: ObligationView['kind']) => kind !== 'self-assessment' && !isAsked(kind)],
  ['自查评分', (kind: ObligationView['kind']) => kind === 'self-assessment'],
] as const;

function belowOf(obligation: ObligationView | DoneLine, at: string): string {
  if ('correctedAt' in obligation) return doneWords(obligation, at);
  return lateWords(obligation, at) ?? formatDue(obligation.dueAt, at);
}

function WorkRow({ obligation, at }: { readonly obligation: ObligationView | DoneLine; readonly at: string }) {
  const isOpen = obligation.standing === 'owed' || obligation.standing === 'missing';
  return (
    <Row
      title={obligationName(obligation)}
      isStrong={isOpen}
      below={
        <>
          <DueChip due={standingWords(obligation, at)} />
          <View>{belowOf(obligation, at)}</View>
        </>
      }
      {...(isClosed(obligation.closesAt, at) && isOpen && obligation.kind !== 'self-assessment'
        ? { keepsPlace: true }
        : {
            onPress: () => {
              openObligation(obligation);
            },
          })}
    />
  );
}

function WorkList({ view }: { readonly view: MyObligationsView }) {
  const { open, closed, done } = mergeReports(view);
  const all = [...open, ...closed, ...done].filter(({ kind }) => !isAsked(kind));
  if (all.length === 0) {
    return <StateView icon="report" title="还没有要填的" lines={['到了月份，月报会自己出现在这里。']} />;
  }
  return (
    <>
      {KINDS.map(([title, isOfKind]) => {
        const rows = all.filter(({ kind }) => isOfKind(kind));
        return rows.length === 0 ? null : (
          <View key={title}>
            <GroupTitle>{title}</GroupTitle>
            <Card fit="rows">
              {rows.map((obligation) => (
                <WorkRow key={obligation.id} obligation={obligation} at={view.serverNow} />
              ))}
            </Card>
          </View>
        );
      })}
      <Footnote>用邮件、纸件报的，牵头单位登记后也在这里。</Footnote>
    </>
  );
}

/** Everything this unit writes each month: reports of this and earlier ones; below them, on wide windows beside them, what other subjects add. */
export function WorkScreen({ more }: { readonly more?: ReactNode }) {
  const query = useMyObligations();
  const { isWide } = useDisplay();
  return (
    <Screen title="填报" slot="work" {...(isWide ? { rail: more } : {})}>
      <Answered query={query}>{(view) => <WorkList view={view} />}</Answered>
      {isWide ? null : more}
    </Screen>
  );
}
