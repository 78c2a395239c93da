export { Audit, type AuditEvent } from './audit';
export { AuditChain, type AuditVerification } from './audit.chain';
