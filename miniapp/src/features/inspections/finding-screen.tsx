import { INSPECTION_ARTICLE, SUBJECT_TITLES, type FindingView } from '@jiannuo/shared/inspections';
import { formatDay, periodOf } from '@jiannuo/shared/kernel';
import type { MeView } from '@jiannuo/shared/people';
import { View } from '@tarojs/components';
import { beijingToday, now } from '../../platform/clock';
import { openPage } from '../../platform/navigation';
import { Button } from '../../ui/button/button';
import { Card, Footnote, GroupTitle } from '../../ui/card/card';
import { Heading } from '../../ui/heading/heading';
import { Confidential } from '../../ui/record/confidential';
import { RecordFact, RecordText } from '../../ui/record/record';
import { EvidenceLines } from '../../ui/report/evidence-lines';
import { Row } from '../../ui/row/row';
import { Screen } from '../../ui/screen/screen';
import { Answered } from '../../ui/state/state-view';
import { DueChip, StatusWord } from '../../ui/status/status-word';
import { useFinding } from './api/load-finding.api';
import { ConcealedWay } from './concealed-way';
import { FindingBar, hasSteps } from './finding-bar';
import { History } from './history';
import { findingDue, findingWords, occasionWords } from './inspection-words';

/** 疑似瞒报 until it is upheld. */
function suspicionOf({ state }: FindingView): string {
  return state === 'upheld' ? '瞒报' : '疑似瞒报';
}

function Head({ finding }: { readonly finding: FindingView }) {
  const { shape, text } = findingWords(finding);
  const due = findingDue(finding, now());
  const { inspection, concealed } = finding;
  return (
    <View className="record-head">
      <View className="row row-wrap between">
        <View className="t-s c-ink-2">{occasionWords(inspection, now())}</View>
        <StatusWord shape={shape} isBold>
          {text}
        </StatusWord>
      </View>
      <Heading level={2} className="t-1 below-1">
        {concealed === null ? inspection.title : `${concealed.title}${suspicionOf(finding)}`}
      </Heading>
      {due === null ? null : (
        <View className="row row-wrap below-2">
          <DueChip due={due.chip} isFilled />
          <View className="t-s c-ink-2 gap-2">{due.sentence}</View>
        </View>
      )}
    </View>
  );
}

/** The lead unit's ways on from a finding: the notices that came of it, and the spot check where the unit is scored. */
function Ways({ finding }: { readonly finding: FindingView }) {
  const { id: findingId, unitId, notices, isScored, state, inspection, concealedIn } = finding;
  // 瞒报 costs no points (Q28).
  const mayCount = isScored && state !== 'noted' && concealedIn === null;
  if (notices.length === 0 && !mayCount) return null;
  return (
    <>
      <GroupTitle>接着办的</GroupTitle>
      <Card fit="rows">
        {notices.map(({ id, number, title }) => (
          <Row
            key={id}
            title={number}
            below={title}
            onPress={() => {
              openPage('supervision/notice', { id });
            }}
          />
        ))}
        {mayCount ? (
          <Row
            title="记入抽查结果"
            below="那个月抽中这个县的，事实会带到抽查结果里"
            onPress={() => {
              const day = inspection.toOn ?? inspection.fromOn ?? beijingToday();
              openPage('spot-checks/findings', { id: periodOf(day), unitId, from: findingId });
            }}
          />
        ) : null}
      </Card>
      {mayCount ? <Footnote>督导发现的问题不直接减分。减分只按抽查（细则二（一）4）。</Footnote> : null}
    </>
  );
}

function Finding({ finding, isLead }: { readonly finding: FindingView; readonly isLead: boolean }) {
  const { facts, demand, unitName, subject, evidence, parentId, concealed, inspection } = finding;
  const isHearing = finding.concealedIn !== null;
  return (
    <Confidential
      isConfidential={finding.isSecret}
      watermark={finding.watermark}
      band="暗访，反馈前只有督导人员知道，不得转发"
      className="record"
    >
      <Head finding={finding} />
      <Card>
        <RecordText label="事实" text={facts} />
        {demand === '' ? null : <RecordText label={isHearing ? '要说明的' : '整改要求'} text={demand} />}
        <View className="record-facts">
          <RecordFact label="单位">{unitName}</RecordFact>
          {finding.seenOn === null ? null : (
            <RecordFact label="哪天看到">{formatDay(finding.seenOn, now())}</RecordFact>
          )}
          {concealed === null ? null : (
            <>
              <RecordFact label="督导事项">{inspection.title}</RecordFact>
              <RecordFact label={suspicionOf(finding)}>{`在${concealed.title}里，不减分`}</RecordFact>
            </>
          )}
          <RecordFact label="主题">{SUBJECT_TITLES[subject]}</RecordFact>
          <RecordFact label="依据">{`工作制度${concealed === null ? '' : '第十条、'}${INSPECTION_ARTICLE}`}</RecordFact>
        </View>
        <EvidenceLines evidence={evidence} attachments={finding.attachments} />
        <ConcealedWay finding={finding} isLead={isLead} />
      </Card>
      {isLead ? <Ways finding={finding} /> : null}
      {finding.history.length === 0 ? null : (
        <>
          <GroupTitle>{isHearing ? '经过' : '整改过程'}</GroupTitle>
          <Card>
            <History events={finding.history} attachments={finding.attachments} isHearing={isHearing} />
          </Card>
        </>
      )}
      <Button
        look="link"
        onPress={() => {
          openPage(isLead ? 'inspections/one' : 'inspections/mine', { id: parentId });
        }}
      >
        看这次督导
      </Button>
    </Confidential>
  );
}

interface FindingScreenProps {
  readonly findingId: string;
  readonly who: MeView['current'];
}

/** One finding: what was found, what is asked, how it was put right, and what may be done now. */
export function FindingScreen({ findingId, who }: FindingScreenProps) {
  const query = useFinding(findingId);
  const isLead = who.role === 'lead-officer';
  const finding = query.data;
  const bar = finding !== undefined && hasSteps(finding) ? { bar: <FindingBar finding={finding} /> } : {};
  return (
    <Screen title="督导问题" section={isLead ? 'inspections/list' : 'inspections/received'} {...bar}>
      <Answered query={query}>{(view) => <Finding finding={view} isLead={isLead} />}</Answered>
    </Screen>
  );
}
