import { ROLE_NAMES, type AppointmentView } from '@jiannuo/shared/people';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { beijingToday } from '../../platform/clock';
import type { ApiError } from '../../platform/http/api-error';
import { Button } from '../../ui/button/button';
import { Choice } from '../../ui/field/choice';
import { TextField } from '../../ui/field/field';
import { Sheet } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { listPerson } from './api/list-person.api';
import {
  fieldOfCode,
  personErrors,
  requestOf,
  usePersonDraft,
  type Listing,
  type PersonBook,
  type PersonField,
} from './person-draft';
import { useDirectoryWrite } from './use-write';

interface PersonFormProps {
  readonly listing: Listing;
  /** Whose place is taken; null when the post is free or can be held by several. */
  readonly present: AppointmentView | null;
  readonly onClose: () => void;
}

type Errors = Readonly<Partial<Record<PersonField, string>>>;

const FIELDS: readonly {
  readonly field: Exclude<PersonField, 'notHeadReason'>;
  readonly label: string;
  readonly hint: string;
}[] = [
  { field: 'personName', label: '姓名', hint: '' },
  { field: 'phone', label: '手机号', hint: '绑定微信用的号' },
  { field: 'section', label: '科（股）室', hint: '例如信用管理科' },
  { field: 'post', label: '职务', hint: '例如科长' },
];

function HeadCheck({ book, errors }: { readonly book: PersonBook; readonly errors: Errors }) {
  return (
    <>
      <Choice
        label="是不是牵头科（股）室的负责人"
        options={[
          { value: 'yes', label: '是' },
          { value: 'no', label: '不是' },
        ]}
        value={book.typed.isSectionHead ? 'yes' : 'no'}
        onChoose={(answer) => {
          book.change({ isSectionHead: answer === 'yes' });
        }}
      />
      {book.typed.isSectionHead ? null : (
        <TextField
          label="为什么不是负责人"
          initial={book.typed.notHeadReason}
          placeholder="例如科长借调，由副科长负责"
          error={errors.notHeadReason ?? null}
          onType={(text) => {
            book.change({ notHeadReason: text });
          }}
        />
      )}
    </>
  );
}

function PersonFields({
  book,
  errors,
  isLiaison,
}: {
  readonly book: PersonBook;
  readonly errors: Errors;
  readonly isLiaison: boolean;
}) {
  return (
    <>
      {FIELDS.map(({ field, label, hint }) => (
        <TextField
          key={field}
          label={label}
          initial={book.typed[field]}
          placeholder={hint}
          error={errors[field] ?? null}
          onType={(text) => {
            book.change({ [field]: text });
          }}
        />
      ))}
      {isLiaison ? <HeadCheck book={book} errors={errors} /> : null}
    </>
  );
}

/** What the server refused: at the field it is about, or below them all. */
function refusalOf(error: ApiError | null): { readonly byField: Errors; readonly elsewhere: string | null } {
  if (error === null) return { byField: {}, elsewhere: null };
  const field = fieldOfCode(error.code);
  if (field === null) return { byField: {}, elsewhere: `${error.sentence}填的都在。` };
  return { byField: { [field]: error.sentence }, elsewhere: null };
}

/** Lists somebody for a post. Replacing a liaison ends the former appointment; what is typed is kept until it is listed. */
export function PersonForm({ listing, present, onClose }: PersonFormProps) {
  const book = usePersonDraft(listing);
  const write = useDirectoryWrite();
  const [areGapsShown, setAreGapsShown] = useState(false);
  const own = personErrors(book.typed, listing, beijingToday());
  const refusal = refusalOf(write.error);
  const roleName = ROLE_NAMES[listing.role];
  const save = async () => {
    setAreGapsShown(true);
    if (Object.keys(own).length > 0) return;
    const request = requestOf(book.typed, listing);
    if ((await write.run(request, (key) => listPerson(request, key))) === null) return;
    book.forget();
    showToast(present === null ? '已加到名单' : '已换人');
    onClose();
  };
  return (
    <Sheet title={`${listing.unit.name}，${present === null ? '加' : '换'}${roleName}`} onClose={onClose}>
      {present === null ? null : (
        <View className="t-s c-ink-2">
          {`换人后，${present.personName}的任职今天结束，登录着的手机马上退出。草稿和要办的事都留在单位。`}
        </View>
      )}
      <PersonFields
        book={book}
        errors={areGapsShown ? { ...own, ...refusal.byField } : refusal.byField}
        isLiaison={listing.role === 'liaison'}
      />
      {refusal.elsewhere === null ? null : <View className="t-s c-late below-2">{refusal.elsewhere}</View>}
      <View className="below-4">
        <Button isBlock onPress={() => void save()}>
          {write.isSending ? '正在记，请别关' : present === null ? `加为${roleName}` : `换成这位${roleName}`}
        </Button>
      </View>
    </Sheet>
  );
}
