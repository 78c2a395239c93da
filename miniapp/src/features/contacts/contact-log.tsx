import {
  CONTACT_CHANNEL_NAMES,
  isUncontacted,
  type ContactLogView,
  type ContactView,
} from '@jiannuo/shared/coordination';
import { beijingDate, formatDay, formatPeriod, periodOf, quoted } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card, GroupTitle } from '../../ui/card/card';
import { factsInLine } from '../../ui/ideographic-space';
import { Pressable } from '../../ui/pressable/pressable';
import { StatusWord } from '../../ui/status/status-word';
import { STANDING_SHAPES } from './coverage-words';
import { StrikeSheet } from './strike-sheet';

interface LineProps {
  readonly contact: ContactView;
  /** Left out where the log is only read. */
  readonly onStrike?: (contact: ContactView) => void;
}

function originOf({ source, byName, contactedOn, recordedAt }: ContactView): string {
  if (source === 'call-list') return `来自电话名单，${byName}打的`;
  const day = beijingDate(recordedAt);
  return day === contactedOn ? `${byName}当天记` : `${byName}${formatDay(day)}补记`;
}

function Line({ contact, onStrike }: LineProps) {
  const { contactedOn, channel, subject, result, struck, source } = contact;
  const isOpen = struck === null;
  return (
    <View className="contact-line">
      <View className="t-s c-ink-2">{factsInLine(formatDay(contactedOn), CONTACT_CHANNEL_NAMES[channel])}</View>
      <View className={`t-strong ${/^[“（]/.test(subject) ? 'hangs' : ''} ${isOpen ? '' : 'is-struck c-ink-2'}`}>
        {subject}
      </View>
      {result === '' ? null : <View className={`t-body contact-result ${isOpen ? '' : 'c-ink-2'}`}>{result}</View>}
      <View className="row row-wrap between">
        <View className="t-xs c-ink-2">{originOf(contact)}</View>
        {isOpen && source === 'entry' && onStrike !== undefined ? (
          <Pressable
            className="contact-verb t-s c-brand"
            label={`划掉${formatDay(contactedOn)}的${quoted(subject)}`}
            onPress={() => {
              onStrike(contact);
            }}
          >
            划掉
          </Pressable>
        ) : null}
      </View>
      {isOpen ? null : (
        <View className="below-1">
          <StatusWord shape="waived">{`划掉了，不算：${struck.reason}`}</StatusWord>
          <View className="t-xs c-ink-2">{`${struck.byName}，${formatDay(beijingDate(struck.at))}`}</View>
        </View>
      )}
    </View>
  );
}

interface ContactLogProps {
  readonly log: ContactLogView;
  readonly mayStrike: boolean;
}

/** A unit's contacts, the latest month first; months without any say so. */
export function ContactLog({ log, mayStrike }: ContactLogProps) {
  const [struck, setStruck] = useState<ContactView | null>(null);
  const current = periodOf(beijingDate(log.serverNow));
  const months = log.periods.filter((period) => period <= current).reverse();
  return (
    <>
      {months.map((period) => {
        const contacts = log.contacts.filter(({ contactedOn }) => periodOf(contactedOn) === period);
        const cell = log.cells[log.periods.indexOf(period)];
        const isLacking = cell !== undefined && isUncontacted(cell.standing);
        return (
          <View key={period}>
            <GroupTitle>
              {cell === undefined || isLacking
                ? formatPeriod(period)
                : `${formatPeriod(period)} ${String(cell.count)}次`}
            </GroupTitle>
            {contacts.length === 0 && !isLacking ? null : (
              <Card fit="rows">
                {isLacking ? (
                  <View className="contact-line">
                    <StatusWord shape={STANDING_SHAPES[cell.standing]}>
                      {cell.standing === 'gap' ? '这个月没联系' : '这个月还没联系'}
                    </StatusWord>
                  </View>
                ) : null}
                {contacts.map((contact) => (
                  <Line key={contact.id} contact={contact} {...(mayStrike ? { onStrike: setStruck } : {})} />
                ))}
              </Card>
            )}
          </View>
        );
      })}
      {struck === null ? null : (
        <StrikeSheet
          contact={struck}
          onClose={() => {
            setStruck(null);
          }}
        />
      )}
    </>
  );
}
