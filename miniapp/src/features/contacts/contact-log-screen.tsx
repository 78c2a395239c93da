import type { MeView } from '@jiannuo/shared/people';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { Footnote } from '../../ui/card/card';
import { Heading } from '../../ui/heading/heading';
import { Sheet } from '../../ui/overlay/dialog';
import { Screen } from '../../ui/screen/screen';
import { Answered } from '../../ui/state/state-view';
import { useContactLog } from './api/load-contact-log.api';
import { ContactForm } from './contact-form';
import { ContactLog } from './contact-log';
import './contacts.scss';
import { LiaisonLine } from './liaison-line';

interface ContactLogScreenProps {
  readonly unitId: string;
  readonly me: MeView;
}

/** 沟通联络记录 of one unit: the lead unit keeps it, the unit reads it (art. 4 is about both sides knowing). */
export function ContactLogScreen({ unitId, me: { permissions } }: ContactLogScreenProps) {
  const keeps = permissions.includes('contact.manage');
  const query = useContactLog(unitId);
  const [isWriting, setIsWriting] = useState(false);
  const stop = () => {
    setIsWriting(false);
  };
  const bar = (
    <StickyBar title="每月至少一次" note="由牵头单位记">
      <Button
        onPress={() => {
          setIsWriting(true);
        }}
      >
        记一次联络
      </Button>
    </StickyBar>
  );
  return (
    <Screen
      title="沟通联络记录"
      section={keeps ? 'coordination/contacts' : 'me'}
      {...(keeps && query.data !== undefined ? { bar } : {})}
    >
      <Answered query={query}>
        {(log) => (
          <>
            <View className="contact-head">
              <Heading level={2} className="t-1">
                {log.unitName}
              </Heading>
              {keeps ? <LiaisonLine unitId={unitId} unitName={log.unitName} /> : null}
            </View>
            <ContactLog log={log} mayStrike={keeps} />
            <Footnote>
              {keeps
                ? '这家的联络员和分管领导也看得到。'
                : '牵头单位每月至少和本单位联系一次（第四条），由牵头单位记，您不用填。'}
            </Footnote>
          </>
        )}
      </Answered>
      {isWriting && query.data !== undefined ? (
        <Sheet title={query.data.unitName} onClose={stop}>
          <ContactForm partner={{ kind: 'one', unitId }} periods={query.data.periods} startsToday onDone={stop} />
        </Sheet>
      ) : null}
    </Screen>
  );
}
