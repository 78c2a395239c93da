import type { EntityManager } from 'typeorm';
import { execute } from '../src/platform/database';

/** Tables that only hold what happened in a story, those that refer to others first. */
const EMPTIED = [
  'contact_entry',
  'call_result',
  'delivery_attempt',
  'delivery_subject',
  'delivery',
  'notice',
  'consent_entry',
  'consent_balance',
  'outbox_message',
  'handled_push',
  'reminder_tap',
  'lease',
  'idempotency_record',
  'audit_entry',
  'obligation_change',
  'feedback_message',
  'feedback',
  'report_entry_note',
  'assessment_entry_note',
  'report_review',
  'report_version',
  'report_draft_history',
  'report_draft',
  'report',
] as const;

/** Takes a database back to where its samples were just seeded: everything is owed again, by its first due time. */
export async function forgetStory(tx: EntityManager): Promise<void> {
  for (const table of EMPTIED) await execute(tx, `DELETE FROM ${table}`);
  await execute(tx, 'DELETE FROM stored_value');
  await execute(tx, "DELETE FROM obligation WHERE kind = 'report-correction'");
  await execute(
    tx,
    `UPDATE obligation SET due_at = original_due_at, closes_at = NULL, met_at = NULL, met_by = NULL, channel = NULL,
       record_id = NULL, waived_at = NULL, waived_by = NULL, waive_reason = NULL`,
  );
  await execute(tx, "UPDATE appointment SET ended_at = NULL, liaison_slot = unit_id WHERE role = 'liaison'");
  await execute(tx, 'UPDATE wechat_account SET is_broken = ?', [false]);
}
