import { formatDay } from '@jiannuo/shared/kernel';
import { CHANNEL_NAMES } from '@jiannuo/shared/obligations';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { beijingToday, now } from '../../platform/clock';
import { Choice, DateField } from '../../ui/field/choice';
import { TextField } from '../../ui/field/field';
import { TimeField } from '../../ui/field/time-field';
import { Pressable } from '../../ui/pressable/pressable';
import type { EntryBook } from './entry-store';
import type { EntryErrors, OutsideChannel } from './verdict';

const OUTSIDE: readonly OutsideChannel[] = ['email', 'paper', 'fax', 'phone'];
const CHANNEL_OPTIONS = OUTSIDE.map((value) => ({ value, label: CHANNEL_NAMES[value] }));

const USUAL_BASIS: Record<OutsideChannel, string> = {
  email: '邮箱服务器收信时间',
  paper: '收文登记本上的时间',
  fax: '传真件上打印的时间',
  phone: '通话记录上的时间',
};

interface EntryFieldsProps {
  readonly book: EntryBook;
  readonly errors: EntryErrors;
  /** Gaps are pointed out only after somebody tried to send. */
  readonly areGapsShown: boolean;
}

function Basis({ book, errors, areGapsShown }: EntryFieldsProps) {
  const { channel, basis } = book.draft;
  const [restarts, setRestarts] = useState(0);
  const usual = channel === null ? null : USUAL_BASIS[channel];
  return (
    <View>
      <TextField
        key={restarts}
        label="凭什么定这个时间"
        initial={basis}
        placeholder="例如哪封邮件、哪份收文"
        error={areGapsShown ? errors.basis : null}
        onType={(text) => {
          book.change({ basis: text });
        }}
      />
      {usual === null || basis === usual ? null : (
        <Pressable
          className="entry-add t-s c-brand"
          onPress={() => {
            book.change({ basis: usual });
            setRestarts(restarts + 1);
          }}
        >
          {`填“${usual}”`}
        </Pressable>
      )}
    </View>
  );
}

/** How it came, when it truly arrived, and what that time rests on. */
export function EntryFields(props: EntryFieldsProps) {
  const { book, errors, areGapsShown } = props;
  const { channel, date, time } = book.draft;
  const isTimeChosen = date !== '' && time !== '';
  return (
    <>
      <View id="entry-channel">
        <Choice
          label="怎么来的"
          options={CHANNEL_OPTIONS}
          value={channel}
          onChoose={(chosen) => {
            book.change({ channel: chosen });
          }}
        />
        {areGapsShown && errors.channel !== null ? <View className="t-s c-late">{errors.channel}</View> : null}
      </View>
      <View className="entry-pair">
        <View className="grow" id="entry-received">
          <View className="entry-when">
            <View className="grow">
              <DateField
                label="真实收到的日期"
                value={date}
                latest={beijingToday()}
                words={date === '' ? '选日期' : formatDay(date, now())}
                onChoose={(chosen) => {
                  book.change({ date: chosen });
                }}
              />
            </View>
            <View className="grow entry-second">
              <TimeField
                label="时间"
                value={time}
                onChoose={(chosen) => {
                  book.change({ time: chosen });
                }}
              />
            </View>
          </View>
          {errors.received !== null && (areGapsShown || isTimeChosen) ? (
            <View className="t-s c-late below-1">{errors.received}</View>
          ) : null}
        </View>
        <View className="grow entry-second" id="entry-basis">
          <Basis {...props} />
        </View>
      </View>
    </>
  );
}
