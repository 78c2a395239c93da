export { Audit, type AuditEvent } from './audit';
export { AuditChain, type AuditFault, type AuditVerification } from './audit.chain';
