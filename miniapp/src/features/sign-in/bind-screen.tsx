import { formatFullDate } from '@jiannuo/shared/kernel';
import { ROLE_NAMES, type AppointmentView, type BindingCandidatesView } from '@jiannuo/shared/people';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useDisplay } from '../../platform/device/display';
import { asApiError } from '../../platform/http/api-error';
import { goBack, startAt } from '../../platform/navigation';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { Card, Footnote, GroupTitle } from '../../ui/card/card';
import { Heading } from '../../ui/heading/heading';
import { factsInLine } from '../../ui/ideographic-space';
import { ReceiptRows, Row } from '../../ui/row/row';
import { Screen } from '../../ui/screen/screen';
import { currentBinding, enter, keepBinding, type Binding } from './binding';
import { CallLeadUnit } from './call-lead-unit';
import { StrangerScreen } from './stranger-screen';
import './sign-in.scss';
import { bindTo, findByInvite } from './wechat-sign-in.api';

function postOf({ role, section, post }: AppointmentView): string {
  return [ROLE_NAMES[role], section + post].filter((part) => part !== '').join('，');
}

function factsOf(candidate: AppointmentView, phone: string | null) {
  const shown = phone ?? candidate.phone;
  return [
    { label: '单位', value: candidate.unit.name },
    { label: '岗位', value: postOf(candidate) },
    ...(shown === '' ? [] : [{ label: '手机号', value: shown }]),
    { label: '名单来源', value: factsInLine(candidate.listedBy, `${formatFullDate(candidate.listedOn)}填`) },
    { label: '起始日', value: formatFullDate(candidate.validFrom) },
  ];
}

interface QuestionProps {
  readonly found: BindingCandidatesView;
  readonly candidate: AppointmentView;
  readonly onNotMe: () => void;
  readonly onUseInvite: () => void;
  readonly onBind: () => void;
  readonly problem: string | null;
}

/** The question with its facts: is that you? */
function Question({ found, candidate, onNotMe, onUseInvite, onBind, problem }: QuestionProps) {
  const { isTight } = useDisplay();
  const bar = (
    <StickyBar title="还没绑定" note="以后可以交接给别人">
      <Button look="plain" onPress={onNotMe}>
        不是我
      </Button>
      <Button onPress={onBind}>是，绑定</Button>
    </StickyBar>
  );
  return (
    <Screen title="核对单位" bar={bar}>
      <View className="bind-head">
        <Heading level={2} className="t-1">{`您是${candidate.unit.name}的${ROLE_NAMES[candidate.role]}？`}</Heading>
        <View className="t-s c-ink-2">
          {found.phone === null ? '邀请码是给这个岗位的。' : '手机号和牵头单位填的一致。'}
        </View>
        {problem === null ? null : <View className="t-s c-late below-2">{problem}</View>}
      </View>
      <Card fit="facts">
        <ReceiptRows rows={factsOf(candidate, found.phone)} isStacked={isTight} />
      </Card>
      <Footnote>绑定后，本单位的待办和草稿都在您手上。</Footnote>
      <GroupTitle>信息不对</GroupTitle>
      <Card fit="rows">
        <CallLeadUnit title="请牵头单位改" found={found} />
        <Row title="用邀请码绑定别的单位" icon="report" isStrong={false} onPress={onUseInvite} />
      </Card>
    </Screen>
  );
}

function Which({
  candidates,
  onChoose,
}: {
  readonly candidates: readonly AppointmentView[];
  readonly onChoose: (candidate: AppointmentView) => void;
}) {
  return (
    <Screen title="核对单位">
      <View className="bind-head">
        <Heading level={2} className="t-1">
          您用哪个岗位进来？
        </Heading>
        <View className="t-s c-ink-2">名单里您有几个岗位，以后可以换。</View>
      </View>
      <Card fit="rows">
        {candidates.map((candidate) => (
          <Row
            key={candidate.id}
            title={candidate.unit.name}
            below={postOf(candidate)}
            onPress={() => {
              onChoose(candidate);
            }}
          />
        ))}
      </Card>
    </Screen>
  );
}

function useBindingSteps(start: Binding) {
  const [binding, setBinding] = useState(start);
  const [problem, setProblem] = useState<string | null>(null);
  const guard = async (step: () => Promise<void>) => {
    setProblem(null);
    try {
      await step();
    } catch (error) {
      setProblem(asApiError(error).sentence);
    }
  };
  return {
    binding,
    problem,
    tryCode: (code: string) =>
      void guard(async () => {
        const next = { ...binding, found: await findByInvite(binding.ticket, code) };
        keepBinding(next);
        setBinding(next);
      }),
    bind: (candidate: AppointmentView) =>
      void guard(async () => {
        enter(await bindTo(binding.ticket, candidate.id));
      }),
  };
}

function Steps({ start }: { readonly start: Binding }) {
  const { binding, problem, tryCode, bind } = useBindingSteps(start);
  const [isStranger, setIsStranger] = useState(false);
  const [chosen, setChosen] = useState<AppointmentView | null>(null);
  const { found } = binding;
  const candidates = found?.candidates ?? [];
  const candidate = chosen ?? (candidates.length === 1 ? candidates[0] : undefined);
  if (isStranger || candidates.length === 0 || found === null) {
    return (
      <StrangerScreen
        found={found}
        problem={problem}
        onCode={(code) => {
          setIsStranger(false);
          tryCode(code);
        }}
        onOtherPhone={goBack}
      />
    );
  }
  if (candidate === undefined) return <Which candidates={candidates} onChoose={setChosen} />;
  return (
    <Question
      found={found}
      candidate={candidate}
      problem={problem}
      onNotMe={goBack}
      onUseInvite={() => {
        setIsStranger(true);
      }}
      onBind={() => {
        bind(candidate);
      }}
    />
  );
}

/** Asks whether the unit is the right one, or helps somebody who is on no list. */
export function BindScreen() {
  const [start] = useState(currentBinding);
  useEffect(() => {
    if (start === null) startAt('sign-in');
  }, [start]);
  return start === null ? null : <Steps start={start} />;
}
