import type { ReadinessView } from '@jiannuo/shared/notifications';
import { View } from '@tarojs/components';
import { callPhone } from '../../platform/device/phone-call';
import { Card, Footnote, GroupTitle } from '../../ui/card/card';
import { factsInLine } from '../../ui/ideographic-space';
import { Row } from '../../ui/row/row';
import { StatusWord } from '../../ui/status/status-word';
import { Answered } from '../../ui/state/state-view';
import { useReadiness } from './api/load-readiness.api';
import { spokenPhone } from './call-words';

type ReadinessRow = ReadinessView['rows'][number];

function Line({ row }: { readonly row: ReadinessRow }) {
  const { unitName, personName, phone, isBound } = row;
  return (
    <Row
      title={unitName}
      isStrong={false}
      below={factsInLine(personName, spokenPhone(phone))}
      aside={<StatusWord shape="gap">{isBound ? '提醒用完了' : '没绑微信'}</StatusWord>}
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

/** Who could not be reached by a WeChat reminder from now on, so that it can be put right before the due day. */
export function ReadinessPart() {
  const query = useReadiness();
  return (
    <>
      <GroupTitle>
        {query.data === undefined ? '以后收不到微信提醒的' : `以后收不到微信提醒的 ${String(query.data.rows.length)}人`}
      </GroupTitle>
      <Answered query={query} rows={2}>
        {({ rows }) => (
          <>
            <Card fit="rows">
              {rows.length === 0 ? <View className="call-none t-body c-ink-2">都收得到，不用管。</View> : null}
              {rows.map((row) => (
                <Line key={`${row.unitName} ${row.personName}`} row={row} />
              ))}
            </Card>
            {rows.length === 0 ? null : (
              <Footnote>请他们打开一次小程序，点“提醒我”。收件里一直都有，不受影响。</Footnote>
            )}
          </>
        )}
      </Answered>
    </>
  );
}
