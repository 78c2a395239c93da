import { formatMoment } from '@jiannuo/shared/kernel';
import type { NoticeView } from '@jiannuo/shared/notifications';
import { View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { now } from '../../platform/clock';
import { Button } from '../../ui/button/button';
import { Card, Footnote } from '../../ui/card/card';
import { Heading } from '../../ui/heading/heading';
import { factsInLine } from '../../ui/ideographic-space';
import { Screen } from '../../ui/screen/screen';
import { Answered, StateView } from '../../ui/state/state-view';
import { follow, wayOf } from './follow';
import './inbox.scss';
import { useInbox } from './load-inbox.api';
import { useOwed } from './load-owed.api';
import { useOpenNotice } from './open-notice.api';

/** Having the notice before one's eyes is the receipt. */
function useReceipt(notice: NoticeView | undefined): void {
  const open = useOpenNotice();
  const told = useRef(false);
  useEffect(() => {
    if (notice?.openedAt !== null || told.current) return;
    told.current = true;
    open(notice.id);
  }, [notice, open]);
}

function Notice({ notice }: { readonly notice: NoticeView | undefined }) {
  useReceipt(notice);
  const owed = useOwed();
  if (notice === undefined) return <StateView icon="inbox" title="这一件找不到了" lines={['回收件里看看别的。']} />;
  const way = wayOf(notice.target, owed);
  return (
    <>
      <Card className="inbox-card">
        <Heading level={2} className="t-2">
          {notice.title}
        </Heading>
        <View className="t-s c-ink-2 below-1">{factsInLine(notice.from, formatMoment(notice.at, now()))}</View>
        <View className="t-body t-reading notice-body below-3">{notice.body}</View>
        {way === null ? null : (
          <View className="below-4">
            <Button
              isBlock
              onPress={() => {
                follow(notice.target, owed);
              }}
            >
              {way}
            </Button>
          </View>
        )}
      </Card>
      <Footnote>打开就算收到，不用回复“收到”。</Footnote>
    </>
  );
}

/** One notice, with the way to its record. A tap on WeChat's message opens it here. */
export function NoticeScreen({ noticeId }: { readonly noticeId: string }) {
  const query = useInbox();
  return (
    <Screen title="通知" section="inbox">
      <Answered query={query}>
        {(inbox) => <Notice notice={[...inbox.toDo, ...inbox.toKnow].find(({ id }) => id === noticeId)} />}
      </Answered>
    </Screen>
  );
}
