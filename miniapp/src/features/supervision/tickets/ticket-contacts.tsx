import { formatMoment } from '@jiannuo/shared/kernel';
import type { TicketContactsView, TicketView } from '@jiannuo/shared/supervision';
import { now } from '../../../platform/clock';
import { callPhone } from '../../../platform/device/phone-call';
import { Card, Footnote, GroupTitle } from '../../../ui/card/card';
import { factsInLine } from '../../../ui/ideographic-space';
import { Row } from '../../../ui/row/row';
import { spokenPhone } from '../../../ui/row/spoken-phone';
import { sentWords } from '../../../ui/status/sent-words';
import { useTicketContacts } from '../api/load-contacts.api';

type Urge = NonNullable<TicketContactsView['urge']>;

/** What became of the last 催办: when it was sent, whether it was delivered, and why not. */
export function urgeWords({ at, state, reason }: Urge, today: string): string {
  return factsInLine(`${formatMoment(at, today)}催办`, sentWords(state), reason ?? '');
}

/** Whom the lead unit calls once a unit is late with what it owes next, or has no liaison, and what became of the last 催办. */
export function TicketContacts({ ticket }: { readonly ticket: TicketView }) {
  const { id, dueAt, isExtensionAsked, isShaken } = ticket;
  if (dueAt === null) return null;
  // While its unit waits for the lead unit itself, nobody urges it.
  const isLate = now() >= dueAt && !isExtensionAsked && !isShaken;
  return <Contacts ticketId={id} heading={isLate ? contactsHeading(ticket) : null} />;
}

/** What may be done about a late ticket now: 催办 only while the server would take it. */
export function contactsHeading({ actions }: Pick<TicketView, 'actions'>): string {
  return actions.includes('urge') ? '超期了，可以催办或者打电话' : '超期了，可以打电话';
}

function Contacts({ ticketId, heading }: { readonly ticketId: string; readonly heading: string | null }) {
  const { data } = useTicketContacts(ticketId);
  if (data === undefined) return null;
  const { lacksLiaison, contacts, urge } = data;
  if (heading === null && !lacksLiaison) return null;
  return (
    <>
      <GroupTitle>{heading ?? '没有联络员，可以给分管领导打电话'}</GroupTitle>
      <Card fit="rows">
        {lacksLiaison && (heading !== null || contacts.length === 0) ? (
          <Row
            title="没有联络员"
            below={contacts.length === 0 ? '也没有登记分管领导' : '下面是分管领导'}
            keepsPlace
            isStrong={false}
          />
        ) : null}
        {contacts.map(({ personName, post, phone }) => (
          <Row
            key={`${personName}${phone}`}
            icon="phone"
            title={post === '' ? personName : `${personName}（${post}）`}
            below={phone === '' ? '没有电话' : spokenPhone(phone)}
            keepsPlace
            {...(phone === ''
              ? {}
              : {
                  onPress: () => {
                    callPhone(phone);
                  },
                })}
          />
        ))}
      </Card>
      {urge === null ? null : <Footnote>{urgeWords(urge, now())}</Footnote>}
    </>
  );
}
