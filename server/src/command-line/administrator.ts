import { formatStamp } from '@jiannuo/shared/kernel';
import { decideSuccessor, normalisePhone } from '@jiannuo/shared/people';
import { GroupCommands, InviteCommands } from '../features/people';
import { DomainError } from '../platform/http';
import { CommandFailure } from './command-failure';
import { groupNamed } from './group-choice';
import { withServices } from './installation';
import type { AddCommands } from './terminal';
import { FIRST_GROUP } from './groups';

interface Options {
  readonly name?: string;
  readonly phone?: string;
  readonly group?: string;
}

/** `create-administrator`: lists an administrator and prints a single-use code with which that person binds WeChat. */
export const addAdministratorCommand: AddCommands = (program, terminal) => {
  program
    .command('create-administrator [name] [phone]')
    .description('建管理员，打印一次性邀请码')
    .option('--name <name>', '姓名')
    .option('--phone <phone>', '手机号')
    .option('--group <code>', '专班编号；只有一个时不用写')
    .action(async (name: string | undefined, phone: string | undefined, options: Options) => {
      const person = personOf(name ?? options.name ?? '', phone ?? options.phone ?? '');
      await withServices(terminal, { mustExist: false }, async (services) => {
        const groups = services.get(GroupCommands);
        const group = await groupNamed(services, options.group, () => groups.create(FIRST_GROUP, null));
        const { appointmentId } = await groups.appointAdministrator(group.id, person);
        const { code, expiresAt } = await services.get(InviteCommands).issue(appointmentId);
        terminal.tell(`请把邀请码交给${person.name}本人，只能用一次，${formatStamp(expiresAt)}前有效：`);
        terminal.print(code);
      });
    });
};

function personOf(typedName: string, typedPhone: string): { readonly name: string; readonly phone: string } {
  if (typedName === '' || typedPhone === '') throw new CommandFailure('请写姓名和手机号：--name 姓名 --phone 手机号');
  const entered = { personName: typedName, section: '', post: '', isSectionHead: false, notHeadReason: null };
  const person = decideSuccessor(entered, 'administrator');
  if (!person.ok) throw DomainError.from(person.refusals);
  const phone = normalisePhone(typedPhone);
  if (!phone.ok) throw DomainError.from(phone.refusals);
  return { name: person.value.personName, phone: phone.value };
}
