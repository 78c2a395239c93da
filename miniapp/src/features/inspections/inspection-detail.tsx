import { INSPECTION_ARTICLE, SUBJECT_TITLES, type InspectionView } from '@jiannuo/shared/inspections';
import { View } from '@tarojs/components';
import { now } from '../../platform/clock';
import { Card, Footnote, GroupTitle } from '../../ui/card/card';
import { Heading } from '../../ui/heading/heading';
import { Confidential } from '../../ui/record/confidential';
import { RecordFact, RecordText } from '../../ui/record/record';
import { StatusWord } from '../../ui/status/status-word';
import { FindingLine } from './finding-line';
import { History } from './history';
import { inspectionWords, occasionWords } from './inspection-words';

function Plan({ inspection }: { readonly inspection: InspectionView }) {
  const { plan, members, units, subject } = inspection;
  const inspectors = plan.others === '' ? members : [...members, plan.others];
  return (
    <Card>
      <RecordText label="督导内容" text={plan.matter === '' ? '还没写' : plan.matter} />
      <View className="record-facts">
        <RecordFact label="主题">{SUBJECT_TITLES[subject]}</RecordFact>
        <RecordFact label="单位">{units.length === 0 ? '还没选' : units.map(({ name }) => name).join('、')}</RecordFact>
        <RecordFact label="督导人员">{inspectors.join('、')}</RecordFact>
        <RecordFact label="依据">{`工作制度${INSPECTION_ARTICLE}`}</RecordFact>
      </View>
    </Card>
  );
}

function Findings({ inspection }: { readonly inspection: InspectionView }) {
  const { rows, units, state } = inspection;
  if (state === 'planned' || (rows.length === 0 && state === 'cancelled')) return null;
  const found = new Set(rows.map(({ unitId }) => unitId));
  const clean = units.filter(({ id }) => !found.has(id)).map(({ name }) => name);
  return (
    <>
      <GroupTitle>{`发现的问题，${String(rows.length)}个`}</GroupTitle>
      {rows.length === 0 ? null : (
        <Card fit="rows">
          {rows.map((finding) => (
            <FindingLine key={finding.id} finding={finding} isNamed />
          ))}
        </Card>
      )}
      {clean.length === 0 ? null : <Footnote>{`${clean.join('、')}没有记问题。`}</Footnote>}
    </>
  );
}

/** One inspection: what it is, what was found, and what was done. */
export function InspectionDetail({ inspection }: { readonly inspection: InspectionView }) {
  const { shape, text } = inspectionWords(inspection.state);
  return (
    <Confidential
      isConfidential={inspection.isSecret}
      watermark={inspection.watermark}
      band="暗访，反馈前只有督导人员知道，不得转发"
      className="record"
    >
      <View className="record-head">
        <View className="row row-wrap between">
          <View className="t-s c-ink-2">{occasionWords(inspection, now())}</View>
          <StatusWord shape={shape} isBold>
            {text}
          </StatusWord>
        </View>
        <Heading level={2} className="t-1 below-1">
          {inspection.title === '' ? '还没写事项' : inspection.title}
        </Heading>
      </View>
      <Plan inspection={inspection} />
      <Findings inspection={inspection} />
      <GroupTitle>经过</GroupTitle>
      <Card>
        <History events={inspection.history} />
      </Card>
    </Confidential>
  );
}
