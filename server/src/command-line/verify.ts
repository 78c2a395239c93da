import { formatMoment } from '@jiannuo/shared/kernel';
import { AuditChain } from '../platform/audit';
import { CommandFailure } from './command-failure';
import { withServices } from './installation';
import type { AddCommands } from './terminal';

/** Faults named on the terminal; a broken chain can have as many as it has entries. */
const SHOWN = 20;

/** `verify`: proves the audit log whole; exit code 1 when it is not. */
export const addAuditCommand: AddCommands = (program, terminal) => {
  program
    .command('verify')
    .description('核对操作记录有没有被改动')
    .action(async () => {
      const result = await withServices(terminal, { mustExist: true }, (services) => services.get(AuditChain).verify());
      if (!result.isWhole) {
        const lines = result.faults.slice(0, SHOWN).map(({ sequence, reason }) => `第${String(sequence)}条：${reason}`);
        throw new CommandFailure([`操作记录被改动过，共${String(result.faults.length)}处：`, ...lines].join('\n'), 1);
      }
      const since = result.unsealedSince === null ? '' : `，最早的一条写于${formatMoment(result.unsealedSince)}`;
      const open = result.unsealed === 0 ? '' : `，最近${String(result.unsealed)}条还没连上${since}`;
      terminal.print(`操作记录完整：连着${String(result.sealed)}条${open}。`);
      if (result.headHash !== null) terminal.print(`末尾校验值：${result.headHash}`);
    });
};
