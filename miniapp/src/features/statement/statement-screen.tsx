import { View } from '@tarojs/components';
import { callPhone } from '../../platform/device/phone-call';
import { useMe } from '../../platform/session/me';
import { useSite } from '../../platform/session/site';
import { openPrivacyGuide } from '../../platform/wechat/privacy';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Heading } from '../../ui/heading/heading';
import { factsInLine } from '../../ui/ideographic-space';
import { Row } from '../../ui/row/row';
import { Screen } from '../../ui/screen/screen';
import './statement.scss';
import { STATEMENTS, type Statement, type StatementName } from './statements';

function Text({ statement }: { readonly statement: Statement }) {
  return (
    <Card>
      {statement.parts.map(({ title, lines }) => (
        <View className="statement-part" key={title}>
          <Heading level={2} className="t-2">
            {title}
          </Heading>
          {lines.map((line) => (
            <View className="t-body t-reading below-1" key={line}>
              {line}
            </View>
          ))}
        </View>
      ))}
    </Card>
  );
}

/** The lead unit's own telephone, for those who are signed in or were told it. */
function LeadUnit() {
  const group = useMe().data?.group;
  if (group === undefined) return null;
  return (
    <Card fit="rows">
      <Row
        title={group.leadUnitName}
        icon="phone"
        isStrong={false}
        below={factsInLine(group.leadPhone, group.leadHours)}
        onPress={() => {
          callPhone(group.leadPhone);
        }}
      />
    </Card>
  );
}

function About() {
  const site = useSite();
  return (
    <Card fit="rows">
      <Row title="名称" isStrong={false} aside={<View className="t-s c-ink-2">践诺通</View>} />
      <Row title="使用单位" isStrong={false} below={site?.groupName ?? ''} />
      <Row
        title="备案号"
        isStrong={false}
        aside={<View className="t-s c-ink-2">{site?.filingNumber ?? '还没备案'}</View>}
      />
    </Card>
  );
}

/** One of the plain texts that anyone may read without signing in. */
export function StatementScreen({ of }: { readonly of: string | null }) {
  const name: StatementName = of !== null && of in STATEMENTS ? (of as StatementName) : 'use';
  const statement = STATEMENTS[name];
  return (
    <Screen title={statement.title} section="me">
      <View className="statement">
        {name === 'about' ? <About /> : null}
        <Text statement={statement} />
        {name === 'privacy' && !IS_BROWSER ? (
          <Button look="link" onPress={openPrivacyGuide}>
            看微信里的隐私保护指引
          </Button>
        ) : null}
        <LeadUnit />
      </View>
    </Screen>
  );
}
