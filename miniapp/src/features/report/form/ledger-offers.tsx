import { quoted } from '@jiannuo/shared/kernel';
import {
  carryIn,
  diffContent,
  offerStanding,
  REPORT_LIMITS,
  type LedgerItem,
  type OfferStanding,
  type WorkItem,
} from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { openPage } from '../../../platform/navigation';
import { readStored, writeStored } from '../../../platform/storage';
import { Button } from '../../../ui/button/button';
import { Heading } from '../../../ui/heading/heading';
import { Icon } from '../../../ui/icon/icon';
import { showToast } from '../../../ui/overlay/toast';
import { Pressable } from '../../../ui/pressable/pressable';
import { StatusWord } from '../../../ui/status/status-word';
import type { DraftKeeper } from '../draft/draft-keeper';
import { useDraftShape, useDraftValue, useKeeper } from '../draft/use-draft';
import { useForm } from './form-context';
import './form.scss';

interface Offer {
  readonly offered: LedgerItem;
  readonly standing: OfferStanding;
  /** Whether carrying it in would change the draft. */
  readonly isWaiting: boolean;
}

const FIELDS = [
  ['title', '标题'],
  ['work', '具体工作内容'],
  ['result', '工作成果'],
] as const;

/** What the ledger offers under a heading, and how each piece stands beside the draft as typed now. */
function useOffers(headingId: string): readonly Offer[] {
  const { ledgerOffers } = useForm();
  const keeper = useKeeper();
  // The heading as kept changes with every stroke in it, and with nothing else.
  const heading = useDraftValue(({ content }) => content.headings.find(({ id }) => id === headingId));
  if (heading?.noneReason !== null) return [];
  return ledgerOffers
    .filter((offered) => offered.headingId === headingId)
    .map((offered) => ({
      offered,
      standing: offerStanding(keeper.content, offered),
      isWaiting: carryIn(keeper.content, [offered]) !== keeper.content,
    }));
}

/** Carries pieces in by the shared decision: typed text is never overwritten. */
function bringIn(keeper: DraftKeeper, items: readonly LedgerItem[]): void {
  const next = carryIn(keeper.content, items);
  if (next.headings.some(({ items: within }) => within.length > REPORT_LIMITS.itemsPerHeading)) {
    showToast(`最多${String(REPORT_LIMITS.itemsPerHeading)}条，请合并`);
    return;
  }
  for (const { path, to } of diffContent(keeper.content, next)) keeper.replace(path, to as WorkItem | string | null);
  showToast('带进来了');
}

/** On phones a quiet line in a heading's section: what the ledger has done that is not in the report yet (M1). */
export function LedgerLine({ headingId }: { readonly headingId: string }) {
  const keeper = useKeeper();
  const waiting = useOffers(headingId).filter(({ isWaiting }) => isWaiting);
  if (waiting.length === 0) return null;
  return (
    <View className="row between">
      <View className="t-s c-ink-2 grow">
        {`台账里完成了${String(waiting.length)}项，没带进来：${waiting.map(({ offered }) => offered.item.title).join('、')}`}
      </View>
      <Pressable
        className="text-link gap-3 t-s c-brand"
        label="把台账里完成的带进来"
        onPress={() => {
          bringIn(
            keeper,
            waiting.map(({ offered }) => offered),
          );
        }}
      >
        <Icon name="plus" size="small" />
        带进来
      </Pressable>
    </View>
  );
}

/** Above the headings: everything that the ledger has done and the report has not, in one tap (M1). */
export function LedgerAll() {
  const { ledgerOffers } = useForm();
  const keeper = useKeeper();
  useDraftShape();
  const waiting = ledgerOffers.filter((offered) => carryIn(keeper.content, [offered]) !== keeper.content);
  if (waiting.length < 2) return null;
  return (
    <View className="ledger-all row between">
      <View className="t-s c-ink-2 grow">{`台账里完成了${String(waiting.length)}项，没带进来`}</View>
      <Pressable
        className="text-link t-s c-brand"
        onPress={() => {
          bringIn(keeper, waiting);
        }}
      >
        <Icon name="plus" size="small" />
        全部带进来
      </Pressable>
    </View>
  );
}

function itemIn(keeper: DraftKeeper, { headingId, item }: LedgerItem): WorkItem | undefined {
  return keeper.content.headings.find(({ id }) => id === headingId)?.items.find(({ id }) => id === item.id);
}

/** What the officer put otherwise than the ledger: the ledger's words, to be taken or left. */
function Differing({ offered }: { readonly offered: LedgerItem }) {
  const keeper = useKeeper();
  const { headingId, item } = offered;
  const typed = itemIn(keeper, offered);
  const name = `ledger-offer/${item.id}`;
  const [kept, setKept] = useState(() => readStored<WorkItem>(name));
  const facts = FIELDS.filter(([field]) => typed !== undefined && typed[field] !== item[field]);
  const isKept = kept !== null && FIELDS.every(([field]) => kept[field] === item[field]);
  if (facts.length === 0 || isKept) return <StatusWord shape="done">已带入</StatusWord>;
  return (
    <View>
      <StatusWord shape="gap">和您填的不一样</StatusWord>
      {facts.map(([field, label]) => (
        <View className="t-s reading-text" key={field}>{`${label}：${item[field] === '' ? '没写' : item[field]}`}</View>
      ))}
      <View className="row">
        <Button
          look="plain"
          onPress={() => {
            for (const [field] of facts) keeper.replace(`headings/${headingId}/items/${item.id}/${field}`, item[field]);
            showToast('用了台账的');
          }}
        >
          用台账的
        </Button>
        <Button
          look="link"
          onPress={() => {
            writeStored(name, item);
            setKept(item);
          }}
        >
          我填的对
        </Button>
      </View>
    </View>
  );
}

function RailRow({ offer }: { readonly offer: Offer }) {
  const keeper = useKeeper();
  const { offered, standing, isWaiting } = offer;
  const { title, evidence } = offered.item;
  return (
    <View className="plan-row">
      <View className="t-body reading-text">{title}</View>
      <View className="t-s c-ink-2">{evidence.length === 0 ? '没有佐证' : `佐证${String(evidence.length)}份`}</View>
      {isWaiting ? (
        <View className="row between">
          <View className="t-s c-ink-2">{standing === 'absent' ? '没带进来' : '台账里改了'}</View>
          <Pressable
            className="text-link t-s c-brand"
            label={`把${quoted(title)}带进来`}
            onPress={() => {
              bringIn(keeper, [offered]);
            }}
          >
            <Icon name="plus" size="small" />
            带进来
          </Pressable>
        </View>
      ) : null}
      {standing === 'same' ? <StatusWord shape="done">已带入</StatusWord> : null}
      {standing === 'edited' && !isWaiting ? <Differing offered={offered} /> : null}
    </View>
  );
}

/** On wide windows what the ledger has done under the heading stands beside it, with what differs (M1). */
export function LedgerRail({ headingId }: { readonly headingId: string }) {
  const { period } = useForm();
  const offers = useOffers(headingId);
  if (offers.length === 0) return null;
  return (
    <View className="ledger-offers">
      <View className="row between">
        <Heading level={2} className="t-2">
          台账里完成的
        </Heading>
        <Pressable
          role="link"
          className="text-link t-s c-brand"
          onPress={() => {
            openPage('ledger', { period });
          }}
        >
          看台账
        </Pressable>
      </View>
      {offers.map((offer) => (
        <RailRow key={offer.offered.item.id} offer={offer} />
      ))}
    </View>
  );
}
