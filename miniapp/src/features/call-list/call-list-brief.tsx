import type { CallRow } from '@jiannuo/shared/notifications';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { callPhone } from '../../platform/device/phone-call';
import { openPage } from '../../platform/navigation';
import { Heading } from '../../ui/heading/heading';
import { factsInLine } from '../../ui/ideographic-space';
import { Pressable } from '../../ui/pressable/pressable';
import { useCallList } from './api/load-call-list.api';
import './call-list.scss';
import { callTo, countOf, isToCall, nameOf, numberOf } from './call-words';
import { ResultSheet } from './result-sheet';

const SHOWN = 4;

interface BriefRowProps {
  readonly row: CallRow;
  /** Whether it has to say what the call is about: the calls are not all about the same. */
  readonly namesMatter: boolean;
  readonly onResult: () => void;
}

function BriefRow({ row, namesMatter, onResult }: BriefRowProps) {
  const call = () => {
    callPhone(row.phone);
  };
  const words = (
    <>
      <View className="t-s">{row.unitName}</View>
      {namesMatter ? <View className="t-xs c-ink-2">{row.about}</View> : null}
      <View className="t-xs c-ink-2">{nameOf(row)}</View>
      <View className="t-xs c-ink-2 call-brief-phone">{numberOf(row)}</View>
    </>
  );
  return (
    <View className="call-brief-row row">
      {row.phone === '' ? (
        <View className="grow">{words}</View>
      ) : (
        <Pressable
          role="link"
          className="grow"
          label={`打电话给${factsInLine(row.unitName, namesMatter ? row.about : '', callTo(row))}`}
          onPress={call}
        >
          {words}
        </Pressable>
      )}
      <Pressable className="call-verb t-s c-brand" label={`${row.unitName}，记结果`} onPress={onResult}>
        记结果
      </Pressable>
    </View>
  );
}

/** The first of those to be called, for a place beside something else. Shows nothing while nobody is to be called. */
export function CallListBrief() {
  const query = useCallList();
  const [noted, setNoted] = useState<CallRow | null>(null);
  const open = query.data?.rows.filter(isToCall) ?? [];
  if (open.length === 0) return null;
  const [matter = '', ...others] = new Set(open.map(({ about }) => about));
  const isOneMatter = others.length === 0;
  return (
    <View className="call-brief">
      <Heading level={2} className="t-2">{`要打电话的 ${countOf(open)}`}</Heading>
      <View className="t-xs c-ink-2">{isOneMatter ? `${matter}，微信提醒没送达` : '微信提醒没送达'}</View>
      {open.slice(0, SHOWN).map((row) => (
        <BriefRow
          key={row.reminderId}
          row={row}
          namesMatter={!isOneMatter}
          onResult={() => {
            setNoted(row);
          }}
        />
      ))}
      <Pressable
        role="link"
        className="call-verb t-s c-brand"
        onPress={() => {
          openPage('call-list');
        }}
      >
        {open.length > SHOWN ? `还有${String(open.length - SHOWN)}个，看全部` : '看电话名单'}
      </Pressable>
      {noted === null ? null : (
        <ResultSheet
          row={noted}
          onClose={() => {
            setNoted(null);
          }}
        />
      )}
    </View>
  );
}
