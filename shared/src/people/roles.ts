/** Kinds of unit in a working group (art. 1-4): 牵头单位, 责任单位, 县（市、区）专班, 管委会, 督导考评问责专班, 领导小组办公室. */
export const UNIT_KINDS = ['lead', 'department', 'county', 'zone', 'oversight', 'leading-group-office'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** What a person is appointed to: 联络员, 分管领导, 牵头单位经办人, 管理员. */
export const ROLES = ['liaison', 'leader', 'lead-officer', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Everything a route can ask for. A role grants a fixed set of them. */
export const PERMISSIONS = [
  'self.read',
  'report.read',
  'report.write',
  'report.review',
  'obligation.read',
  'obligation.manage',
  'ledger.read',
  'ledger.write',
  'ledger.manage',
  'board.read',
  'reminder.send',
  'call-list.read',
  'people.read',
  'people.manage',
  'handover.start',
  'attachment.write',
  'inbox.read',
  'audit.read',
  'information.read',
  'information.write',
  'information.mark',
  'contact.read',
  'contact.manage',
  'matter.write',
  'matter.decide',
  'supervision.read',
  'supervision.act',
  'supervision.manage',
  'ruling.read',
  'ruling.manage',
  'application.read',
  'application.write',
  'application.decide',
  'feedback.write',
  'feedback.answer',
  'spot-check.read',
  'spot-check.manage',
  'assessment.read',
  'assessment.write',
  'assessment.review',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const EVERYONE = [
  'self.read',
  'obligation.read',
  'ledger.read',
  'report.read',
  'inbox.read',
  'information.read',
  'contact.read',
  'matter.write',
  'supervision.read',
  'ruling.read',
  'application.read',
  'feedback.write',
  'spot-check.read',
  'assessment.read',
] as const;

const GRANTS: Record<Role, readonly Permission[]> = {
  liaison: [
    ...EVERYONE,
    'report.write',
    'ledger.write',
    'attachment.write',
    'handover.start',
    'information.write',
    'application.write',
    'assessment.write',
    'supervision.act',
  ],
  leader: EVERYONE,
  'lead-officer': [
    ...EVERYONE,
    'report.review',
    'obligation.manage',
    'ledger.manage',
    'board.read',
    'reminder.send',
    'call-list.read',
    'audit.read',
    'contact.manage',
    'matter.decide',
    'people.read',
    'people.manage',
    'attachment.write',
    'handover.start',
    'information.mark',
    'ruling.manage',
    'application.decide',
    'feedback.answer',
    'spot-check.manage',
    'assessment.review',
    'supervision.act',
    'supervision.manage',
  ],
  administrator: ['self.read', 'people.read', 'people.manage', 'handover.start', 'audit.read', 'feedback.write'],
};

/** The permissions that an appointment to `role` carries. */
export function permissionsOf(role: Role): readonly Permission[] {
  return GRANTS[role];
}

/** Whether an appointment to `role` may do what `permission` names. */
export function isPermitted(role: Role, permission: Permission): boolean {
  return GRANTS[role].includes(permission);
}
