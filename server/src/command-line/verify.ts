import { formatMoment } from '@jiannuo/shared/kernel';
import { proveVersions, type VersionProof } from '../features/reporting';
import { Attachments, type AttachmentProof } from '../platform/attachments';
import { AuditChain, type AuditVerification } from '../platform/audit';
import { Database } from '../platform/database';
import { CommandFailure } from './command-failure';
import { withServices } from './installation';
import type { AddCommands, Terminal } from './terminal';

/** Faults of one kind named on the terminal; a broken chain can have as many as it has entries. */
const SHOWN = 20;

interface Proof {
  readonly audit: AuditVerification;
  readonly versions: VersionProof;
  readonly attachments: AttachmentProof;
}

/** `verify`: proves the audit log, the versions handed in and the attachments whole; exit code 1 when one is not. */
export const addVerifyCommand: AddCommands = (program, terminal) => {
  program
    .command('verify')
    .description('核对操作记录、交上来的月报和附件有没有被改动')
    .action(async () => {
      const proof = await withServices(terminal, { mustExist: true }, async (services) => ({
        audit: await services.get(AuditChain).verify(),
        versions: await proveVersions(services.get(Database)),
        attachments: await services.get(Attachments).prove(),
      }));
      const lines = faultsOf(proof);
      if (lines.length > 0) throw new CommandFailure(lines.join('\n'), 1);
      printWhole(terminal, proof);
    });
};

function faultsOf({ audit, versions, attachments }: Proof): string[] {
  const broken = audit.faults.map(({ sequence, reason }) => `第${String(sequence)}条：${reason}`);
  return [
    ...listed('操作记录被改动过', broken),
    ...listed('交上来的月报有问题', versions.faults),
    ...listed('附件有问题', attachments.faults),
  ];
}

function listed(title: string, faults: readonly string[]): string[] {
  if (faults.length === 0) return [];
  return [`${title}，共${String(faults.length)}处：`, ...faults.slice(0, SHOWN)];
}

function printWhole(terminal: Terminal, { audit, versions, attachments }: Proof): void {
  const since = audit.unsealedSince === null ? '' : `，最早的一条写于${formatMoment(audit.unsealedSince)}`;
  const open = audit.unsealed === 0 ? '' : `，最近${String(audit.unsealed)}条还没连上${since}`;
  terminal.print(`操作记录完整：连着${String(audit.sealed)}条${open}。`);
  if (audit.headHash !== null) terminal.print(`末尾校验值：${audit.headHash}`);
  terminal.print(`交上来的月报完整：${String(versions.checked)}版，都和校验值对得上。`);
  terminal.print(`附件完整：${String(attachments.checked)}份，都和校验值对得上。`);
}
