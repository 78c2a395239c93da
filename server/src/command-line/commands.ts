import 'reflect-metadata';
import { DomainError, sentenceOf } from '../platform/http';
import { addAdministratorCommand } from './administrator';
import { addArchiveCommands } from './archive';
import { addDueCommand } from './due';
import { addGroupCommands } from './groups';
import { addLedgerCommands } from './ledger';
import { addMigrateCommand } from './migrate';
import { addNameReaderCommand } from './name-reader';
import { addOpenApiCommand } from './open-api';
import { addRenameGroupCommand } from './rename-group';
import { addRosterCommands } from './roster';
import { addVerifyCommand } from './verify';
import { addScoreCommand } from './score';
import type { CommandSet } from './terminal';

/** Every command, with the server's parts that they need. */
export const ALL_COMMANDS: CommandSet = {
  commands: [
    addAdministratorCommand,
    addRosterCommands,
    addGroupCommands,
    addLedgerCommands,
    addRenameGroupCommand,
    addNameReaderCommand,
    addDueCommand,
    addScoreCommand,
    addMigrateCommand,
    addArchiveCommands,
    addVerifyCommand,
    addOpenApiCommand,
  ],
  refusalIn: (error) => (error instanceof DomainError ? error.refusals.map(sentenceOf).join('\n') : null),
};
