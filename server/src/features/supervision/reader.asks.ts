import type { SqlValue } from '../../platform/database';
import type { Actor } from '../../platform/identity';

/**
 * Which notices `n` on their way wait for this officer of the lead unit, as a condition: proposals, what another one
 * wrote to be checked, what is checked and to be issued, his own that another one sent back, and what stands on a finding
 * that was cleared, issued or not. The inbox and the list both ask here, so that they tell of the same.
 */
export function asksReader({ personId, appointmentId }: Actor): {
  readonly where: string;
  readonly parameters: readonly SqlValue[];
} {
  return {
    where: `(n.state IN ('proposed', 'checked') OR (n.state = 'checking' AND n.writer_person_id <> ?)
      OR (n.state = 'draft' AND n.writer_person_id = ? AND EXISTS (SELECT 1 FROM supervision_event b
        WHERE b.notice_id = n.id AND b.action = 'send-back' AND b.by_appointment_id <> ?))
      OR (n.finding_cleared_at IS NOT NULL AND n.state IN ('draft', 'checking', 'issued')))`,
    parameters: [personId, personId, appointmentId],
  };
}
