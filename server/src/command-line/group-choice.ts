import { GroupQueries, type GroupRecord } from '../features/people';
import { CommandFailure } from './command-failure';
import type { Services } from './installation';

/**
 * The group with a code, or the only one there is. Throws a CommandFailure when there is none, unless `create` makes
 * the first, or when there are several and none was named.
 */
export async function groupNamed(
  services: Services,
  code: string | undefined,
  create?: () => Promise<{ readonly groupId: string }>,
): Promise<GroupRecord> {
  const queries = services.get(GroupQueries);
  const groups = await queries.groups();
  const codes = groups.map((group) => group.code).join('、');
  if (code !== undefined) {
    const named = groups.find((group) => group.code === code);
    if (named === undefined) throw new CommandFailure(notThere(code, codes));
    return named;
  }
  const [first] = groups;
  if (first !== undefined && groups.length === 1) return first;
  if (first !== undefined) throw new CommandFailure(`有几个专班，请用 --group 写明是哪个：${codes}`);
  const made = create === undefined ? null : await queries.group((await create()).groupId);
  if (made === null) throw new CommandFailure('还没有专班，请先用 create-group 建一个。');
  return made;
}

function notThere(code: string, codes: string): string {
  return codes === ''
    ? `没有编号是“${code}”的专班，请先用 create-group 建。`
    : `没有编号是“${code}”的专班，现有：${codes}`;
}
