/** What one hand-in does to the database, statement by statement; the bench checks that both servers send the same. */
export const BARE_STATEMENTS = {
  session: `SELECT id, person_id, appointment_id, device, seen_at, expires_at, ends_at FROM session
    WHERE token_hash = ? AND revoked_at IS NULL`,
  actor: `SELECT a.person_id, p.name AS person_name, a.role, a.unit_id, u.kind, u.name AS unit_name, a.group_id
    FROM appointment a JOIN unit u ON u.id = a.unit_id JOIN person p ON p.id = a.person_id
    WHERE a.id = ? AND a.ended_at IS NULL`,
  report: `SELECT r.id, r.group_id AS groupId, r.unit_id AS unitId, r.period, r.state,
      r.current_version AS currentVersion, r.obligation_id AS obligationId, r.correction_id AS correctionId,
      o.article, o.due_at AS dueAt, o.closes_at AS closesAt, o.met_at AS metAt,
      CASE WHEN c.id IS NULL OR c.met_at IS NOT NULL THEN o.waived_at ELSE c.waived_at END AS waivedAt,
      CASE WHEN o.due_at <> o.original_due_at THEN (SELECT dc.reason FROM obligation_change dc
        WHERE dc.obligation_id = o.id AND dc.kind IN ('extended', 'shortened', 'moved')
        ORDER BY dc.at DESC, dc.id DESC LIMIT 1) END AS dueReason,
      c.created_at AS returnedAt, c.met_at AS correctionMetAt, c.due_at AS correctionDueAt, d.revision,
      (SELECT u.number FROM unit u WHERE u.id = r.unit_id) AS unitNumber,
      (SELECT u.name FROM unit u WHERE u.id = r.unit_id) AS unitName,
      (SELECT MIN(a.due_at) FROM obligation a WHERE a.unit_id = r.unit_id AND a.kind = 'self-assessment'
         AND a.period = r.period AND a.met_at IS NULL AND a.waived_at IS NULL) AS assessmentDueAt,
      (SELECT MIN(a.id) FROM obligation a WHERE a.unit_id = r.unit_id AND a.kind = 'self-assessment'
         AND a.period = r.period AND a.met_at IS NULL AND a.waived_at IS NULL) AS assessmentId
    FROM report r JOIN obligation o ON o.id = r.obligation_id LEFT JOIN obligation c ON c.id = r.correction_id
    JOIN report_draft d ON d.report_id = r.id
    WHERE r.id = ? AND r.group_id = ? AND (? IS NULL OR r.unit_id = ?) FOR UPDATE`,
  ledger: `SELECT r.id, m.heading_id AS headingId, r.evidence, r.ratio
    FROM ledger_row r JOIN ledger_measure m ON m.id = r.measure_id
    WHERE r.removed_at IS NULL AND r.group_id = ? AND r.unit_id = ? AND r.period = ?`,
  version: `INSERT INTO report_version (id, report_id, number, content_hash, received_at, registered_at, channel, basis,
    obligation_id, by_person_id, by_appointment_id, by_name, by_unit_name, attachment_ids, content, answers)
    VALUES (?)`,
  state: `UPDATE report SET state = 'submitted', current_version = ?, version = version + 1 WHERE id = ?`,
  draft: `UPDATE report_draft SET content = ?, revision = revision + 1, saved_at = ?, device = ?, filled = ?, total = ?
    WHERE report_id = ?`,
  met: `UPDATE obligation SET met_at = ?, met_by = ?, channel = ?, record_id = ?, version = version + 1 WHERE id = ?`,
  settled: `UPDATE notice SET settled_at = ? WHERE target_id IN (?, ?) AND settled_at IS NULL AND list = 'to-do'
    AND (? IS NULL OR kind = ?)`,
  audit: `INSERT INTO audit_entry (id, group_id, at, actor_kind, person_id, appointment_id, unit_id, action, subject_kind,
    subject_id, detail, ip, request_id) VALUES (?)`,
  key: `INSERT INTO idempotency_record (id, appointment_id, request_key, step, request_hash, result, recorded_at)
    VALUES (?)`,
} as const;

/** What the month's board reads, written by hand for mysql2; each takes the group and the month. */
export const BOARD_QUERIES = [
  `SELECT o.id, o.kind, o.due_at, o.original_due_at, o.met_at, o.channel, o.waived_at, o.record_id,
      u.id AS unit_id, u.name, u.kind AS unit_kind
    FROM obligation o JOIN unit u ON u.id = o.unit_id WHERE o.group_id = ? AND o.period = ? ORDER BY u.number`,
  `SELECT s.subject_id, s.state, s.updated_at FROM obligation o JOIN delivery_subject s ON s.subject_id = o.id
    WHERE o.group_id = ? AND o.period = ?`,
] as const;

/** The rows that a month of all counties is scored from, written by hand for mysql2; each takes the group and the month. */
export const MONTH_QUERIES = [
  `SELECT a.id, a.group_id AS groupId, a.unit_id AS unitId,
      (SELECT u.name FROM unit u WHERE u.id = a.unit_id) AS unitName, a.period, a.obligation_id AS obligationId, a.state,
      a.current_sheet AS currentSheet, a.current_review AS currentReview, a.objection_closes_at AS objectionClosesAt,
      a.version, o.due_at AS dueAt, o.met_at AS metAt, o.channel, o.waived_at AS waivedAt
    FROM assessment a JOIN obligation o ON o.id = a.obligation_id WHERE a.group_id = ? AND a.period = ? ORDER BY a.id`,
  `SELECT r.assessment_id AS id, r.score_case AS scoreCase, r.content
    FROM assessment a JOIN assessment_review r ON r.assessment_id = a.id AND r.number = a.current_review
    WHERE a.group_id = ? AND a.period = ? AND r.state = 'confirmed'`,
  `SELECT r.id AS rowId, r.measure_id AS measureId, r.unit_id AS rowUnitId, m.unit_id AS unitId, r.period, r.revision,
      r.state, r.goal, r.timetable, r.node_on AS nodeOn, r.route, r.detail, r.work, r.result, r.figure,
      r.returned_reason AS returnedReason, r.evidence, r.ratio, r.changed_at AS changedAt, r.is_scored AS isScored,
      m.revision AS measureRevision, m.number, m.task, m.heading_id AS headingId, m.title, m.leader, m.section,
      m.scheme, m.contact, m.target_goal AS targetGoal, m.target_unit AS targetUnit
    FROM ledger_row r JOIN ledger_measure m ON m.id = r.measure_id
    WHERE r.removed_at IS NULL AND r.group_id = ? AND r.period = ? ORDER BY r.unit_id, m.number`,
  `SELECT id, unit_id AS unitId, kind, due_at AS dueAt, met_at AS metAt FROM obligation
    WHERE group_id = ? AND period = ? AND kind IN ('monthly-report', 'self-assessment') AND waived_at IS NULL
    ORDER BY due_at, id`,
] as const;
