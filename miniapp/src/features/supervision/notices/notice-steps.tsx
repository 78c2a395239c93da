import type { NoticeState } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { StatusWord, type StatusShape } from '../../../ui/status/status-word';

const STEPS = ['起草', '核对（另一人）', '签发'] as const;
const CURRENT: Readonly<Partial<Record<NoticeState, number>>> = { draft: 0, checking: 1, checked: 2 };

function shapeOf(step: number, current: number): StatusShape {
  if (step < current) return 'done';
  return step === current ? 'doing' : 'not-yet';
}

/** 起草—核对—签发: how far a notice has come before it goes out; nothing where it is out, or never will be. */
export function NoticeSteps({ state }: { readonly state: NoticeState }) {
  const current = CURRENT[state];
  if (current === undefined) return null;
  return (
    <View className="notice-steps">
      {STEPS.map((step, index) => (
        <View key={step} className="row">
          {index === 0 ? null : <View className="notice-steps-line" />}
          <StatusWord shape={shapeOf(index, current)} isBold={index === current}>
            {step}
          </StatusWord>
        </View>
      ))}
    </View>
  );
}
