import type { AppointmentView } from '@jiannuo/shared/people';
import { decideSuccession, SUPERVISION_LIMITS, type NoticeReader, type NoticeView } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { QUERY_KEYS } from '../../../platform/query/query-keys';
import { useWrite } from '../../../platform/query/use-write';
import { Choice } from '../../../ui/field/choice';
import { ReasonSheet } from '../../../ui/overlay/reason-sheet';
import { showToast } from '../../../ui/overlay/toast';
import { usePeople } from '../api/load-people.api';
import { nameSuccessor } from '../api/name-successor.api';
import { goneReaders } from './reader-words';

interface SuccessorProps {
  readonly notice: NoticeView;
  readonly onClose: () => void;
}

/** 换知悉人: who follows a named person that left his post, and why. */
export function SuccessorSheet({ notice, onClose }: SuccessorProps) {
  const write = useWrite(QUERY_KEYS.supervision, QUERY_KEYS.inbox);
  const people = usePeople().data?.rows ?? [];
  const gone = goneReaders(notice.readers);
  const [formerId, setFormerId] = useState(gone[0]?.id ?? '');
  const [successorId, setSuccessorId] = useState<string | null>(null);
  const former = gone.find(({ id }) => id === formerId) ?? null;
  const offered = successorsOf(former, people);
  const chosen = offered.find(({ id }) => id === successorId) ?? (offered.length === 1 ? offered[0] : undefined);
  const send = async (reason: string) => {
    if (chosen === undefined) {
      showToast('还没选由谁接替');
      return;
    }
    const body = { formerId, successorId: chosen.id, reason };
    if ((await write.run(body, (key) => nameSuccessor(notice.id, body, key))) === null) return;
    showToast('已换知悉人');
    onClose();
  };
  return (
    <ReasonSheet
      title="换知悉人"
      verb="换成这位"
      hint={
        <>
          <View>只告诉接替的人，换人留在经过里。</View>
          <FormerField gone={gone} former={former} onChoose={setFormerId} />
          <SuccessorField offered={offered} chosen={chosen} onChoose={setSuccessorId} />
        </>
      }
      label="换人的理由"
      limit={SUPERVISION_LIMITS.reason}
      missing="还没写理由。"
      write={write}
      onSend={send}
      onClose={onClose}
    />
  );
}

interface FormerProps {
  readonly gone: readonly NoticeReader[];
  readonly former: NoticeReader | null;
  readonly onChoose: (id: string) => void;
}

function FormerField({ gone, former, onChoose }: FormerProps) {
  if (gone.length < 2) return <View>{`${former?.name ?? ''}已不在岗。`}</View>;
  const options = gone.map(({ id, name }) => ({ value: id, label: name }));
  return <Choice label="谁不在岗了" options={options} value={former?.id ?? null} onChoose={onChoose} />;
}

interface SuccessorFieldProps {
  readonly offered: readonly AppointmentView[];
  readonly chosen: AppointmentView | undefined;
  readonly onChoose: (id: string) => void;
}

function SuccessorField({ offered, chosen, onChoose }: SuccessorFieldProps) {
  if (offered.length === 0) return <View>那个岗位现在没有人，等有人接任再换。</View>;
  const options = offered.map(({ id, personName }) => ({ value: id, label: personName }));
  return <Choice label="由谁接替" options={options} value={chosen?.id ?? null} onChoose={onChoose} />;
}

/** Who holds the post now that a reader left. */
function successorsOf(former: NoticeReader | null, people: readonly AppointmentView[]): readonly AppointmentView[] {
  return people.filter(({ unit, role }) => {
    return decideSuccession(former, { unitId: unit.id, role, isInPost: true }).ok;
  });
}
