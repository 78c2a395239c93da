import { NOTICE_KINDS, type NoticeKind, type NoticeView } from '@jiannuo/shared/supervision';
import { useState } from 'react';
import { Screen } from '../../../ui/screen/screen';
import { Answered, LoadingView } from '../../../ui/state/state-view';
import { useDrafting } from '../api/load-drafting.api';
import { useNotice } from '../api/load-notice.api';
import { usePeople } from '../api/load-people.api';
import { BegunScreen } from './begun-screen';
import { DraftScreen, type DraftProps } from './draft-screen';

interface WriteProps extends Pick<DraftProps, 'issuer' | 'look'> {
  /** The kind of a new notice. */
  readonly kind: string | null;
  /** The draft that is written on. */
  readonly noticeId: string | null;
  /** The issued notice that is corrected. */
  readonly correctsId: string | null;
}

/**
 * A correction waits until it is known that nobody else is at it; once it is written, its own draft is no hindrance.
 * Where the server cannot say, writing goes on: only one of two is ever issued.
 */
function useFree(begins: string | null) {
  const query = useDrafting(begins);
  const [isFree, setIsFree] = useState(begins === null);
  const begun = query.isFetchedAfterMount || query.isPaused ? (query.data?.begun ?? null) : undefined;
  if (begun === null && !isFree) setIsFree(true);
  return {
    isFree,
    begun: begun ?? null,
    earliest: query.data?.earliestDueAt ?? null,
    goOn: () => {
      setIsFree(true);
    },
  };
}

/** 新建通知, writing on a draft, or 更正 of what was issued. */
export function WriteScreen(props: WriteProps) {
  const { isFree, begun, earliest, goOn } = useFree(props.noticeId === null ? props.correctsId : null);
  if (isFree) return <Opened {...props} earliest={earliest} />;
  if (begun !== null) return <BegunScreen begun={begun} onAnyway={goOn} />;
  return (
    <Screen title="通知" section="supervision/notices">
      <LoadingView />
    </Screen>
  );
}

/** The draft and what it corrects, as far as they are wanted; undefined while they are not there. */
function useOpened(draftId: string | null, correctsId: string | null) {
  const draft = useNotice(draftId);
  const first = draftId === null ? null : draft.data;
  const correctedId = first?.corrects?.id ?? correctsId;
  const corrected = useNotice(correctedId);
  const corrects = correctedId === null ? null : corrected.data;
  return { first, corrects, waited: first === undefined ? draft : corrected };
}

function Opened({ kind, noticeId, correctsId, ...rest }: WriteProps & Pick<DraftProps, 'earliest'>) {
  const [{ draftId, round }, setOpened] = useState({ draftId: noticeId, round: 0 });
  const { first, corrects, waited } = useOpened(draftId, correctsId);
  const people = usePeople();
  if (people.data === undefined || first === undefined || corrects === undefined) {
    return (
      <Screen title="通知" section="supervision/notices">
        {people.data === undefined ? (
          <Answered query={people}>{() => null}</Answered>
        ) : (
          <Answered query={waited}>{() => null}</Answered>
        )}
      </Screen>
    );
  }
  return (
    <DraftScreen
      key={round}
      {...rest}
      kind={kindOf(first ?? corrects, kind)}
      first={first}
      corrects={corrects}
      people={people.data.rows}
      onRestart={(id) => {
        setOpened({ draftId: id, round: round + 1 });
      }}
    />
  );
}

function kindOf(notice: NoticeView | null, asked: string | null): NoticeKind {
  return notice === null ? (NOTICE_KINDS.find((each) => each === asked) ?? 'order') : notice.kind;
}
