import {
  carryOverPlans,
  lineLabel,
  REPORT_LIMITS,
  type HeadingContent,
  type WorkItem,
} from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { newIdentifier } from '../../../platform/identifiers';
import { Heading } from '../../../ui/heading/heading';
import { Icon } from '../../../ui/icon/icon';
import { Sheet } from '../../../ui/overlay/dialog';
import { showToast } from '../../../ui/overlay/toast';
import { Pressable } from '../../../ui/pressable/pressable';
import { StatusWord } from '../../../ui/status/status-word';
import type { DraftKeeper } from '../draft/draft-keeper';
import { useDraftShape, useKeeper } from '../draft/use-draft';
import { useForm } from './form-context';
import './form.scss';

interface PlanLine {
  readonly id: string;
  readonly text: string;
}

/** Where a plan line was written into this month's work, or null. */
function writtenAs(headings: readonly HeadingContent[], item: WorkItem | undefined): string | null {
  if (item === undefined) return null;
  for (const heading of headings) {
    const index = heading.items.findIndex(({ title }) => title === item.title);
    if (index >= 0) return `写进${lineLabel(index)}`;
  }
  return null;
}

function carry(keeper: DraftKeeper, headingId: string, plan: PlanLine): void {
  const heading = keeper.content.headings.find(({ id }) => id === headingId);
  const [item] = carryOverPlans([plan], newIdentifier);
  if (item === undefined || heading === undefined) return;
  if (heading.items.length >= REPORT_LIMITS.itemsPerHeading) {
    showToast(`最多${String(REPORT_LIMITS.itemsPerHeading)}条，请合并`);
    return;
  }
  keeper.change(`headings/${headingId}/items/${item.id}`, item);
  showToast('带进来了');
}

function PlanRow({
  plan,
  headingId,
  onDone,
}: {
  readonly plan: PlanLine;
  readonly headingId: string;
  readonly onDone?: () => void;
}) {
  const keeper = useKeeper();
  useDraftShape();
  const [asItem] = carryOverPlans([plan], () => '');
  const written = writtenAs(keeper.content.headings, asItem);
  return (
    <View className="plan-row">
      <View className="t-body reading-text">{plan.text}</View>
      {written === null ? (
        <View className="row between">
          <View className="t-s c-ink-2">还没写</View>
          <Pressable
            className="text-link t-s c-brand"
            label={`把“${plan.text}”带进来`}
            onPress={() => {
              carry(keeper, headingId, plan);
              onDone?.();
            }}
          >
            <Icon name="plus" size="small" />
            带进来
          </Pressable>
        </View>
      ) : (
        <StatusWord shape="done">{written}</StatusWord>
      )}
    </View>
  );
}

/** Last month's plan beside this month's work, on wide windows. */
export function PreviousPlans({ headingId }: { readonly headingId: string | null }) {
  const { previousPlans, previousMonth } = useForm();
  if (previousPlans.length === 0 || headingId === null) return null;
  return (
    <View>
      <Heading level={2} className="t-2">{`${previousMonth}写的下月计划`}</Heading>
      {previousPlans.map((plan) => (
        <PlanRow key={plan.id} plan={plan} headingId={headingId} />
      ))}
    </View>
  );
}

/** On phones last month's plan comes up on request, and a line of it is carried over on request. */
export function CarryOver({ headingId }: { readonly headingId: string }) {
  const { previousPlans, previousMonth } = useForm();
  const [isOpen, setIsOpen] = useState(false);
  if (previousPlans.length === 0) return null;
  const close = () => {
    setIsOpen(false);
  };
  return (
    <View>
      <Pressable
        className="text-link t-body c-brand"
        onPress={() => {
          setIsOpen(true);
        }}
      >
        <Icon name="book" />
        {`看${previousMonth}写的计划，${String(previousPlans.length)}条`}
      </Pressable>
      {isOpen ? (
        <Sheet title={`${previousMonth}写的下月计划`} onClose={close}>
          {previousPlans.map((plan) => (
            <PlanRow key={plan.id} plan={plan} headingId={headingId} onDone={close} />
          ))}
        </Sheet>
      ) : null}
    </View>
  );
}
