import { ROLE_NAMES, type AppointmentView, type MeView, type Role } from '@jiannuo/shared/people';
import { View } from '@tarojs/components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { chooseFontScale, FONT_SCALES, useDisplay, type FontScale } from '../../platform/device/display';
import { openPage, startAt } from '../../platform/navigation';
import { useSite } from '../../platform/session/site';
import { forgetSession } from '../../platform/session/token';
import { storedNames } from '../../platform/storage';
import { Card, GroupTitle } from '../../ui/card/card';
import { UpdateCard } from '../../ui/card/update-card';
import { Heading } from '../../ui/heading/heading';
import { factsInLine } from '../../ui/ideographic-space';
import { Dialog } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { Pressable } from '../../ui/pressable/pressable';
import { Row } from '../../ui/row/row';
import { Screen } from '../../ui/screen/screen';
import { FeedbackRow } from './feedback-row';
import './me.scss';
import { ReminderBalance } from './reminder-balance';
import { signOut } from './sign-out.api';
import { switchAppointment } from './switch-appointment.api';

const SCALE_NAMES: Record<FontScale, string> = { 1: '标准', 1.15: '大', 1.3: '特大' };

function FontSize() {
  const { fontScale } = useDisplay();
  return (
    <View className="font-size">
      <View className="t-body grow">字体大小</View>
      <View className="font-sizes" {...(IS_BROWSER ? { role: 'radiogroup', 'aria-label': '字体大小' } : {})}>
        {FONT_SCALES.map((scale, index) => (
          <Pressable
            key={scale}
            role="radio"
            isSelected={scale === fontScale}
            className={`font-choice font-choice-${String(index + 1)} ${scale === fontScale ? 'is-current' : ''}`}
            onPress={() => {
              chooseFontScale(scale);
            }}
          >
            {SCALE_NAMES[scale]}
          </Pressable>
        ))}
      </View>
    </View>
  );
}

function OtherAppointments({ me }: { readonly me: MeView }) {
  const store = useQueryClient();
  const others = me.appointments.filter(({ id }) => id !== me.current.id);
  if (others.length === 0) return null;
  const go = async (appointment: AppointmentView) => {
    try {
      await switchAppointment(appointment.id);
      store.clear();
      startAt('home');
    } catch {
      showToast('没换成，请再试一次');
    }
  };
  return (
    <>
      <GroupTitle>换一个岗位</GroupTitle>
      <Card fit="rows">
        {others.map((appointment) => (
          <Row
            key={appointment.id}
            title={appointment.unit.name}
            below={factsInLine(ROLE_NAMES[appointment.role], appointment.section)}
            isStrong={false}
            onPress={() => void go(appointment)}
          />
        ))}
      </Card>
    </>
  );
}

function SignOut() {
  const [isAsking, setIsAsking] = useState(false);
  const leave = () => {
    void signOut().catch(() => undefined);
    forgetSession();
    startAt('sign-in');
  };
  const drafts = storedNames('draft/').length;
  return (
    <>
      <Card fit="rows">
        <Row
          title="退出登录"
          isStrong={false}
          onPress={() => {
            setIsAsking(true);
          }}
        />
      </Card>
      {isAsking ? (
        <Dialog
          title="退出登录？"
          verb="退出"
          onConfirm={leave}
          onClose={() => {
            setIsAsking(false);
          }}
        >
          {drafts > 0 ? '没交的内容还在这台设备里，再登录就能接着写。' : '再用时要重新登录。'}
        </Dialog>
      ) : null}
    </>
  );
}

function Settings({ role }: { readonly role: Role }) {
  const site = useSite();
  const open = (of: string) => () => {
    openPage('statement', { of });
  };
  const filing = site?.filingNumber ?? null;
  return (
    <View className="card card-rows">
      <FontSize />
      <FeedbackRow role={role} />
      <Row title="使用说明" isStrong={false} onPress={open('use')} />
      <Row title="隐私说明" isStrong={false} onPress={open('privacy')} />
      <Row
        title="关于"
        isStrong={false}
        {...(filing === null ? {} : { aside: <View className="t-s c-ink-2">{`备案号 ${filing}`}</View> })}
        onPress={open('about')}
      />
    </View>
  );
}

/** Who has to report and who reports: on phones there is no side navigation that leads there. */
function Directory({ me: { permissions } }: { readonly me: MeView }) {
  if (!permissions.includes('people.read')) return null;
  return (
    <Row
      title="单位与人员"
      below="联络员、分管领导、邀请码"
      isStrong={false}
      onPress={() => {
        openPage('people');
      }}
    />
  );
}

/** 沟通联络: the lead unit keeps the log, and the list of whom to contact; a unit reads its own (art. 4). Beside it the register of matters (art. 1). */
function Contacts({ me }: { readonly me: MeView }) {
  const { permissions, current } = me;
  const keeps = permissions.includes('contact.manage');
  if (!keeps && !permissions.includes('contact.read')) return null;
  const open = () => {
    if (keeps) openPage('coordination/contacts');
    else openPage('coordination/contact-log', { unitId: current.unit.id });
  };
  const below = keeps ? '每月和每家至少一次' : '牵头单位和本单位的联络';
  return (
    <Card fit="rows">
      <Row title={keeps ? '沟通联络' : '沟通联络记录'} below={below} isStrong={false} onPress={open} />
      <Row
        title="协调事项"
        below="跨部门的事、重大问题，急的马上通知"
        isStrong={false}
        onPress={() => {
          openPage('coordination/matters');
        }}
      />
      <Directory me={me} />
    </Card>
  );
}

/** Who one is here, how often WeChat may remind, text size, and where to turn to. */
export function MeScreen({ me }: { readonly me: MeView }) {
  const { unit, role, section, post } = me.current;
  return (
    <Screen title="我的" slot="me">
      <View className="me-head">
        <Heading level={2} className="t-1">
          {unit.name}
        </Heading>
        <View className="t-s c-ink-2">
          {[ROLE_NAMES[role], section + post].filter((part) => part !== '').join('，')}
        </View>
      </View>
      <UpdateCard />
      <Contacts me={me} />
      <ReminderBalance />
      <Settings role={role} />
      <OtherAppointments me={me} />
      <SignOut />
    </Screen>
  );
}
