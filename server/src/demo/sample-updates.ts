import { atBeijing, type Instant, type Period } from '@jiannuo/shared/kernel';

/** One step in the life of a sample work update; it is found again by its title. */
export type UpdateStep =
  | { readonly kind: 'send'; readonly title: string; readonly text: string; readonly evidence: readonly string[] }
  | { readonly kind: 'mark-high-quality' | 'not-choose'; readonly title: string; readonly reason: string }
  | { readonly kind: 'adopt'; readonly title: string; readonly adopter: 'leading-group-office' | 'provincial-group' }
  | { readonly kind: 'compile'; readonly titles: readonly string[] };

/** What a unit or the lead unit does about work updates at a moment. */
export interface UpdateAct {
  readonly at: Instant;
  readonly period: Period;
  readonly unitNumber: number;
  readonly kind: 'information';
  readonly step: UpdateStep;
}

const LEAD = 1;

function act(day: string, time: string, unitNumber: number, step: UpdateStep): UpdateAct {
  return { at: atBeijing(day, time), period: day.slice(0, 7), unitNumber, kind: 'information', step };
}

function send(title: string, text: string, evidence: readonly string[] = []): UpdateStep {
  return { kind: 'send', title, text, evidence };
}

const MARKET = '集市日摆台讲信用，半天扫码286户';
const WINDOW = '信用修复专窗“一次讲清”';
const VILLAGE = '“码上诚信”进村屯，商户自己贴码';
const MEETING = '召开专班工作例会';
const LEDGER = '老账一本清：12件承诺逐件认领';
const TOWN = '乡镇集中赋码现场办公3场';
const REPAIR = '信用修复“一件事”上门办';
const BORDER = '诚信“七进”走进边境村屯';

/** April and May: what was sent, what was made of it, and the bulletins of both months. */
export const SAMPLE_UPDATES: readonly UpdateAct[] = [
  act(
    '2022-04-22',
    '10:20',
    3,
    send(MARKET, '北安市赶在集日设台，讲清扫码看信用的用处，当场为286户贴码。', ['《集市日现场照片》']),
  ),
  act(
    '2022-04-24',
    '15:05',
    10,
    send(WINDOW, '市信用修复专窗把材料清单缩成一页纸，一次讲清。半月办结31件，平均用时减到3天。'),
  ),
  act(
    '2022-04-25',
    '09:40',
    6,
    send(VILLAGE, '逊克县组织村干部教商户自己贴码、自己试扫，一周覆盖9个村屯、117户。', ['《村屯赋码简报》']),
  ),
  act('2022-04-26', '10:00', LEAD, {
    kind: 'mark-high-quality',
    title: MARKET,
    reason: '有做法，有数据，别处学得来。',
  }),
  act('2022-04-26', '10:10', LEAD, { kind: 'mark-high-quality', title: VILLAGE, reason: '做法具体，数据完整。' }),
  act('2022-04-28', '16:00', LEAD, { kind: 'compile', titles: [MARKET, WINDOW, VILLAGE] }),
  act('2022-04-29', '11:00', LEAD, { kind: 'adopt', title: MARKET, adopter: 'leading-group-office' }),
  act('2022-05-10', '16:20', 6, send(MEETING, '逊克县专班召开例会，传达有关要求，部署下步工作。')),
  act('2022-05-11', '09:00', LEAD, {
    kind: 'not-choose',
    title: MEETING,
    reason: '例会消息不单独编，请写做法和成效',
  }),
  act(
    '2022-05-11',
    '14:30',
    12,
    send(LEDGER, '市司法局把历年未兑现的承诺列成12件，逐件写明由谁认领、何时办结，已办结5件。'),
  ),
  act(
    '2022-05-12',
    '10:10',
    6,
    send(TOWN, '逊克县在三个乡镇各办一场，税务、市监同台，当天赋码212户，解答76人次。', [
      '《现场办公照片》',
      '《赋码名单》',
    ]),
  ),
  act('2022-05-13', '09:30', LEAD, {
    kind: 'mark-high-quality',
    title: TOWN,
    reason: '三场做法、户数都清楚，可以推开。',
  }),
  act('2022-05-13', '11:15', 6, send(REPAIR, '逊克县给失信企业上门讲修复、帮填表，8户当周提交，5户已修复。')),
  act('2022-05-13', '17:00', LEAD, { kind: 'compile', titles: [TOWN, LEDGER] }),
  act('2022-05-16', '09:20', LEAD, {
    kind: 'mark-high-quality',
    title: REPAIR,
    reason: '从企业的难处说起，成效看得见。',
  }),
  act('2022-05-16', '10:40', 6, send(BORDER, '逊克县把诚信“七进”放到边境村屯，用身边事讲履约，参加430人次。')),
  act(
    '2022-05-16',
    '15:30',
    2,
    send('承诺公示栏搬进早市', '爱辉区在两处早市设承诺公示栏，公示36项，群众当场问了52个问题。'),
  ),
  act(
    '2022-05-16',
    '17:10',
    16,
    send('农民工工资保证金“见码即退”', '市住建局凭信用码免缴、退还保证金，已退7家、共214万元。', ['《退还明细》']),
  ),
];
