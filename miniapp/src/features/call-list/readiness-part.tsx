import type { ReadinessView } from '@jiannuo/shared/notifications';
import { View } from '@tarojs/components';
import { useDisplay } from '../../platform/device/display';
import { callPhone } from '../../platform/device/phone-call';
import { Card, Footnote, GroupTitle } from '../../ui/card/card';
import { factsInLine } from '../../ui/ideographic-space';
import { Row } from '../../ui/row/row';
import { spokenPhone } from '../../ui/row/spoken-phone';
import { StatusWord } from '../../ui/status/status-word';
import { Answered } from '../../ui/state/state-view';
import { useReadiness } from './api/load-readiness.api';
import { CallTable, NumberCell } from './call-table';

type ReadinessRow = ReadinessView['rows'][number];

function Lack({ isBound }: Pick<ReadinessRow, 'isBound'>) {
  return <StatusWord shape="gap">{isBound ? '提醒用完了' : '没绑微信'}</StatusWord>;
}

function CardRow({ row }: { readonly row: ReadinessRow }) {
  const { unitName, personName, phone, isBound } = row;
  return (
    <Row
      title={unitName}
      isStrong={false}
      below={factsInLine(personName, spokenPhone(phone))}
      aside={<Lack isBound={isBound} />}
      {...(phone === ''
        ? {}
        : {
            onPress: () => {
              callPhone(phone);
            },
          })}
    />
  );
}

function AllReached() {
  return (
    <Card fit="rows">
      <View className="call-none t-body c-ink-2">都收得到，不用管。</View>
    </Card>
  );
}

const keyOf = ({ unitName, personName }: ReadinessRow) => `${unitName} ${personName}`;

function Cards({ rows }: Pick<ReadinessView, 'rows'>) {
  return (
    <Card fit="rows">
      {rows.map((row) => (
        <CardRow key={keyOf(row)} row={row} />
      ))}
    </Card>
  );
}

function Lines({ rows }: Pick<ReadinessView, 'rows'>) {
  const lines = rows.map((row) => ({
    key: keyOf(row),
    cells: [
      <View key="unit" className="is-bold">
        {row.unitName}
      </View>,
      row.personName,
      <NumberCell key="number" unitName={row.unitName} phone={row.phone} />,
      <Lack key="lack" isBound={row.isBound} />,
    ],
  }));
  const columns = [
    ['单位', 'unit'],
    ['联络员', 'person'],
    ['电话', 'phone'],
    ['缺什么', 'broad'],
  ] as const;
  return <CallTable name="以后收不到微信提醒的" columns={columns} lines={lines} />;
}

function Unreached({ rows }: Pick<ReadinessView, 'rows'>) {
  const { isWide } = useDisplay();
  return (
    <>
      {isWide ? <Lines rows={rows} /> : <Cards rows={rows} />}
      <Footnote>请他们打开一次小程序，点“提醒我”。收件里一直都有，不受影响。</Footnote>
    </>
  );
}

/** Who could not be reached by a WeChat reminder from now on, so that it can be put right before the due day. */
export function ReadinessPart() {
  const query = useReadiness();
  return (
    <>
      <GroupTitle>
        {query.data === undefined ? '以后收不到微信提醒的' : `以后收不到微信提醒的 ${String(query.data.rows.length)}人`}
      </GroupTitle>
      <Answered query={query} rows={2}>
        {({ rows }) => (rows.length === 0 ? <AllReached /> : <Unreached rows={rows} />)}
      </Answered>
    </>
  );
}
