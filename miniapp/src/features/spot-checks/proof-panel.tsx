import { commitmentOf, drawScript, drawUnits, type DrawView, type SpotCheckView } from '@jiannuo/shared/spot-checks';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { copyText } from '../../platform/device/clipboard';
import { useDisplay } from '../../platform/device/display';
import { Button } from '../../ui/button/button';
import { Heading } from '../../ui/heading/heading';
import { showToast } from '../../ui/overlay/toast';
import { StatusWord } from '../../ui/status/status-word';

/** What this device comes to by itself, and whether it is what was announced. */
interface Computed {
  readonly commitment: string;
  readonly names: readonly string[];
  readonly isSame: boolean;
}

function compute({ commitment, units, mostMonths }: SpotCheckView, draw: DrawView): Computed {
  const own = commitmentOf(draw.seed);
  const names = drawUnits(draw.seed, draw.candidates, { units, mostMonths }).map(({ unitName }) => unitName);
  const announced = draw.drawn.map(({ unitName }) => unitName);
  return { commitment: own, names, isSame: own === commitment && names.join() === announced.join() };
}

interface ProofPanelProps {
  readonly view: SpotCheckView;
  readonly draw: DrawView;
}

/** 自己算一遍: the script for any computer, and the same computed on this device. */
export function ProofPanel({ view, draw }: ProofPanelProps) {
  const { isWide } = useDisplay();
  const [computed, setComputed] = useState<Computed | null>(null);
  const script = drawScript({ mostMonths: view.mostMonths, ...draw });
  const copy = async () => {
    showToast((await copyText(script)) ? '复制了' : '没复制成，请选中文字复制');
  };
  return (
    <View className="draw-proof">
      <Heading level={2} className="t-strong">
        自己算一遍
      </Heading>
      <View className="t-s c-ink-2">复制到任何一台装了Python的电脑，不用联网。</View>
      <View className="draw-script">
        {script
          .trimEnd()
          .split('\n')
          .map((line, index) => (
            <View key={String(index)}>{line.replace(/^ +/, (blanks) => '\u00A0'.repeat(blanks.length))}</View>
          ))}
      </View>
      <View className="draw-verbs">
        <View className="draw-verb">
          <Button look="plain" icon="copy" isBlock onPress={() => void copy()}>
            复制脚本
          </Button>
        </View>
        <View className="draw-verb">
          <Button
            isBlock
            onPress={() => {
              setComputed(compute(view, draw));
            }}
          >
            {isWide ? '在这台电脑上算' : '在手机上算'}
          </Button>
        </View>
      </View>
      {computed === null ? null : <ComputedPart computed={computed} />}
    </View>
  );
}

function ComputedPart({ computed: { commitment, names, isSame } }: { readonly computed: Computed }) {
  return (
    <View className="draw-computed" {...(IS_BROWSER ? { role: 'status' } : {})}>
      <View className="row between">
        <View className="t-s is-bold">算出来</View>
        <StatusWord shape={isSame ? 'done' : 'late'} isBold>
          {isSame ? '和公布的一致' : '和公布的不一致'}
        </StatusWord>
      </View>
      <View className="draw-hash is-plain">{commitment}</View>
      {names.map((name) => (
        <View className="t-s" key={name}>
          {name}
        </View>
      ))}
      <View className="t-s c-ink-2 below-3">有一个字对不上，就说明记录被改过，请打电话给市专班。</View>
    </View>
  );
}
