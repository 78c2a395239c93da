import { ASSESSMENT_LIMITS, type AssessmentView } from '@jiannuo/shared/assessment';
import { useState } from 'react';
import { QUERY_KEYS } from '../../../platform/query/query-keys';
import { useWrite } from '../../../platform/query/use-write';
import { Button } from '../../../ui/button/button';
import { ReasonSheet } from '../../../ui/overlay/reason-sheet';
import { showToast } from '../../../ui/overlay/toast';
import { letStand } from '../api/let-stand.api';

/** 不用更正: the other way out where something came onto record beside a published score. */
export function LettingStand({ view: { id, version, unitName } }: { readonly view: AssessmentView }) {
  const write = useWrite(QUERY_KEYS.assessments, QUERY_KEYS.inbox);
  const [isOpen, setIsOpen] = useState(false);
  const send = async (reason: string) => {
    const body = { version, reason };
    if ((await write.run({ letStand: body }, (key) => letStand(id, body, key))) === null) return;
    setIsOpen(false);
    showToast('记好了，县里会收到');
  };
  return (
    <>
      <Button
        look="plain"
        onPress={() => {
          write.forgetError();
          setIsOpen(true);
        }}
      >
        不用更正
      </Button>
      {isOpen ? (
        <ReasonSheet
          title={`${unitName}成绩不用更正`}
          verb="不用更正"
          hint="已通报的分不变。理由记在这个月的得分里。以后又有新情况，会再提醒。"
          label="理由，县里看得到"
          limit={ASSESSMENT_LIMITS.reason}
          missing="请写明理由，县里看得到。"
          write={write}
          onSend={send}
          onClose={() => {
            setIsOpen(false);
          }}
        />
      ) : null}
    </>
  );
}
