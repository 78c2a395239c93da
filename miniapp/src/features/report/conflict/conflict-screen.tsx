import { formatMoment, formatPeriod } from '@jiannuo/shared/kernel';
import {
  describePath,
  differenceOf,
  type DraftConflict,
  type ReportForm,
  type ReportView,
  type TextDifference,
  valueWords,
} from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../../platform/clock';
import { otherDeviceWords } from '../../../platform/device/device-name';
import { goBack } from '../../../platform/navigation';
import { SaveLine, StickyBar } from '../../../ui/bar/sticky-bar';
import { Button } from '../../../ui/button/button';
import { Footnote } from '../../../ui/card/card';
import { TextField } from '../../../ui/field/field';
import { Heading } from '../../../ui/heading/heading';
import { factsInLine } from '../../../ui/ideographic-space';
import { Sheet } from '../../../ui/overlay/dialog';
import { showToast } from '../../../ui/overlay/toast';
import { VersionChoice } from '../../../ui/report/version-choice';
import { Screen } from '../../../ui/screen/screen';
import { Answered, StateView } from '../../../ui/state/state-view';
import { useReport } from '../api/load-report.api';
import type { DraftKeeper } from '../draft/draft-keeper';
import { DraftProvider, useDraftKeeper, useDraftValue, useKeeper } from '../draft/use-draft';
import { choose, sideWords, type Choice } from './choose';

type Choices = Readonly<Record<string, Choice | undefined>>;

const MINE = IS_BROWSER ? '这台设备' : '这部手机';

function sidesOf(conflict: DraftConflict) {
  const words = [sideWords(conflict.mine), sideWords(conflict.theirs)] as const;
  const isOneMissing = [conflict.mine, conflict.theirs].some((side) => (valueWords(side) ?? '') === '');
  const marked = isOneMissing ? unmarked(words) : differenceOf(...words);
  const at = now();
  const device = otherDeviceWords(conflict.theirDevice);
  return [
    { device: MINE, when: '刚才', segments: marked.before },
    { device, when: formatMoment(conflict.theirAt, at), segments: marked.after },
  ] as const;
}

/** Where one side has nothing there is no word to compare with. */
function unmarked([mine, theirs]: readonly [string, string]): TextDifference {
  const whole = (text: string) => [{ text, isChanged: false }];
  return { before: whole(mine), after: whole(theirs) };
}

function isText(conflict: DraftConflict): boolean {
  return typeof conflict.mine === 'string' && typeof conflict.theirs === 'string';
}

interface OneProps {
  readonly conflict: DraftConflict;
  readonly number: number;
  readonly place: string;
  readonly choice: Choice | undefined;
  readonly onChoose: (choice: Choice) => void;
}

function One({ conflict, number, place, choice, onChoose }: OneProps) {
  const [isMerging, setIsMerging] = useState(false);
  const [text, setText] = useState('');
  const start = `${String(conflict.mine)}\n${String(conflict.theirs)}`;
  return (
    <>
      <VersionChoice
        number={number}
        place={place}
        sides={sidesOf(conflict)}
        chosen={choice?.side ?? null}
        onChoose={(side) => {
          onChoose({ side });
        }}
        onMerge={
          isText(conflict)
            ? () => {
                setText(choice?.side === 'merged' ? choice.text : start);
                setIsMerging(true);
              }
            : null
        }
      />
      {isMerging ? (
        <Sheet
          title="合成一份"
          onClose={() => {
            setIsMerging(false);
          }}
        >
          <TextField label="两份都在下面，请改成一份" initial={text} lines="many" onType={setText} />
          <View className="below-3">
            <Button
              isBlock
              onPress={() => {
                setIsMerging(false);
                onChoose({ side: 'merged', text });
              }}
            >
              就用这份
            </Button>
          </View>
        </Sheet>
      ) : null}
    </>
  );
}

function placeOf(conflict: DraftConflict, keeper: DraftKeeper, form: ReportForm): string {
  const { heading, place, field } = describePath(conflict.path, keeper.content, form);
  return factsInLine(heading, place, field);
}

function Differences({ report }: { readonly report: ReportView }) {
  const keeper = useKeeper();
  const conflicts = useDraftValue((draft) => draft.conflicts);
  const [choices, setChoices] = useState<Choices>({});
  const chosen = conflicts.filter(({ path }) => choices[path] !== undefined);
  const left = conflicts.length - chosen.length;
  const use = () => {
    for (const conflict of chosen) {
      const choice = choices[conflict.path];
      if (choice !== undefined) choose(keeper, report.id, conflict, choice);
    }
    void keeper.send();
    if (left > 0) showToast(`还有${String(left)}处没选`);
    else goBack();
  };
  const bar = (
    <StickyBar
      title={
        left === 0 ? `${String(chosen.length)}处都选好了` : `选好${String(chosen.length)}处，还有${String(left)}处`
      }
      note="其余各段已合好"
    >
      <Button onPress={use}>用选好的</Button>
    </StickyBar>
  );
  return (
    <Screen
      title={`${formatPeriod(report.period)}${report.title}`}
      section="work"
      top={<SaveLine icon="info" isWarning text="另一台设备改过，看看不同" aside={<View>两份都留着</View>} />}
      {...(conflicts.length === 0 ? {} : { bar })}
    >
      {conflicts.length === 0 ? (
        <StateView icon="todo" tone="done" title="都选好了" verb={{ label: '回去接着填', onPress: goBack }} />
      ) : (
        <>
          <View className="page-head">
            <Heading level={2} className="t-1">{`有${String(conflicts.length)}处两份不同，请选`}</Heading>
            <View className="t-s c-ink-2">同一处在两台设备上都改了。</View>
          </View>
          {conflicts.map((conflict, index) => (
            <One
              key={conflict.path}
              conflict={conflict}
              number={index + 1}
              place={placeOf(conflict, keeper, report.form)}
              choice={choices[conflict.path]}
              onChoose={(choice) => {
                setChoices((all) => ({ ...all, [conflict.path]: choice }));
              }}
            />
          ))}
          <View className="below-3">
            <Footnote>没选的那份存进“历次改动”，30天内找得回。</Footnote>
          </View>
        </>
      )}
    </Screen>
  );
}

function WithDraft({ report }: { readonly report: ReportView }) {
  const keeper = useDraftKeeper(report);
  return (
    <DraftProvider value={keeper}>
      <Differences report={report} />
    </DraftProvider>
  );
}

/** Two devices wrote the same field: both texts, whole, and a choice for each. */
export function ReportConflictScreen({ reportId }: { readonly reportId: string }) {
  const query = useReport(reportId);
  if (query.data !== undefined) return <WithDraft report={query.data} />;
  return (
    <Screen title="月报" section="work">
      <Answered query={query}>{() => null}</Answered>
    </Screen>
  );
}
