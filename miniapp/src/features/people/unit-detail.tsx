import { formatFullDate } from '@jiannuo/shared/kernel';
import { decideAppointing, ROLE_NAMES, UNIT_KIND_NAMES, type AppointmentView, type Role } from '@jiannuo/shared/people';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { callPhone } from '../../platform/device/phone-call';
import { useMe } from '../../platform/session/me';
import { Heading } from '../../ui/heading/heading';
import { Icon } from '../../ui/icon/icon';
import { factsInLine } from '../../ui/ideographic-space';
import { Pressable } from '../../ui/pressable/pressable';
import { StatusWord } from '../../ui/status/status-word';
import { useFormerHolders } from './api/load-directory.api';
import { GAP_WORDS, holdersOf, readablePhone, rolesOf, type DirectoryLine } from './directory-lines';
import { EndDialog } from './end-dialog';
import { InviteSheet } from './invite-sheet';
import { PersonForm } from './person-form';
import { PhoneForm } from './phone-form';

/** What the manager of the list is doing about a unit. */
type Doing =
  | { readonly kind: 'list'; readonly role: Role; readonly present: AppointmentView | null }
  | { readonly kind: 'phone' | 'invite' | 'end'; readonly person: AppointmentView }
  | null;

interface HolderProps {
  readonly person: AppointmentView;
  readonly isOwn: boolean;
  readonly mayManage: boolean;
  readonly onDo: (doing: Doing) => void;
}

function Verb({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return (
    <Pressable className="people-verb t-s c-brand" onPress={onPress}>
      {label}
    </Pressable>
  );
}

function HolderVerbs({ person, onDo }: Pick<HolderProps, 'person' | 'onDo'>) {
  return (
    <View className="row row-wrap">
      {person.role === 'liaison' ? (
        <Verb
          label="换联络员"
          onPress={() => {
            onDo({ kind: 'list', role: 'liaison', present: person });
          }}
        />
      ) : null}
      <Verb
        label="改手机号"
        onPress={() => {
          onDo({ kind: 'phone', person });
        }}
      />
      <Verb
        label={person.isBound ? '换微信' : '邀请码'}
        onPress={() => {
          onDo({ kind: 'invite', person });
        }}
      />
      <Verb
        label="结束任职"
        onPress={() => {
          onDo({ kind: 'end', person });
        }}
      />
    </View>
  );
}

function Phone({ person }: { readonly person: AppointmentView }) {
  const { phone, personName } = person;
  if (phone === '') return <StatusWord shape="gap">没有手机号</StatusWord>;
  if (phone.includes('*')) return <View className="t-body">{phone}</View>;
  return (
    <Pressable
      role="link"
      className="people-verb t-body c-brand"
      label={`打电话给${personName}，${readablePhone(phone)}`}
      onPress={() => {
        callPhone(phone);
      }}
    >
      <Icon name="phone" size="small" />
      <View className="gap-2">{readablePhone(phone)}</View>
    </Pressable>
  );
}

function Holder({ person, isOwn, mayManage, onDo }: HolderProps) {
  const { personName, section, post, isSectionHead, notHeadReason, isBound, role } = person;
  return (
    <View className="people-holder">
      <View className="row row-wrap between">
        <View className="t-strong">{personName}</View>
        <StatusWord shape={isBound ? 'done' : 'gap'}>{isBound ? '绑好微信' : '没绑微信'}</StatusWord>
      </View>
      <View className="t-s c-ink-2">{factsInLine(section, post)}</View>
      {role !== 'liaison' || isSectionHead ? null : (
        <View className="below-1">
          <StatusWord shape="gap">不是科室负责人</StatusWord>
          <View className="t-s c-ink-2">{notHeadReason ?? '没写原因'}</View>
        </View>
      )}
      <Phone person={person} />
      <View className="t-xs c-ink-2">{`${person.listedBy}${formatFullDate(person.listedOn)}列入`}</View>
      {isOwn ? <View className="t-s c-ink-2 below-1">这是您自己，交接请到“我的”里办。</View> : null}
      {mayManage && !isOwn ? <HolderVerbs person={person} onDo={onDo} /> : null}
    </View>
  );
}

interface PostProps {
  readonly line: DirectoryLine;
  readonly role: Role;
  readonly ownId: string;
  readonly mayManage: boolean;
  readonly onDo: (doing: Doing) => void;
}

/** One post of a unit: who holds it, or that nobody does. */
function Post({ line, role, ownId, mayManage, onDo }: PostProps) {
  const holders = holdersOf(line, role);
  const roleName = ROLE_NAMES[role];
  const isFree = role !== 'liaison' || holders.length === 0;
  return (
    <View className="people-post">
      <View className="row between">
        <Heading level={3} className="t-s is-bold c-ink-2">
          {roleName}
        </Heading>
        {mayManage && isFree ? (
          <Pressable
            className="people-verb t-s c-brand"
            label={`${line.unit.name}，加${roleName}`}
            onPress={() => {
              onDo({ kind: 'list', role, present: null });
            }}
          >
            <Icon name="plus" size="small" />
            <View className="gap-1">{`加${roleName}`}</View>
          </Pressable>
        ) : null}
      </View>
      {holders.length === 0 ? <StatusWord shape="gap">{`还没有${roleName}`}</StatusWord> : null}
      {holders.map((person) => (
        <Holder key={person.id} person={person} isOwn={person.id === ownId} mayManage={mayManage} onDo={onDo} />
      ))}
    </View>
  );
}

function Former({ unitId }: { readonly unitId: string }) {
  const { data } = useFormerHolders(unitId);
  if (data === undefined || data.length === 0) return null;
  return (
    <View className="people-post">
      <Heading level={3} className="t-s is-bold c-ink-2">
        以前的人
      </Heading>
      {data.map((person) => (
        <View className="below-2" key={person.id}>
          <View className="t-s">{factsInLine(person.personName, ROLE_NAMES[person.role])}</View>
          <View className="t-xs c-ink-2">
            {`${formatFullDate(person.validFrom)}至${person.validTo === null ? '今' : formatFullDate(person.validTo)}`}
          </View>
        </View>
      ))}
    </View>
  );
}

function DoingPart({
  line,
  doing,
  onClose,
}: {
  readonly line: DirectoryLine;
  readonly doing: Doing;
  readonly onClose: () => void;
}) {
  if (doing === null) return null;
  if (doing.kind === 'list') {
    const { role, present } = doing;
    const listing = { unit: line.unit, role, replaces: present?.id ?? null };
    return <PersonForm listing={listing} present={present} onClose={onClose} />;
  }
  const { kind, person } = doing;
  if (kind === 'phone') return <PhoneForm person={person} onClose={onClose} />;
  return kind === 'invite' ? (
    <InviteSheet person={person} onClose={onClose} />
  ) : (
    <EndDialog person={person} onClose={onClose} />
  );
}

/** One unit: its names, who holds its posts, what is lacking, who held them before. */
export function UnitDetail({ line }: { readonly line: DirectoryLine }) {
  const me = useMe().data?.current;
  const [doing, setDoing] = useState<Doing>(null);
  const { unit, gaps } = line;
  return (
    <View className="people-detail">
      <Heading level={2} className="t-2">
        {unit.fullName}
      </Heading>
      <View className="t-s c-ink-2">
        {factsInLine(UNIT_KIND_NAMES[unit.kind], unit.aliases.length === 0 ? '' : `也叫${unit.aliases.join('、')}`)}
      </View>
      <View className="row row-wrap">
        {gaps.map((gap) => (
          <View key={gap} className="people-gap">
            <StatusWord shape="gap" isBold>
              {GAP_WORDS[gap]}
            </StatusWord>
          </View>
        ))}
      </View>
      {rolesOf(unit)
        .filter((role) => role !== 'administrator' || me?.role === 'administrator' || holdersOf(line, role).length > 0)
        .map((role) => (
          <Post
            key={role}
            line={line}
            role={role}
            ownId={me?.id ?? ''}
            mayManage={me !== undefined && decideAppointing(me.role, role).ok}
            onDo={setDoing}
          />
        ))}
      <Former unitId={unit.id} />
      <DoingPart
        line={line}
        doing={doing}
        onClose={() => {
          setDoing(null);
        }}
      />
    </View>
  );
}
