import type { AssessmentListView, OpenEnd } from '@jiannuo/shared/assessment';
import { formatPeriod } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { QUERY_KEYS } from '../../../platform/query/query-keys';
import { useWrite } from '../../../platform/query/use-write';
import { Button } from '../../../ui/button/button';
import { Dialog } from '../../../ui/overlay/dialog';
import { showToast } from '../../../ui/overlay/toast';
import { finaliseMonth } from '../api/finalise-month.api';
import { publishMonth } from '../api/publish-month.api';
import '../assessment.scss';

/** What whoever makes the county's month final is to know: what is still open in it, and whether the draw is waited for. */
export type Closing = Pick<AssessmentListView, 'openEnds' | 'isDrawPending'>;

interface ClosingProps {
  readonly list: AssessmentListView;
}

/** What is still open of a county: `孙吴县：7条没抽查，2项申报没确认，不计分`. */
function openEndLine({ unitName, unchecked, unconfirmed }: OpenEnd): string {
  const parts = [
    ...(unchecked === 0 ? [] : [`${String(unchecked)}条没抽查`]),
    ...(unconfirmed === 0 ? [] : [`${String(unconfirmed)}项申报没确认，不计分`]),
  ];
  return `${unitName}：${parts.join('，')}`;
}

interface AskedProps {
  readonly openEnds: readonly OpenEnd[];
  readonly children: string;
}

/** What is still open, county by county, for whoever closes the month or one county's to think of, and what closing does. */
export function Asked({ openEnds, children }: AskedProps) {
  return (
    <>
      {openEnds.length === 0 ? null : (
        <View className="open-ends">
          <View className="t-s is-bold c-ink">还没办完，就这样办吗？</View>
          {openEnds.map((end) => (
            <View className="t-s c-ink open-end" key={end.unitName}>
              {openEndLine(end)}
            </View>
          ))}
        </View>
      )}
      {children}
    </>
  );
}

/** Something fell due after the review: these counties read their new score first. */
function restatedWords(count: number): string {
  return `有漏报迟报，${String(count)}个县重算了`;
}

/** What can be done to all counties of the month at once: 全部定稿, then 通报. */
export function MonthClosing({ list }: ClosingProps) {
  if (list.mayPublish) return <Publishing list={list} />;
  return list.finalisable > 0 ? <Finalising list={list} /> : null;
}

/** 全部定稿: the counties whose review was agreed to, or whose days of objection have run. */
function Finalising({ list }: ClosingProps) {
  const { period, finalisable } = list;
  const write = useWrite(QUERY_KEYS.assessments);
  const [isAsking, setIsAsking] = useState(false);
  const finalise = async () => {
    const done = await write.run(`finalise ${period}`, (key) => finaliseMonth(period, key));
    if (done === null) return;
    setIsAsking(false);
    if (done.restated > 0) showToast(restatedWords(done.restated));
    else showToast(done.left === 0 ? '都定稿了，可以通报' : `${String(done.counties)}个县定稿了`);
  };
  return (
    <>
      <Button
        look="plain"
        onPress={() => {
          setIsAsking(true);
        }}
      >
        {`${String(finalisable)}个县定稿`}
      </Button>
      {isAsking ? (
        <Dialog
          title={`${String(finalisable)}个县${formatPeriod(period)}定稿？`}
          verb="定稿"
          onClose={() => {
            setIsAsking(false);
          }}
          onConfirm={() => void finalise()}
        >
          {write.error?.sentence ?? (
            <Asked openEnds={list.openEnds}>
              {list.isDrawPending
                ? '这个月的抽查还没摇号，摇过再定稿。'
                : '没有异议的、异议期过了的一起定稿。要改只能更正。'}
            </Asked>
          )}
        </Dialog>
      ) : null}
    </>
  );
}

/** 通报: offered once every county of the month is final. */
function Publishing({ list }: ClosingProps) {
  const write = useWrite(QUERY_KEYS.assessments);
  const [isAsking, setIsAsking] = useState(false);
  const month = formatPeriod(list.period);
  const publish = async () => {
    const done = await write.run(`publish ${list.period}`, (key) => publishMonth(list.period, key));
    if (done === null) return;
    setIsAsking(false);
    showToast(done.restated > 0 ? restatedWords(done.restated) : '已通报，各县会收到');
  };
  return (
    <>
      <Button
        onPress={() => {
          setIsAsking(true);
        }}
      >
        {`通报${month}得分`}
      </Button>
      {isAsking ? (
        <Dialog
          title={`通报${month}得分？`}
          verb="通报"
          onClose={() => {
            setIsAsking(false);
          }}
          onConfirm={() => void publish()}
        >
          {write.error?.sentence ?? (
            <Asked
              openEnds={list.openEnds}
            >{`${String(list.rows.length)}个县都定稿了。通报后各县看得到，要改只能更正。`}</Asked>
          )}
        </Dialog>
      ) : null}
    </>
  );
}
