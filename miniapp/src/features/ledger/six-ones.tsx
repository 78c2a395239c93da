import {
  LEDGER_LIMITS,
  OWN_ONES,
  SIX_ONES,
  SIX_ONES_LABELS,
  type LedgerRowView,
  type OneOfSix,
  type OwnOne,
} from '@jiannuo/shared/ledger';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { Button } from '../../ui/button/button';
import { FieldError, TextField } from '../../ui/field/field';
import { Icon } from '../../ui/icon/icon';
import { Sheet } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { Pressable } from '../../ui/pressable/pressable';
import { StatusWord } from '../../ui/status/status-word';
import { fillOnes } from './api/fill-ones.api';
import { gapWords } from './ledger-words';

interface SixOnesProps {
  readonly row: LedgerRowView;
  readonly unitName: string;
  /** Whether the reader may fill in what is missing. */
  readonly mayFill: boolean;
}

function isOwn(one: OneOfSix): one is OwnOne {
  return OWN_ONES.some((own) => own === one);
}

/** The six ones of a measure (art. 9): each there or named as missing, with the way to fill it in. */
export function SixOnes({ row, unitName, mayFill }: SixOnesProps) {
  const [filling, setFilling] = useState<OwnOne | null>(null);
  const { measure } = row;
  const gap = gapWords(measure);
  return (
    <View className="ledger-part">
      <View className="row between">
        <View className="t-strong">六个一</View>
        {gap === null ? (
          <View className="t-s c-ink-2">齐全</View>
        ) : (
          <StatusWord shape="gap" isBold>
            {gap}
          </StatusWord>
        )}
      </View>
      {SIX_ONES.map((one) => {
        const value = one === 'unitId' ? unitName : measure[one];
        return (
          <View className={`one-row ${value === '' ? 'is-missing' : ''}`} key={one}>
            <Icon name={value === '' ? 'gap' : 'check'} className={value === '' ? 'c-soon' : 'c-done'} />
            <View className="one-label t-s c-ink-2">{SIX_ONES_LABELS[one]}</View>
            <View className={`grow t-body ${value === '' ? 'is-bold c-soon' : ''}`}>
              {value === '' ? '没填' : value}
            </View>
            {value === '' && mayFill && isOwn(one) ? (
              <Pressable
                className="text-link t-body c-brand"
                label={`补上${SIX_ONES_LABELS[one]}`}
                onPress={() => {
                  setFilling(one);
                }}
              >
                补上
              </Pressable>
            ) : null}
          </View>
        );
      })}
      {filling === null ? null : (
        <FillSheet
          measureId={row.measureId}
          one={filling}
          onClose={() => {
            setFilling(null);
          }}
        />
      )}
    </View>
  );
}

interface FillSheetProps {
  readonly measureId: string;
  readonly one: OwnOne;
  readonly onClose: () => void;
}

function FillSheet({ measureId, one, onClose }: FillSheetProps) {
  const write = useWrite(QUERY_KEYS.ledger);
  const [text, setText] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  const error = missing ?? write.error?.sentence ?? null;
  const label = SIX_ONES_LABELS[one];
  const fill = async () => {
    const isMissing = text.trim() === '';
    setMissing(isMissing ? `请写${label}。` : null);
    if (isMissing) return;
    const ones = { [one]: text.trim() };
    if ((await write.run(ones, (key) => fillOnes(measureId, ones, key))) === null) return;
    showToast(`${label}补上了`);
    onClose();
  };
  return (
    <Sheet title={`补上${label}`} onClose={onClose}>
      <TextField
        label={label}
        initial=""
        maximum={LEDGER_LIMITS.one}
        note="写岗位就行，不用写姓名。"
        onType={setText}
      />
      {error === null ? null : <FieldError>{error}</FieldError>}
      <View className="ledger-send">
        <Button isBlock onPress={() => void fill()}>
          补上
        </Button>
      </View>
    </Sheet>
  );
}
