import { ROLE_NAMES } from '@jiannuo/shared/people';
import { sampleGroups } from '@jiannuo/shared/samples';
import { samplePeopleOf, type SamplePerson } from './sample-people';

/** A person whom the demo can sign in as, with the account that the simulated WeChat has for them. */
export interface DemoAccount {
  /** What the address bar calls the account, `heihe-2022/6/liaison`; also the user's id in the simulator. */
  readonly key: string;
  readonly groupKey: string;
  readonly groupName: string;
  readonly unitName: string;
  readonly role: SamplePerson['role'];
  /** 逊克县 联络员. */
  readonly title: string;
  readonly personName: string;
  readonly phone: string;
  /** Whether WeChat is bound from the start. */
  readonly isBound: boolean;
}

/** Everybody of the sample groups, in the order of the list. One person with posts in two groups has one account, the first. */
export function demoAccounts(): readonly DemoAccount[] {
  const accounts = sampleGroups.flatMap((group) =>
    samplePeopleOf(group).map((person) => ({
      key: person.key,
      groupKey: group.key,
      groupName: group.name,
      unitName: person.unitName,
      role: person.role,
      title: `${person.unitName} ${ROLE_NAMES[person.role]}`,
      personName: person.personName,
      phone: person.phone,
      isBound: person.isBound,
    })),
  );
  return accounts.filter((account, index) => accounts.findIndex(({ phone }) => phone === account.phone) === index);
}

/** The two people whose phones the demo shows side by side: an officer's and the lead unit's. */
export const DEMO_PHONES = { officer: 'heihe-2022/6/liaison', lead: 'heihe-2022/1/lead-officer' } as const;
