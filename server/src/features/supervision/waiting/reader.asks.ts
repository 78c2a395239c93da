import type { SqlValue } from '../../../platform/database';
import type { Actor } from '../../../platform/identity';

/** Somebody named as reader of the notice `n` left his post, and nobody was named in his place. */
export const HAS_GONE_READER = `EXISTS (SELECT 1 FROM supervision_reader g JOIN appointment l ON l.id = g.appointment_id
    WHERE g.notice_id = n.id AND g.successor_id IS NULL AND l.ended_at IS NOT NULL)`;
/** Something that the notice of that id rests on fell away after it was issued, and nobody has said yet that it stands. */
export function isShaken(noticeId: string): string {
  return `EXISTS (SELECT 1 FROM supervision_event s
    WHERE s.notice_id = ${noticeId} AND s.ticket_id IS NULL AND s.action = 'shake' AND NOT EXISTS (
      SELECT 1 FROM supervision_event k
      WHERE k.notice_id = s.notice_id AND k.ticket_id IS NULL AND k.action = 'keep' AND k.id > s.id))`;
}
/** The notice `n` rests on what was issued before, or is about a record. */
const RESTS = "(n.kind = 'clue' OR n.earlier_id IS NOT NULL OR n.link_id IS NOT NULL)";
/** The same of the notice `n`; what rests on nothing is not looked at. */
export const IS_SHAKEN = `(${RESTS} AND ${isShaken('n.id')})`;
/** A unit has to sign for the notice `n`, and none of its people who may know of it is in his post any more. */
const LACKS_READER = `EXISTS (SELECT 1 FROM supervision_ticket u WHERE u.notice_id = n.id AND u.state = 'to-sign'
    AND NOT EXISTS (SELECT 1 FROM supervision_reader r JOIN appointment a ON a.id = r.appointment_id
      WHERE r.notice_id = n.id AND a.unit_id = u.unit_id AND a.ended_at IS NULL))`;
/** Which issued notices `n` wait for those of the lead unit who may know of them: nobody reads them, or their ground is gone. */
export const ISSUED_ASKS = `(n.state = 'issued' AND (${IS_SHAKEN} OR (n.kind IN ('instruction', 'clue') AND ${LACKS_READER})))`;

/**
 * Which notices `n` wait for this officer of the lead unit, as a condition: proposals, what another one wrote to be
 * checked, what is checked and to be issued, his own that another one sent back, what stands on a finding that was cleared,
 * issued or not, and of issued ones those whose ground is gone, and those for named persons that nobody reads. The inbox and the
 * list both ask here, so that they tell of the same.
 */
export function asksReader({ personId, appointmentId }: Actor): {
  readonly where: string;
  readonly parameters: readonly SqlValue[];
} {
  return {
    where: `(n.state IN ('proposed', 'checked') OR ${ISSUED_ASKS} OR (n.state = 'checking' AND n.writer_person_id <> ?)
      OR (n.state = 'draft' AND n.writer_person_id = ? AND EXISTS (SELECT 1 FROM supervision_event b
        WHERE b.notice_id = n.id AND b.action = 'send-back' AND b.by_appointment_id <> ?))
      OR (n.finding_cleared_at IS NOT NULL AND n.state IN ('draft', 'checking', 'issued')))`,
    parameters: [personId, personId, appointmentId],
  };
}
