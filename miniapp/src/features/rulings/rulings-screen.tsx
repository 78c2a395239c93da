import type { QuestionView, RegisterView } from '@jiannuo/shared/rulings';
import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { useDisplay } from '../../platform/device/display';
import { openPage } from '../../platform/navigation';
import { Button } from '../../ui/button/button';
import { Card, Footnote, GroupTitle } from '../../ui/card/card';
import { YearSwitch } from '../../ui/due/year-switch';
import { Heading } from '../../ui/heading/heading';
import { Icon } from '../../ui/icon/icon';
import { Sheet } from '../../ui/overlay/dialog';
import { PaneRow } from '../../ui/row/pane-row';
import { Row } from '../../ui/row/row';
import { Screen } from '../../ui/screen/screen';
import { Answered } from '../../ui/state/state-view';
import { StatusWord } from '../../ui/status/status-word';
import { useRegister } from './api/load-register.api';
import { FirstMonth, FirstMonthCard } from './first-month';
import { RulingForm } from './ruling-form';
import { RulingRecord } from './ruling-record';
import { holdsWords, questionWords, standingWords } from './ruling-words';
import './rulings.scss';
import { SandboxPart } from './sandbox-part';

const TITLE = '解释口径';
const SECTION = 'rulings/register';

interface RulingsProps {
  readonly name: string | null;
  /** null for the running or nearest year. */
  readonly year: number | null;
}

/** 解释口径: every question that the text leaves open, how it stands, and what was ruled. */
export function RulingsScreen({ name, year: asked }: RulingsProps) {
  const { isWide } = useDisplay();
  const [year, setYear] = useState(asked);
  const query = useRegister(year);
  const turn = query.data === undefined ? null : <YearSwitch view={query.data} onTurn={setYear} />;
  if (isWide && query.data !== undefined) return <RegisterTable register={query.data} name={name} turn={turn} />;
  return (
    <Screen title={TITLE} section={SECTION} isTopLevel {...(turn === null ? {} : { top: turn })}>
      <Answered query={query}>{(register) => <RegisterList register={register} />}</Answered>
    </Screen>
  );
}

function RegisterList({ register }: { readonly register: RegisterView }) {
  return (
    <>
      <GroupTitle>{register.title}</GroupTitle>
      <Card fit="rows">
        {register.questions.map((question) => {
          const { shape, text } = standingWords(question);
          return (
            <Row
              key={question.name}
              above={questionWords(question.question)}
              title={question.title}
              below={holdsWords(register, question)}
              aside={<StatusWord shape={shape}>{text}</StatusWord>}
              onPress={() => {
                openPage('rulings/question', { name: question.name, year: register.year });
              }}
            />
          );
        })}
      </Card>
      <OpenNote register={register} />
      <FirstMonthCard {...register} />
    </>
  );
}

function OpenNote({ register }: { readonly register: RegisterView }) {
  const open = register.questions.filter(({ standing }) => standing === 'open');
  const words = open.map(({ question }) => questionWords(question)).join('、');
  if (register.yearClosedAt !== null) return null;
  return (
    <Footnote>
      {open.length === 0 ? '没定的用默认也可以。' : `${words}不定，年度结果不能定稿。其余用默认也可以。`}
    </Footnote>
  );
}

interface TableProps extends Pick<RulingsProps, 'name'> {
  readonly register: RegisterView;
  readonly turn: ReactNode;
}

/** Wide windows: the questions, beside them what a ruling would move, and the ruling itself. */
function RegisterTable({ register, name, turn }: TableProps) {
  const [shownName, setShownName] = useState(name);
  const question = register.questions.find((each) => each.name === shownName) ?? register.questions[0];
  if (question === undefined) return null;
  const list = (
    <>
      {register.questions.map((each) => {
        const { shape, text } = standingWords(each);
        return (
          <PaneRow
            key={each.name}
            isOpen={each.name === question.name}
            onOpen={() => {
              setShownName(each.name);
            }}
          >
            <View className="row between">
              <View className="t-xs c-ink-2">{questionWords(each.question)}</View>
              <StatusWord shape={shape}>{text}</StatusWord>
            </View>
            <View className={`t-s ${each.name === question.name ? 'is-bold' : ''}`}>{each.title}</View>
          </PaneRow>
        );
      })}
      <View className="ruling-setting">
        <FirstMonth {...register} />
      </View>
      <View className="ruling-note">
        <OpenNote register={register} />
      </View>
    </>
  );
  const key = `${String(register.year)} ${question.name}`;
  return <OpenQuestion key={key} register={register} question={question} list={list} turn={turn} />;
}

interface QuestionProps {
  readonly register: RegisterView;
  readonly question: QuestionView;
}

interface OpenProps extends QuestionProps {
  readonly list: ReactNode;
  readonly turn: ReactNode;
}

function OpenQuestion({ register, question, list, turn }: OpenProps) {
  const [chosen, setChosen] = useState(question.value);
  const isWaiting = question.rulings.some(({ state }) => state === 'draft');
  const hasRail = register.mayPropose && (isWaiting || register.yearClosedAt === null);
  const rail = (
    <View>
      <Heading level={2} className="t-2">
        {isWaiting ? '等核对的口径' : '定口径'}
      </Heading>
      {isWaiting ? (
        <Waiting question={question} />
      ) : (
        <RulingForm
          register={register}
          question={question}
          chosen={chosen}
          onChoose={setChosen}
          onDone={() => undefined}
        />
      )}
    </View>
  );
  return (
    <Screen
      title={TITLE}
      section={SECTION}
      isTopLevel
      isOnSurface
      list={list}
      top={
        <>
          {turn}
          {register.mayPropose ? <LeadOnly /> : null}
        </>
      }
      {...(hasRail ? { rail, isRailWork: true } : {})}
    >
      <QuestionHead register={register} question={question} />
      {register.mayPropose ? <SandboxPart year={register.year} question={question} chosen={chosen} /> : null}
      <History question={question} isWaitingShown={false} />
    </Screen>
  );
}

function LeadOnly() {
  return (
    <View className="row t-s c-ink-2">
      <Icon name="lock" size="small" />
      <View className="gap-2">推算只给牵头单位看，不通报</View>
    </View>
  );
}

/** What is asked and what holds; of a year whose result is final also that it moves no more (Q1). */
function QuestionHead({ register, question }: QuestionProps) {
  return (
    <>
      <Heading level={2} className="t-1">
        {question.title}
      </Heading>
      <View className="t-s c-ink-2">{`${question.article}。${question.doubt}`}</View>
      <View className="t-s c-ink-2">{`${holdsWords(register, question)}。`}</View>
      {register.yearClosedAt === null ? null : (
        <View className="t-s c-soon">{`${String(register.year)}年年度成绩已经定稿，现在再定也不变。`}</View>
      )}
    </>
  );
}

function Waiting({ question }: { readonly question: QuestionView }) {
  const waiting = question.rulings.filter(({ state }) => state === 'draft');
  return (
    <>
      {waiting.map((ruling) => (
        <RulingRecord key={ruling.id} question={question} ruling={ruling} />
      ))}
    </>
  );
}

function History({ question, isWaitingShown }: { readonly question: QuestionView; readonly isWaitingShown: boolean }) {
  const rulings = question.rulings.filter(({ state }) => isWaitingShown || state !== 'draft');
  if (rulings.length === 0) return null;
  return (
    <>
      <Heading level={3} className="t-2 replay-title">
        {rulings.every(({ state }) => state === 'draft') ? '等核对的口径' : '定过的口径'}
      </Heading>
      {rulings.map((ruling) => (
        <RulingRecord key={ruling.id} question={question} ruling={ruling} />
      ))}
    </>
  );
}

/** One question as a page, on phones. */
export function QuestionScreen({ name, year }: RulingsProps & { readonly name: string }) {
  const { isWide } = useDisplay();
  const query = useRegister(year);
  if (isWide) return <RulingsScreen name={name} year={year} />;
  return (
    <Screen title={TITLE}>
      <Answered query={query}>
        {(register) => {
          const question = register.questions.find((each) => each.name === name) ?? register.questions[0];
          return question === undefined ? null : <PhoneQuestion register={register} question={question} />;
        }}
      </Answered>
    </Screen>
  );
}

function PhoneQuestion({ register, question }: QuestionProps) {
  const [chosen, setChosen] = useState(question.value);
  const [isDrafting, setIsDrafting] = useState(false);
  const isWaiting = question.rulings.some(({ state }) => state === 'draft');
  const close = () => {
    setIsDrafting(false);
  };
  return (
    <View className="ruling-phone">
      <QuestionHead register={register} question={question} />
      <History question={question} isWaitingShown />
      {register.mayPropose ? <SandboxPart year={register.year} question={question} chosen={chosen} /> : null}
      {register.mayPropose && !isWaiting && register.yearClosedAt === null ? (
        <View className="below-3">
          <Button
            isBlock
            onPress={() => {
              setIsDrafting(true);
            }}
          >
            定口径
          </Button>
        </View>
      ) : null}
      {isDrafting ? (
        <Sheet title="定口径" onClose={close}>
          <RulingForm register={register} question={question} chosen={chosen} onChoose={setChosen} onDone={close} />
        </Sheet>
      ) : null}
    </View>
  );
}
