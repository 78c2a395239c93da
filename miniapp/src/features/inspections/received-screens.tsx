import { formatDue, remaining } from '@jiannuo/shared/kernel';
import { INSPECTION_ARTICLE, SUBJECT_TITLES, type InspectedRow, type InspectedView } from '@jiannuo/shared/inspections';
import { View } from '@tarojs/components';
import { now } from '../../platform/clock';
import { openPage } from '../../platform/navigation';
import { Card, GroupTitle } from '../../ui/card/card';
import { dueWords } from '../../ui/due/due-words';
import { Heading } from '../../ui/heading/heading';
import { RecordFact, RecordText } from '../../ui/record/record';
import { Row } from '../../ui/row/row';
import { Screen } from '../../ui/screen/screen';
import { Answered, StateView } from '../../ui/state/state-view';
import { DueChip, StatusWord, type DueWords } from '../../ui/status/status-word';
import { usePart } from './api/load-part.api';
import { useReceived } from './api/load-received.api';
import { FindingLine } from './finding-line';
import { inspectionWords, occasionWords } from './inspection-words';

const TITLE = '督导检查';
const SECTION = 'inspections/received';

/** How a unit's part stands: what it still has to put right, else how the inspection stands for it. */
function partWords({ state, open, toExplain, findings }: InspectedRow): DueWords {
  if (open > 0) return { shape: 'not-yet', text: openWords(open, toExplain) };
  if (state === 'under-way' || state === 'findings') return { shape: 'doing', text: '督导中' };
  if (state === 'cancelled') return inspectionWords(state);
  return { shape: 'done', text: findings === 0 ? '没有问题' : '办完了' };
}

/** `1个没改完`, `1个疑似瞒报`, `3个没办完，含疑似瞒报`. */
function openWords(open: number, toExplain: number): string {
  if (toExplain === open) return `${String(open)}个疑似瞒报`;
  return `${String(open)}个${toExplain === 0 ? '没改完' : '没办完，含疑似瞒报'}`;
}

/** What is asked of the unit. */
function askedWords({ open, toExplain }: InspectedRow): string {
  if (toExplain === 0) return '交整改情况';
  return toExplain === open ? '说明情况' : '交整改情况、说明情况';
}

function PartLine({ part }: { readonly part: InspectedRow }) {
  const { shape, text } = partWords(part);
  const { dueAt } = part;
  return (
    <Row
      above={occasionWords(part, now())}
      title={part.title}
      isStrong={part.open > 0}
      {...(dueAt === null
        ? {}
        : {
            below: (
              <>
                <DueChip due={dueWords(remaining(dueAt, now()))} />
                {`${formatDue(dueAt, now())}${askedWords(part)}`}
              </>
            ),
          })}
      aside={<StatusWord shape={shape}>{text}</StatusWord>}
      onPress={() => {
        openPage('inspections/mine', { id: part.id });
      }}
    />
  );
}

/** The inspections that the reader's own unit has been told of. */
export function ReceivedScreen() {
  const query = useReceived();
  return (
    <Screen title={TITLE} section={SECTION} isTopLevel>
      <Answered query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <StateView icon="search" title="没有督导检查" lines={['牵头单位来督导，或者反馈了问题，就排在这里。']} />
          ) : (
            <Card fit="rows">
              {rows.map((part) => (
                <PartLine key={part.id} part={part} />
              ))}
            </Card>
          )
        }
      </Answered>
    </Screen>
  );
}

function Part({ part }: { readonly part: InspectedView }) {
  const { shape, text } = partWords(part);
  return (
    <View className="record">
      <View className="record-head">
        <View className="row row-wrap between">
          <View className="t-s c-ink-2">{occasionWords(part, now())}</View>
          <StatusWord shape={shape} isBold>
            {text}
          </StatusWord>
        </View>
        <Heading level={2} className="t-1 below-1">
          {part.title}
        </Heading>
      </View>
      <Card>
        <RecordText label="督导内容" text={part.matter} />
        <View className="record-facts">
          <RecordFact label="主题">{SUBJECT_TITLES[part.subject]}</RecordFact>
          {part.inspectors === '' ? null : <RecordFact label="督导人员">{part.inspectors}</RecordFact>}
          <RecordFact label="依据">{`工作制度${INSPECTION_ARTICLE}`}</RecordFact>
        </View>
      </Card>
      {part.rows.length === 0 ? null : (
        <>
          <GroupTitle>{`发现的问题，${String(part.rows.length)}个`}</GroupTitle>
          <Card fit="rows">
            {part.rows.map((finding) => (
              <FindingLine key={finding.id} finding={finding} isNamed={false} />
            ))}
          </Card>
        </>
      )}
    </View>
  );
}

/** One inspection as the unit sees it: what is looked at, and what was found at it. */
export function PartScreen({ partId }: { readonly partId: string }) {
  const query = usePart(partId);
  return (
    <Screen title={TITLE} section={SECTION}>
      <Answered query={query}>{(part) => <Part part={part} />}</Answered>
    </Screen>
  );
}
