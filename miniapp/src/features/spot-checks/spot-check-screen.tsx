import { formatPeriod, type Period } from '@jiannuo/shared/kernel';
import type { SpotCheckView } from '@jiannuo/shared/spot-checks';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useDisplay } from '../../platform/device/display';
import { openPage } from '../../platform/navigation';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { Button } from '../../ui/button/button';
import { MonthSwitch } from '../../ui/due/month-switch';
import { FieldError } from '../../ui/field/field';
import { Heading } from '../../ui/heading/heading';
import { Dialog } from '../../ui/overlay/dialog';
import { Screen } from '../../ui/screen/screen';
import { Answered } from '../../ui/state/state-view';
import { takeStep } from './api/take-step.api';
import { useSpotCheck } from './api/load-spot-check.api';
import { DrawSteps } from './draw-steps';
import { headline } from './draw-words';
import { ProofPanel } from './proof-panel';
import './spot-checks.scss';

/** 抽查摇号: a month's draw, how it came about, and the means to compute it again; the same for every unit. */
export function SpotCheckScreen() {
  const [period, setPeriod] = useState<Period | null>(null);
  const { isWide } = useDisplay();
  const query = useSpotCheck(period);
  const view = query.data;
  const proof = view?.draw == null ? null : <ProofPanel key={view.period} view={view} draw={view.draw} />;
  return (
    <Screen
      title={view === undefined ? '抽查摇号' : `${formatPeriod(view.period)}抽查摇号`}
      section="spot-checks"
      isTopLevel
      isOnSurface
      isRailWork
      {...(view === undefined ? {} : { top: <Months view={view} onTurn={setPeriod} /> })}
      {...(isWide && proof !== null ? { rail: proof } : {})}
    >
      <Answered query={query}>
        {(data) => (
          <View className="draw-page">
            <Headline view={data} />
            <DrawSteps view={data} />
            <Step key={data.period} view={data} />
            {data.draw === null ? null : <FindingsVerb period={data.period} />}
            {isWide ? null : proof}
          </View>
        )}
      </Answered>
    </Screen>
  );
}

function Headline({ view }: { readonly view: SpotCheckView }) {
  const { title, below } = headline(view);
  return (
    <View className="draw-head row row-wrap row-baseline">
      <Heading level={2} className="t-1">
        {title}
      </Heading>
      <View className="draw-below t-s c-ink-2">{below}</View>
    </View>
  );
}

function Months({ view, onTurn }: { readonly view: SpotCheckView; readonly onTurn: (period: Period) => void }) {
  const periods = view.months.map((month) => month.period);
  const index = periods.indexOf(view.period);
  return (
    <View className="row between draw-top">
      <View className="t-s c-ink-2">各县都能看这一页</View>
      <MonthSwitch previous={periods[index - 1] ?? null} next={periods[index + 1] ?? null} onTurn={onTurn} />
    </View>
  );
}

function FindingsVerb({ period }: { readonly period: Period }) {
  return (
    <View className="draw-findings">
      <Button
        look="weak"
        icon="flag"
        onPress={() => {
          openPage('spot-checks/findings', { id: period });
        }}
      >
        抽查结果
      </Button>
    </View>
  );
}

const STEPS = {
  announce: { verb: '公布承诺', title: '现在公布承诺？', line: '公布后谁也不能再换种子。' },
  draw: { verb: '揭示种子、摇号', title: '现在摇号？', line: '种子揭示后，结果不能再变，各县都看得到。' },
} as const;

/** The lead unit's next step, once asked and once more to be sure. */
function Step({ view }: { readonly view: SpotCheckView }) {
  const { error, run } = useWrite(QUERY_KEYS.spotChecks);
  const [isAsking, setIsAsking] = useState(false);
  const step = view.actions.find((action) => action === 'announce' || action === 'draw');
  if (step !== 'announce' && step !== 'draw') return null;
  const { verb, title, line } = STEPS[step];
  const close = () => {
    setIsAsking(false);
  };
  return (
    <View className="draw-step">
      <Button
        onPress={() => {
          setIsAsking(true);
        }}
      >
        {verb}
      </Button>
      {error === null ? null : <FieldError>{error.sentence}</FieldError>}
      {isAsking ? (
        <Dialog
          title={title}
          verb={verb}
          onClose={close}
          onConfirm={() => {
            close();
            const wish = { period: view.period };
            void run({ step, ...wish }, (key) => takeStep(step, wish, key));
          }}
        >
          {line}
        </Dialog>
      ) : null}
    </View>
  );
}
