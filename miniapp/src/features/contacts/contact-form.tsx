import {
  CONTACT_CHANNEL_NAMES,
  CONTACT_CHANNELS,
  contactDays,
  COORDINATION_MESSAGES,
  decideContact,
  type CoverageView,
} from '@jiannuo/shared/coordination';
import { formatDay, type Period, type Refusal } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { beijingToday, now } from '../../platform/clock';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { Button } from '../../ui/button/button';
import { Choice, DateField } from '../../ui/field/choice';
import { FieldError, TextField } from '../../ui/field/field';
import { showToast } from '../../ui/overlay/toast';
import { recordContact } from './api/record-contact.api';
import { SEVERAL, useContactDraft, type ContactDraft } from './contact-draft';
import { UnitPicker } from './unit-picker';

const CHANNELS = CONTACT_CHANNELS.map((value) => ({ value, label: CONTACT_CHANNEL_NAMES[value] }));

type Field = 'units' | 'date' | 'channel' | 'subject' | 'result';
type Faults = Partial<Record<Field, string>>;

/** Each refusal at the field it is about, in the server's own words. */
function faultsOf(refusals: readonly Refusal[]): Faults {
  const faults: Faults = {};
  for (const { code, facts } of refusals) {
    const field = /^coordination\.([a-z]+)/.exec(code)?.[1] as Field;
    faults[field] = COORDINATION_MESSAGES[code as keyof typeof COORDINATION_MESSAGES](facts);
  }
  return faults;
}

/** With whom: one unit, or those to be chosen from a month. */
type Partner =
  | { readonly kind: 'one'; readonly unitId: string }
  | { readonly kind: 'several'; readonly view: CoverageView; readonly period: Period };

interface ContactFormProps {
  readonly partner: Partner;
  readonly periods: readonly Period[];
  /** A month that is over asks for the day; the one that runs begins with today. */
  readonly startsToday: boolean;
  readonly onDone: () => void;
}

function emptyDraft({ partner, periods, startsToday }: ContactFormProps): ContactDraft {
  const { last } = contactDays(spanOf(periods), now());
  return {
    unitIds: partner.kind === 'one' ? [partner.unitId] : [],
    contactedOn: startsToday && beijingToday() <= last ? beijingToday() : '',
    channel: null,
    subject: '',
    result: '',
  };
}

function spanOf(periods: readonly Period[]) {
  return { firstPeriod: periods[0] ?? '', lastPeriod: periods.at(-1) ?? '' };
}

/** Writes a contact down and keeps what was typed until the server has it. */
function useRecording(props: ContactFormProps) {
  const { partner, periods, onDone } = props;
  const write = useWrite(QUERY_KEYS.contacts);
  const book = useContactDraft(partner.kind === 'one' ? partner.unitId : SEVERAL, emptyDraft(props));
  const [faults, setFaults] = useState<Faults>({});
  const send = async () => {
    const draft = book.current();
    const outcome = decideContact(draft, spanOf(periods), now());
    const isNobody = draft.unitIds.length === 0;
    const refusals = outcome.ok ? [] : outcome.refusals;
    setFaults(faultsOf(isNobody ? [{ code: 'coordination.units-missing', facts: {} }, ...refusals] : refusals));
    if (!outcome.ok || isNobody) return;
    const wish = { ...outcome.value, unitIds: draft.unitIds };
    if ((await write.run(wish, (key) => recordContact(wish, key))) === null) return;
    book.forget();
    showToast(draft.unitIds.length === 1 ? '记下了' : `记下了，${String(draft.unitIds.length)}家`);
    onDone();
  };
  const failure = write.error === null ? null : `${write.error.sentence}写的都在。`;
  return { book, faults, failure, send };
}

/** One contact: how, when, about what, what came of it. */
export function ContactForm(props: ContactFormProps) {
  const { partner, periods } = props;
  const { book, faults, failure, send } = useRecording(props);
  const { draft, change } = book;
  const { first, last } = contactDays(spanOf(periods), now());
  return (
    <View className="below-3">
      {partner.kind === 'several' ? (
        <UnitPicker
          view={partner.view}
          period={partner.period}
          chosen={draft.unitIds}
          error={faults.units ?? null}
          onChoose={(unitIds) => {
            change({ unitIds });
          }}
        />
      ) : null}
      <Choice
        label="怎么联络的"
        options={CHANNELS}
        value={draft.channel}
        onChoose={(channel) => {
          change({ channel });
        }}
      />
      {faults.channel === undefined ? null : <FieldError>{faults.channel}</FieldError>}
      <DateField
        label="哪天"
        value={draft.contactedOn}
        words={draft.contactedOn === '' ? '选日期' : formatDay(draft.contactedOn)}
        earliest={first}
        latest={last}
        error={faults.date ?? null}
        onChoose={(contactedOn) => {
          change({ contactedOn });
        }}
      />
      <TextField
        label="谈了什么事"
        initial={draft.subject}
        placeholder="例如催报月报、核对任务进度"
        error={faults.subject ?? null}
        onType={(subject) => {
          change({ subject }, true);
        }}
      />
      <TextField
        label="结果（可以不写）"
        initial={draft.result}
        lines="many"
        placeholder="例如20日前报，信易贷要市里协调"
        error={faults.result ?? null}
        onType={(result) => {
          change({ result }, true);
        }}
      />
      {failure === null ? null : <FieldError>{failure}</FieldError>}
      <View className="below-4">
        <Button isBlock onPress={() => void send()}>
          {draft.unitIds.length > 1 ? `记下这${String(draft.unitIds.length)}家` : '记下这次联络'}
        </Button>
      </View>
    </View>
  );
}
