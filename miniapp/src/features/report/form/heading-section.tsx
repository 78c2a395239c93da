import { REPORT_LIMITS, type Heading } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useDisplay } from '../../../platform/device/display';
import { newIdentifier } from '../../../platform/identifiers';
import { Button } from '../../../ui/button/button';
import { FieldError } from '../../../ui/field/field';
import { showToast } from '../../../ui/overlay/toast';
import { Pressable } from '../../../ui/pressable/pressable';
import { emptyItem } from '../draft/edit-content';
import { useDraftShape, useKeeper } from '../draft/use-draft';
import { CarryOver } from './carry-over';
import { DraftText } from './draft-text';
import { useWrong } from './form-context';
import { LedgerLine } from './ledger-offers';
import { ListedLine } from './listed-line';
import { elementIdOf } from './sections';
import { TargetPart } from './target';
import { WorkItemFields } from './work-item';
import './form.scss';

/** “本月无此项任务” with its reason, and the way back. */
function NonePart({ heading, reason }: { readonly heading: Heading; readonly reason: string }) {
  const keeper = useKeeper();
  const path = `headings/${heading.id}/noneReason`;
  return (
    <View>
      <View className="row between">
        <View className="t-strong">本月无此项任务</View>
        <Pressable
          className="text-link t-s c-brand"
          onPress={() => {
            keeper.replace(path, null);
          }}
        >
          改填工作
        </Pressable>
      </View>
      <ListedLine headingId={heading.id} isDenied />
      <DraftText
        path={path}
        label="原因"
        value={reason}
        limit={REPORT_LIMITS.reason}
        lines="many"
        placeholder="例如：全年任务已于4月完成"
      />
    </View>
  );
}

function AddWork({ heading, count }: { readonly heading: Heading; readonly count: number }) {
  const keeper = useKeeper();
  const { isWide } = useDisplay();
  const add = () => {
    const id = newIdentifier();
    if (count >= REPORT_LIMITS.itemsPerHeading) showToast(`最多${String(REPORT_LIMITS.itemsPerHeading)}条，请合并`);
    else keeper.change(`headings/${heading.id}/items/${id}`, emptyItem(id));
  };
  return (
    <View className="add-work">
      <Button look="plain" icon="plus" isBlock={!isWide} onPress={add}>
        {count === 0 ? '写第1条工作' : '再加一条工作'}
      </Button>
      {isWide ? null : <CarryOver headingId={heading.id} />}
      {count === 0 && heading.mayDeclareNone ? (
        <Pressable
          className="text-link t-body c-brand"
          onPress={() => {
            keeper.replace(`headings/${heading.id}/noneReason`, '');
          }}
        >
          本月无此项任务
        </Pressable>
      ) : null}
    </View>
  );
}

/** One task heading: its figures if it asks for any, its pieces of work, or why there is none this month. */
export function HeadingSection({ heading }: { readonly heading: Heading }) {
  const keeper = useKeeper();
  useDraftShape();
  const { isWide } = useDisplay();
  const path = `headings/${heading.id}`;
  const wrong = useWrong(path);
  const content = keeper.content.headings.find(({ id }) => id === heading.id);
  if (content === undefined) return null;
  if (content.noneReason !== null) return <NonePart heading={heading} reason={content.noneReason} />;
  return (
    <View id={elementIdOf(path)}>
      {heading.target === null ? null : <TargetPart heading={heading} target={heading.target} />}
      {content.items.map((item, index) => (
        <WorkItemFields key={item.id} headingId={heading.id} item={item} index={index} />
      ))}
      {wrong === null ? null : <FieldError>{wrong}</FieldError>}
      {isWide ? null : <LedgerLine headingId={heading.id} />}
      <ListedLine headingId={heading.id} isDenied={false} />
      <AddWork heading={heading} count={content.items.length} />
    </View>
  );
}
