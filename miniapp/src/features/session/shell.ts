import type { MeView, Role, UnitKind } from '@jiannuo/shared/people';
import { ROLE_NAMES } from '@jiannuo/shared/people';
import { openSlot, startAt, type Slot } from '../../platform/navigation';
import type { IconName } from '../../ui/icon/icon';
import { factsInLine } from '../../ui/ideographic-space';
import type { ShellValue, SideItem, TabItem } from '../../ui/screen/shell';

/** Counts that stand beside the names of the slots. */
export interface ShellCounts {
  /** What waits for this person in the inbox. */
  readonly toDo: number;
  /** Of that, notices and tickets of supervision. */
  readonly toSupervise: number;
  /** Self-assessments that wait for review, and objections that wait for an answer. */
  readonly toAssess: number;
  /** Reports of any month that wait to be reviewed. */
  readonly toReview: number;
}

type Tab = readonly [slot: Slot, label: string, icon: IconName];

const TABS: Record<Role, readonly Tab[]> = {
  liaison: [
    ['home', '待办', 'todo'],
    ['work', '填报', 'report'],
    ['inbox', '收件', 'inbox'],
    ['me', '我的', 'person'],
  ],
  leader: [
    ['home', '要事', 'todo'],
    ['inbox', '收件', 'inbox'],
    ['me', '我的', 'person'],
  ],
  'lead-officer': [
    ['home', '看板', 'board'],
    ['work', '审核', 'check'],
    ['inbox', '收件', 'inbox'],
    ['me', '我的', 'person'],
  ],
  administrator: [
    ['home', '人员', 'units'],
    ['me', '我的', 'person'],
  ],
};

interface SidePage {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  /** Only for units of this kind. */
  readonly unitKind?: UnitKind;
  /** What belongs together under it; the first one is the page itself. */
  readonly parts?: readonly Pick<SidePage, 'id' | 'label'>[];
}

const ASSESSMENT: SidePage = {
  id: 'assessment/review',
  label: '考评',
  icon: 'bars',
  parts: [
    { id: 'assessment/review', label: '复核' },
    { id: 'applications', label: '申报' },
    { id: 'assessment/scores', label: '各县得分' },
    { id: 'assessment/quarter', label: '季度成绩' },
    { id: 'assessment/year', label: '年度成绩' },
    { id: 'spot-checks', label: '抽查摇号' },
    { id: 'rulings/register', label: '解释口径' },
  ],
};

const SUPERVISION: SidePage = {
  id: 'supervision/notices',
  label: '督导',
  icon: 'flag',
  parts: [
    { id: 'supervision/notices', label: '通知和督办' },
    { id: 'inspections/list', label: '督导检查' },
    { id: 'burden/month', label: '减负账本' },
  ],
};

const RECEIVED: SidePage = {
  id: 'supervision/tickets',
  label: '督办和督导',
  icon: 'flag',
  parts: [
    { id: 'supervision/tickets', label: '督办和提醒' },
    { id: 'inspections/received', label: '督导检查' },
  ],
};

const COORDINATION: SidePage = {
  id: 'coordination/contacts',
  label: '会议与联络',
  icon: 'calendar',
  parts: [
    { id: 'coordination/contacts', label: '沟通联络' },
    { id: 'coordination/matters', label: '协调事项' },
  ],
};

const COUNTY_SCORES: SidePage = {
  id: 'assessment/history',
  label: '考评得分',
  icon: 'bars',
  unitKind: 'county',
  parts: [
    { id: 'assessment/history', label: '各月' },
    { id: 'assessment/year', label: '年度成绩' },
  ],
};

/** Pages of the wide layout that have no slot of their own. */
const SIDE_PAGES: Partial<Record<Role, readonly SidePage[]>> = {
  liaison: [
    { id: 'ledger', label: '台账', icon: 'book' },
    RECEIVED,
    { id: 'information/updates', label: '工作动态', icon: 'bulletin' },
    { id: 'applications', label: '申报', icon: 'flag', unitKind: 'county' },
    COUNTY_SCORES,
    { id: 'coordination/matters', label: '协调事项', icon: 'comment' },
    { id: 'spot-checks', label: '抽查摇号', icon: 'check' },
    { id: 'rulings/register', label: '解释口径', icon: 'search' },
  ],
  'lead-officer': [
    ASSESSMENT,
    SUPERVISION,
    { id: 'information/updates', label: '信息与通报', icon: 'bulletin' },
    { id: 'ledger', label: '台账', icon: 'book' },
    { id: 'call-list', label: '电话名单', icon: 'phone' },
    COORDINATION,
    { id: 'people', label: '单位与人员', icon: 'units' },
  ],
};

function countOf(role: Role, slot: Slot, counts: ShellCounts): number {
  if (slot === 'inbox') return counts.toDo;
  return slot === 'work' && role === 'lead-officer' ? counts.toReview : 0;
}

function tabsOf(role: Role, counts: ShellCounts): readonly TabItem[] {
  return TABS[role].map(([slot, label, icon]) => ({
    slot,
    label,
    icon,
    badge: countOf(role, slot, counts),
  }));
}

function sideOf({ role, unit }: MeView['current'], tabs: readonly TabItem[], counts: ShellCounts): readonly SideItem[] {
  const slots = tabs.map(({ slot, label, icon, badge }) => ({
    id: slot,
    label,
    icon,
    badge,
    parts: [],
    open: () => {
      openSlot(slot);
    },
  }));
  const pages = (SIDE_PAGES[role] ?? [])
    .filter(({ unitKind }) => unitKind === undefined || unitKind === unit.kind)
    .map(({ id, label, icon, parts = [] }) => ({
      label,
      icon,
      badge: badgeOf(id, counts),
      parts: parts.map((part) => ({ ...part, ...openingOf(part.id) })),
      ...openingOf(id),
    }));
  // What is one's own stands at the foot, as 设置.
  return [...slots.filter((item) => item.id !== 'me'), ...pages];
}

function badgeOf(id: string, { toSupervise, toAssess }: ShellCounts): number {
  if (id === SUPERVISION.id) return toSupervise;
  return id === ASSESSMENT.id ? toAssess : 0;
}

function openingOf(id: string) {
  return {
    id,
    open: () => {
      startAt(id);
    },
  };
}

/** What stands around every screen for this person: the slots of the role, unit and post, the demo mark. */
export function shellOf(me: MeView, counts: ShellCounts): ShellValue {
  const { role, unit, section } = me.current;
  const tabs = tabsOf(role, counts);
  return {
    tabs,
    side: sideOf(me.current, tabs, counts),
    unitName: unit.name,
    roleName: factsInLine(ROLE_NAMES[role], section),
    fillsIn: role === 'liaison',
    isDemo: me.isDemo,
  };
}
