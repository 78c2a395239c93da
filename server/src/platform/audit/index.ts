export { Audit, type AuditEvent } from './audit';
export { AuditChain } from './audit.chain';
