import type { BindingCandidatesView } from '@jiannuo/shared/people';
import { View } from '@tarojs/components';
import { openPage } from '../../platform/navigation';
import { Card, Footnote, GroupTitle } from '../../ui/card/card';
import { Heading } from '../../ui/heading/heading';
import { Icon } from '../../ui/icon/icon';
import { Row } from '../../ui/row/row';
import { Screen } from '../../ui/screen/screen';
import { CallLeadUnit } from './call-lead-unit';
import { InviteCode } from './invite-code';
import './sign-in.scss';

interface StrangerScreenProps {
  /** What was looked up; null when somebody came straight to enter a code. */
  readonly found: BindingCandidatesView | null;
  readonly problem: string | null;
  readonly onCode: (code: string) => void;
  readonly onOtherPhone: () => void;
}

/** Says what was looked up and found in no list, without naming any unit. */
function NotListed({ phone }: { readonly phone: string }) {
  return (
    <View className="stranger-head">
      <Icon name="info" size="huge" className="c-ink-2" />
      <Heading level={2} className="t-2 below-3">
        这个手机号不在名单里
      </Heading>
      <View className="t-body c-ink-2">{phone}</View>
      <View className="t-body c-ink-2">所以还看不到任何单位的内容。</View>
    </View>
  );
}

/** Ways on for somebody who is on no list: a code, another phone, a call. */
export function StrangerScreen({ found, problem, onCode, onOtherPhone }: StrangerScreenProps) {
  const phone = found?.phone ?? null;
  const isUnknown = phone !== null && found?.candidates.length === 0;
  return (
    <Screen title="核对单位">
      {isUnknown ? <NotListed phone={phone} /> : null}
      <GroupTitle>{isUnknown ? '可以这样办' : '绑定单位'}</GroupTitle>
      <Card>
        <View className="t-2">填邀请码</View>
        <InviteCode onWhole={onCode} problem={problem} />
        <View className="t-s c-ink-2">向原联络员或牵头单位要。6位，只能用一次。</View>
      </Card>
      {found === null ? null : (
        <Card fit="rows">
          {phone === null ? null : (
            <Row
              title="换一个手机号"
              icon="refresh"
              isStrong={false}
              below="名单里可能填的是办公手机"
              onPress={onOtherPhone}
            />
          )}
          <CallLeadUnit title="打电话给牵头单位" found={found} />
        </Card>
      )}
      <GroupTitle>不绑定也能看</GroupTitle>
      <Card fit="rows">
        <Row
          title="使用说明、隐私说明"
          isStrong={false}
          onPress={() => {
            openPage('statement', { of: 'use' });
          }}
        />
        <Row
          title="投诉建议"
          isStrong={false}
          below="不用登录，打电话就行"
          onPress={() => {
            openPage('statement', { of: 'complaints' });
          }}
        />
      </Card>
      <Footnote>没有绑定，手机号不保存。</Footnote>
    </Screen>
  );
}
