import { isLongerThan } from '@jiannuo/shared/kernel';
import { REVIEW_LIMITS, type ReviewRemark } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Choice } from '../../ui/field/choice';
import { TextField } from '../../ui/field/field';
import { Icon } from '../../ui/icon/icon';
import { factsInLine } from '../../ui/ideographic-space';
import { Pressable } from '../../ui/pressable/pressable';
import type { RemarkBook } from './remark-store';
import type { RemarkPlace } from './review-lines';

interface RemarkEditorProps {
  readonly remark: ReviewRemark;
  readonly places: readonly RemarkPlace[];
  readonly book: RemarkBook;
  readonly onDone: () => void;
}

/** Writing one remark: which part of the line is meant, and what is to be changed. Kept on the device as it is typed. */
export function RemarkEditor({ remark, places, book, onDone }: RemarkEditorProps) {
  const taken = book.remarks.map(({ path }) => path).filter((path) => path !== remark.path);
  const free = places.filter(({ path }) => !taken.includes(path));
  const isTooLong = isLongerThan(remark.text, REVIEW_LIMITS.text);
  return (
    <View className="remark-editor">
      {free.length < 2 ? null : (
        <Choice
          label="改哪里"
          options={free.map(({ path, label }) => ({ value: path, label }))}
          value={remark.path}
          onChoose={(path) => {
            book.move(remark.path, path);
          }}
        />
      )}
      <TextField
        label="要改什么"
        lines="many"
        initial={remark.text}
        placeholder="写给联络员看，说清怎么改"
        error={isTooLong ? `最多${String(REVIEW_LIMITS.text)}个字，请写短些。` : null}
        onType={(text) => {
          book.write(remark.path, text);
        }}
      />
      <View className="row between">
        <Pressable
          className="remark-verb t-s c-ink-2"
          onPress={() => {
            book.remove(remark.path);
            onDone();
          }}
        >
          删去
        </Pressable>
        <Pressable className="remark-verb t-s is-bold c-brand" onPress={onDone}>
          写好了
        </Pressable>
      </View>
    </View>
  );
}

interface RemarkNoteProps {
  readonly title: string;
  readonly place: string;
  readonly text: string;
  readonly isEarlier?: boolean;
  readonly onPress?: () => void;
}

/** A remark as it stands beside its line; a tap opens it again. */
export function RemarkNote({ title, place, text, isEarlier = false, onPress }: RemarkNoteProps) {
  const tone = isEarlier ? 'c-ink-2' : 'c-soon';
  const body = (
    <>
      <View className={`row t-xs is-bold ${tone}`}>
        <Icon name="returned" size="small" />
        <View className="gap-2 grow">{factsInLine(title, place)}</View>
      </View>
      <View className="t-s remark-text">{text}</View>
    </>
  );
  const className = `remark-note ${isEarlier ? 'is-earlier' : ''}`;
  if (onPress === undefined) return <View className={className}>{body}</View>;
  return (
    <Pressable className={className} label={`要改，${place}，${text}，点开再写`} onPress={onPress}>
      {body}
    </Pressable>
  );
}

interface LineRemarksProps {
  readonly lineName: string;
  readonly places: readonly RemarkPlace[];
  readonly book: RemarkBook;
  readonly own: readonly ReviewRemark[];
}

/** The remarks of one line, and the way to write another. */
export function LineRemarks({ lineName, places, book, own }: LineRemarksProps) {
  const [open, setOpen] = useState<string | null>(null);
  const free = places.filter(({ path }) => !own.some((remark) => remark.path === path));
  const begin = () => {
    const [place] = free;
    if (place === undefined) return;
    book.write(place.path, '');
    setOpen(place.path);
  };
  const isOpen = own.some(({ path }) => path === open);
  return (
    <>
      {own.map((remark, index) =>
        remark.path === open || remark.text === '' ? (
          <RemarkEditor
            key={`edit-${String(index)}`}
            remark={remark}
            places={places}
            book={{
              ...book,
              move: (from, to) => {
                book.move(from, to);
                setOpen(to);
              },
            }}
            onDone={() => {
              if (remark.text === '') book.remove(remark.path);
              setOpen(null);
            }}
          />
        ) : (
          <RemarkNote
            key={remark.path}
            title="要改"
            place={places.find(({ path }) => path === remark.path)?.label ?? ''}
            text={remark.text}
            onPress={() => {
              setOpen(remark.path);
            }}
          />
        ),
      )}
      {isOpen || free.length === 0 ? null : (
        <Pressable className="remark-begin t-s c-ink-2" label={`${lineName}，写意见`} onPress={begin}>
          <Icon name="comment" size="small" />
          <View className="gap-2">{own.length === 0 ? '写意见' : '再写一处'}</View>
        </Pressable>
      )}
    </>
  );
}
