import { quoted } from '@jiannuo/shared/kernel';
import {
  carryOverPlans,
  headingMark,
  lineLabel,
  REPORT_LIMITS,
  type HeadingContent,
  type ReportForm,
  type WorkItem,
} from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { newIdentifier } from '../../../platform/identifiers';
import { scrollToElement } from '../../../platform/navigation';
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
import { elementIdOf, type Section } from './sections';

interface PlanLine {
  readonly id: string;
  readonly text: string;
}

/** Where a plan line was written into this month's work, by heading and number, or null. */
function writtenAs(headings: readonly HeadingContent[], item: WorkItem | undefined, form: ReportForm): string | null {
  if (item === undefined) return null;
  for (const { id, items } of headings) {
    const index = items.findIndex(({ title }) => title === item.title);
    const heading = form.headings.find((task) => task.id === id);
    if (index >= 0 && heading !== undefined) return `写进${headingMark(heading)}${lineLabel(index)}`;
  }
  return null;
}

function isEmpty({ title, work, result, evidence }: WorkItem): boolean {
  return title + work + result === '' && evidence.length === 0;
}

/** Writes a plan line into the first piece of work that is still empty, or into a new one, and shows it. */
function carry(keeper: DraftKeeper, headingId: string, plan: PlanLine): void {
  const heading = keeper.content.headings.find(({ id }) => id === headingId);
  const [item] = carryOverPlans([plan], newIdentifier);
  if (item === undefined || heading === undefined) return;
  const empty = heading.items.find(isEmpty);
  if (empty === undefined && heading.items.length >= REPORT_LIMITS.itemsPerHeading) {
    showToast(`最多${String(REPORT_LIMITS.itemsPerHeading)}条，请合并`);
    return;
  }
  const path = `headings/${headingId}/items/${empty?.id ?? item.id}`;
  if (empty === undefined) keeper.change(path, item);
  else for (const text of ['title', 'work'] as const) keeper.replace(`${path}/${text}`, item[text]);
  scrollToElement(elementIdOf(path));
  showToast('带进来了');
}

function PlanRow({
  plan,
  headingId,
  onDone,
}: {
  readonly plan: PlanLine;
  /** The heading to write it into; null where it is only for reading. */
  readonly headingId: string | null;
  readonly onDone?: () => void;
}) {
  const keeper = useKeeper();
  const { form } = useForm();
  useDraftShape();
  const [asItem] = carryOverPlans([plan], () => '');
  const written = writtenAs(keeper.content.headings, asItem, form);
  return (
    <View className="plan-row">
      <View className="t-body reading-text">{plan.text}</View>
      {written === null ? (
        <View className="row between">
          <View className="t-s c-ink-2">还没写</View>
          {headingId === null ? null : (
            <Pressable
              className="text-link t-s c-brand"
              label={`把${quoted(plan.text)}带进来`}
              onPress={() => {
                onDone?.();
                carry(keeper, headingId, plan);
              }}
            >
              <Icon name="plus" size="small" />
              带进来
            </Pressable>
          )}
        </View>
      ) : (
        <StatusWord shape="done">{written}</StatusWord>
      )}
    </View>
  );
}

/** Last month's plan on wide windows: beside this month's work to be written into it, beside the next plan to be read. */
export function PreviousPlans({ section }: { readonly section: Section | undefined }) {
  const { previousPlans, previousMonth } = useForm();
  const headingId = section?.heading?.id ?? null;
  if (previousPlans.length === 0 || (headingId === null && section?.id !== 'plans')) return null;
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
export function CarryOver({ headingId }: { readonly headingId: string | null }) {
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
