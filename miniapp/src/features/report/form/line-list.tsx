import { lineLabel, REPORT_LIMITS } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useDisplay } from '../../../platform/device/display';
import { newIdentifier } from '../../../platform/identifiers';
import { Button } from '../../../ui/button/button';
import { FieldError } from '../../../ui/field/field';
import { Heading } from '../../../ui/heading/heading';
import { showToast } from '../../../ui/overlay/toast';
import { Pressable } from '../../../ui/pressable/pressable';
import { useDraftShape, useKeeper } from '../draft/use-draft';
import { DraftText } from './draft-text';
import { CarryOver } from './carry-over';
import { useWrong } from './form-context';
import { elementIdOf } from './sections';
import './form.scss';

const WORDS = {
  problems: { label: '存在的问题', add: '再加一个问题', first: '写第1个问题', empty: '没有问题就写“无”。' },
  plans: { label: '下月工作计划', add: '再加一项计划', first: '写第1项计划', empty: '下月会摆在您旁边，照着写。' },
} as const;

/** The problems, or next month's plan: a list of texts. */
export function LineList({ list }: { readonly list: 'problems' | 'plans' }) {
  const keeper = useKeeper();
  useDraftShape();
  const wrong = useWrong(list);
  const { isWide } = useDisplay();
  const lines = keeper.content[list];
  const words = WORDS[list];
  return (
    <View id={elementIdOf(list)}>
      {lines.map((line, index) => (
        <View key={line.id} className="work-item">
          <View className="row between">
            <Heading level={3} className="t-strong">
              {lineLabel(index)}
            </Heading>
            <Pressable
              className="text-link t-s c-brand"
              label={`删除${lineLabel(index)}`}
              onPress={() => {
                keeper.change(`${list}/${line.id}`, null);
              }}
            >
              删除
            </Pressable>
          </View>
          <DraftText
            path={`${list}/${line.id}`}
            label={words.label}
            value={line.text}
            limit={REPORT_LIMITS.text}
            lines="many"
            isLabelHidden
          />
        </View>
      ))}
      {lines.length === 0 ? <View className="t-s c-ink-2">{words.empty}</View> : null}
      {wrong === null ? null : <FieldError>{wrong}</FieldError>}
      <View className="add-work">
        <Button
          look="plain"
          icon="plus"
          isBlock
          onPress={() => {
            if (lines.length >= REPORT_LIMITS.linesPerList) showToast(`最多${String(REPORT_LIMITS.linesPerList)}条`);
            else keeper.change(`${list}/${newIdentifier()}`, '');
          }}
        >
          {lines.length === 0 ? words.first : words.add}
        </Button>
        {list === 'plans' && !isWide ? <CarryOver headingId={null} /> : null}
      </View>
    </View>
  );
}
