import type { Role, UnitKind } from './roles';

/** What screens and Excel lists call each role. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  liaison: '联络员',
  leader: '分管领导',
  'lead-officer': '经办人',
  administrator: '管理员',
};

/** What screens and Excel lists call each kind of unit. */
export const UNIT_KIND_NAMES: Readonly<Record<UnitKind, string>> = {
  lead: '牵头单位',
  department: '责任单位',
  county: '县（市、区）',
  zone: '管委会',
  oversight: '督导考评问责专班',
  'leading-group-office': '领导小组办公室',
};
