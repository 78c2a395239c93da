export { Audit, type AuditEvent, type AuditVerification } from './audit';
