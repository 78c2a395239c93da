import type { DateText } from '@jiannuo/shared/kernel';
import type { Role } from '@jiannuo/shared/people';
import type { SampleGroup, SampleUnit } from '@jiannuo/shared/samples';

/** An invented holder of a post in a sample group. Names are posts, numbers are of the 138 0000 01xx kind. */
export interface SamplePerson {
  /** Stable across runs: `heihe-2022/6/liaison`. Also the person's name in the simulated WeChat. */
  readonly key: string;
  readonly groupKey: string;
  readonly unitNumber: number;
  readonly unitName: string;
  readonly role: Role;
  readonly personName: string;
  readonly phone: string;
  readonly section: string;
  readonly post: string;
  readonly isSectionHead: boolean;
  readonly notHeadReason: string | null;
  readonly listedOn: DateText;
  readonly listedBy: string;
  /** Whether a WeChat account is bound from the start; the others show how binding goes. */
  readonly isBound: boolean;
}

interface Plan {
  readonly listedOn: DateText;
  /** The last two digits of a liaison's phone are this plus the unit's number, of a leader's 40 more. */
  readonly phoneBase: number;
  readonly officers: readonly { readonly name: string; readonly section: string; readonly phone: string }[];
  readonly leadersPhone: string;
  /** Numbers of units whose liaison has not bound WeChat yet. */
  readonly unbound: readonly number[];
  /** Why some liaisons are not the head of their section, by unit number. */
  readonly notHead: Readonly<Record<number, string>>;
}

const ADMINISTRATOR_PHONE = '13800000199';

const PLANS: Readonly<Record<string, Plan>> = {
  'heihe-2022': {
    listedOn: '2022-04-18',
    phoneBase: 1,
    officers: [
      { name: '市专班经办人甲', section: '信用科', phone: '13800000180' },
      { name: '市专班经办人乙', section: '信用科', phone: '13800000181' },
      { name: '市专班经办人丙', section: '督查科', phone: '13800000182' },
    ],
    leadersPhone: '13800000183',
    unbound: [7, 21],
    notHead: { 5: '股室负责人参加援建，由副职代办', 15: '科室负责人空缺' },
  },
  'investment-2022': {
    listedOn: '2022-03-01',
    phoneBase: 30,
    officers: [
      { name: '市招商办经办人甲', section: '综合科', phone: '13800000190' },
      { name: '市招商办经办人乙', section: '综合科', phone: '13800000191' },
    ],
    leadersPhone: '13800000192',
    unbound: [4],
    notHead: {},
  },
};

const SECTIONS: Readonly<Partial<Record<SampleUnit['kind'], string>>> = {
  county: '信用工作股',
  zone: '营商环境科',
  department: '信用建设科',
};

/** Everybody of a sample group: liaison and leader of each unit, the lead unit's officers, and one administrator for all groups. */
export function samplePeopleOf(group: SampleGroup): readonly SamplePerson[] {
  const plan = PLANS[group.key];
  if (plan === undefined) throw new Error(`Nobody is invented for ${group.key}.`);
  return group.units.flatMap((unit) =>
    unit.kind === 'lead' ? leadPeople(group, unit, plan) : unitPeople(group, unit, plan),
  );
}

function unitPeople(group: SampleGroup, unit: SampleUnit, plan: Plan): SamplePerson[] {
  const reason = plan.notHead[unit.number] ?? null;
  const post = reason === null ? '负责人' : '副职';
  return [
    person(group, unit, {
      role: 'liaison',
      name: `${unit.name}联络员`,
      phone: phoneOf(plan.phoneBase + unit.number),
      section: SECTIONS[unit.kind] ?? '办公室',
      post,
      notHeadReason: reason,
      isBound: !plan.unbound.includes(unit.number),
    }),
    person(group, unit, {
      role: 'leader',
      name: `${unit.name}分管领导`,
      phone: phoneOf(plan.phoneBase + 40 + unit.number),
      section: '领导班子',
      post: '分管负责人',
      isBound: unit.number % 4 !== 1,
    }),
  ];
}

function leadPeople(group: SampleGroup, unit: SampleUnit, plan: Plan): SamplePerson[] {
  const officers = plan.officers.map((officer, index) => {
    const who = { name: officer.name, section: officer.section, phone: officer.phone };
    const made = person(group, unit, { ...who, role: 'lead-officer', post: '经办人', isBound: true });
    return index === 0 ? made : { ...made, key: `${made.key}-${String(index + 1)}` };
  });
  const leader = { name: `${unit.name}分管领导`, section: '领导班子', post: '分管负责人', phone: plan.leadersPhone };
  const administrator = { name: '平台管理员', section: '信息中心', post: '管理员', phone: ADMINISTRATOR_PHONE };
  return [
    ...officers,
    person(group, unit, { ...leader, role: 'leader', isBound: true }),
    person(group, unit, { ...administrator, role: 'administrator', isBound: true }),
  ];
}

interface Holder {
  readonly role: Role;
  readonly name: string;
  readonly phone: string;
  readonly section: string;
  readonly post: string;
  readonly notHeadReason?: string | null;
  readonly isBound: boolean;
}

function person(group: SampleGroup, unit: SampleUnit, holder: Holder): SamplePerson {
  const reason = holder.notHeadReason ?? null;
  return {
    key: `${group.key}/${String(unit.number)}/${holder.role}`,
    groupKey: group.key,
    unitNumber: unit.number,
    unitName: unit.name,
    role: holder.role,
    personName: holder.name,
    phone: holder.phone,
    section: holder.section,
    post: holder.post,
    isSectionHead: holder.role === 'liaison' && reason === null,
    notHeadReason: reason,
    listedOn: PLANS[group.key]?.listedOn ?? '2022-01-01',
    listedBy: group.leadUnitName,
    isBound: holder.isBound,
  };
}

function phoneOf(lastDigits: number): string {
  return `138000001${String(lastDigits).padStart(2, '0')}`;
}
