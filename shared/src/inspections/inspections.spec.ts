import fc from 'fast-check';
import { ROLES, type UnitKind } from '../people';
import {
  decideFinding,
  decideInspection,
  FINDING_ACTIONS,
  FINDING_STATES,
  FINDING_TRANSITIONS,
  findingActions,
  findingSeen,
  INSPECTION_ACTIONS,
  INSPECTION_STATES,
  INSPECTION_TRANSITIONS,
  inspectionActions,
  INSPECTIONS_MESSAGES,
  isAnnounced,
  METHODS,
  noticeFrom,
  parseFinding,
  parseFindingStep,
  parsePlan,
  planGaps,
  releaseGaps,
  SUBJECTS,
  type FindingContent,
  type FindingSituation,
  type InspectionPlan,
  type InspectionSituation,
} from '.';

const NOW = '2022-05-16T01:20:00.000Z';
const DUE = '2022-05-25T10:00:00.000Z';

function codes(outcome: { readonly ok: boolean; readonly refusals?: readonly { readonly code: string }[] }): string[] {
  return (outcome.refusals ?? []).map(({ code }) => code);
}

const plan = (change: Partial<Record<keyof InspectionPlan, unknown>> = {}): object => ({
  method: 'unannounced',
  subject: 'key-tasks',
  title: '政务大厅窗口承诺践诺',
  matter: '看窗口是否公示承诺、限时办结。',
  fromOn: '2022-05-17',
  toOn: '2022-05-18',
  memberIds: ['a1'],
  others: '',
  unitIds: ['u1'],
  ...change,
});
const planned = (change: Partial<Record<keyof InspectionPlan, unknown>> = {}): InspectionPlan => {
  const parsed = parsePlan(plan(change));
  if (!parsed.ok) throw new Error('The plan of this test is none.');
  return parsed.value;
};
const finding = (change: object = {}): object => ({
  unitId: 'u1',
  subject: 'key-tasks',
  facts: '两个窗口没有公示承诺。',
  evidence: [],
  demand: '补上公示，报整改情况。',
  dueAt: DUE,
  ...change,
});

describe('an inspection (art. 11)', () => {
  const situation = (change: Partial<InspectionSituation> = {}): InspectionSituation => ({
    state: 'planned',
    role: 'lead-officer',
    asksRectification: true,
    openFindings: 0,
    ...change,
  });

  it('is one of three methods on one of three subjects', () => {
    expect(METHODS).toEqual(['written', 'unannounced', 'on-site']);
    expect(SUBJECTS).toHaveLength(3);
    expect(METHODS.filter(isAnnounced)).toEqual(['written', 'on-site']);
  });

  it('moves for every state, action and role exactly as the table says', () => {
    for (const state of INSPECTION_STATES) {
      for (const role of ROLES) {
        for (const action of INSPECTION_ACTIONS) {
          for (const asksRectification of [true, false]) {
            const row = INSPECTION_TRANSITIONS.find(
              (each) =>
                each.action === action &&
                each.by.includes(role) &&
                each.from.includes(state) &&
                (each.asksRectification ?? asksRectification) === asksRectification,
            );
            const outcome = decideInspection(action, situation({ state, role, asksRectification }));
            expect([action, state, role, outcome.ok]).toEqual([action, state, role, row !== undefined]);
            if (outcome.ok) expect(outcome.value).toBe(row?.to ?? state);
            else expect(Object.keys(INSPECTIONS_MESSAGES)).toContain(outcome.refusals[0].code);
          }
        }
      }
    }
  });

  it('goes from plan over findings and release to rectification, and is closed once all is put right', () => {
    expect(inspectionActions(situation())).toEqual(['edit', 'start', 'cancel']);
    expect(inspectionActions(situation({ state: 'under-way' }))).toEqual(['note', 'conclude', 'cancel']);
    expect(inspectionActions(situation({ state: 'findings' }))).toEqual(['resume', 'release']);
    expect(decideInspection('release', situation({ state: 'findings' }))).toEqual({ ok: true, value: 'rectification' });
    const clean = situation({ state: 'findings', asksRectification: false });
    expect(decideInspection('release', clean)).toEqual({ ok: true, value: 'released' });
    const open = situation({ state: 'rectification', openFindings: 2 });
    expect(codes(decideInspection('close', open))).toEqual(['inspections.still-open']);
    expect(decideInspection('close', { ...open, openFindings: 0 }).ok).toBe(true);
  });

  it('starts only with everything that it needs, at units that can be inspected', () => {
    const kinds = new Map<string, UnitKind>([
      ['u1', 'county'],
      ['u2', 'lead'],
    ]);
    expect(planGaps(planned(), kinds)).toEqual([]);
    const empty = planned({ title: '', matter: ' ', fromOn: '', unitIds: [] });
    expect(planGaps(empty, kinds).map(({ code }) => code)).toEqual([
      'inspections.text-missing',
      'inspections.text-missing',
      'inspections.days-missing',
      'inspections.units-missing',
    ]);
    expect(planGaps(planned({ unitIds: ['u2'] }), kinds)).toMatchObject([{ code: 'inspections.unit-unfit' }]);
    expect(planGaps(planned({ toOn: '2022-05-16' }), kinds)).toMatchObject([{ code: 'inspections.days-reversed' }]);
  });

  it('takes no plan with unknown parts, an unknown method or far too long texts, and never throws', () => {
    expect(codes(parsePlan({ ...plan(), secret: 1 }))).toEqual(['inspections.unreadable']);
    expect(codes(parsePlan(plan({ method: 'drone' })))).toEqual(['inspections.unreadable']);
    expect(codes(parsePlan(plan({ matter: '长'.repeat(100_000) })))).toEqual(['inspections.text-too-long']);
    expect(codes(parsePlan(plan({ unitIds: [{}] })))).toEqual(['inspections.unreadable']);
    fc.assert(
      fc.property(fc.anything(), (input) => {
        const all = [parsePlan(input), parseFinding(input), parseFindingStep('answer', input, NOW)];
        for (const { code } of all.flatMap((each) => (each.ok ? [] : each.refusals))) {
          if (code.startsWith('inspections.')) expect(Object.keys(INSPECTIONS_MESSAGES)).toContain(code);
        }
      }),
    );
  });
});

const NAMED = {
  id: 'f1',
  method: 'unannounced',
  state: 'to-rectify',
  concealedTitle: null,
  unitSays: null,
} as const;

describe('a finding', () => {
  const situation = (change: Partial<FindingSituation> = {}): FindingSituation => ({
    state: 'to-rectify',
    inspection: 'rectification',
    role: 'liaison',
    isOwn: true,
    asksRectification: true,
    isConcealed: false,
    dueAt: DUE,
    now: NOW,
    ...change,
  });

  it('moves for every state, stage, action and role exactly as the table says', () => {
    for (const state of FINDING_STATES) {
      for (const inspection of INSPECTION_STATES) {
        for (const role of ROLES) {
          for (const action of FINDING_ACTIONS) {
            for (const [isConcealed, now] of [false, true].flatMap((each) => [
              [each, NOW] as const,
              [each, DUE] as const,
            ])) {
              const row = FINDING_TRANSITIONS.find(
                (each) =>
                  each.action === action &&
                  each.by.includes(role) &&
                  each.from.includes(state) &&
                  each.during.includes(inspection) &&
                  each.asksRectification !== false &&
                  (each.isConcealed ?? isConcealed) === isConcealed &&
                  (now === DUE ? each.beforeDue : each.afterDue) !== true,
              );
              const change = { state, inspection, role, isOwn: role === 'liaison', isConcealed, now };
              const outcome = decideFinding(action, situation(change));
              expect([action, change, outcome.ok]).toEqual([action, change, row !== undefined]);
              if (outcome.ok) expect(outcome.value).toBe(row?.to ?? state);
              else expect(Object.keys(INSPECTIONS_MESSAGES)).toContain(outcome.refusals[0].code);
            }
          }
        }
      }
    }
  });

  it('is answered by its unit, and accepted or sent back by the lead unit', () => {
    expect(findingActions(situation())).toEqual(['answer']);
    const lead = situation({ role: 'lead-officer', isOwn: false });
    expect(findingActions(lead)).toEqual(['enter-answer', 'draft-notice']);
    expect(findingActions({ ...lead, state: 'answered' })).toEqual(['accept', 'return', 'draft-notice']);
    expect(codes(decideFinding('answer', situation({ isOwn: false })))).toEqual(['inspections.not-your-role']);
  });

  it('becomes a notice only once it is released', () => {
    const noted = situation({ role: 'lead-officer', state: 'noted', inspection: 'under-way' });
    expect(codes(decideFinding('draft-notice', noted))).toEqual(['inspections.finding-not-possible-noted']);
  });

  it('has its answer taken back only before it is due', () => {
    const answered = situation({ state: 'answered' });
    expect(decideFinding('take-back', answered)).toEqual({ ok: true, value: 'to-rectify' });
    expect(codes(decideFinding('take-back', { ...answered, now: DUE }))).toEqual(['inspections.take-back-late']);
  });

  it('says facts, and by when where it asks to put something right', () => {
    expect(codes(parseFinding(finding({ facts: '  ' })))).toEqual(['inspections.text-missing']);
    expect(codes(parseFinding(finding({ dueAt: null })))).toEqual(['inspections.due-missing']);
    expect(parseFinding(finding({ demand: '', dueAt: DUE }))).toMatchObject({ ok: true, value: { dueAt: null } });
    const photo = { id: 'e1', title: '照片', kind: 'photo', attachmentId: 'f1' };
    expect(parseFinding(finding({ evidence: [photo] }))).toMatchObject({ ok: true, value: { evidence: [photo] } });
    expect(codes(parseFinding({ ...finding(), unitId: "' OR 1=1" }))).toEqual(['inspections.unreadable']);
  });

  it('was seen on a day from the beginning of its inspection until today, where a day is said; its words are not read', () => {
    const between = { beganOn: '2022-05-14', today: '2022-05-16' };
    const seen = (seenOn: string | null) => codes(findingSeen({ seenOn }, between));
    for (const day of [null, '2022-05-14', '2022-05-16']) expect(seen(day)).toEqual([]);
    expect(seen('2022-05-17')).toEqual(['inspections.seen-ahead']);
    expect(seen('2022-05-13')).toEqual(['inspections.seen-before']);
    expect(codes(parseFinding(finding({ seenOn: '5月17日' })))).toEqual(['inspections.unreadable']);
    const said = parseFinding(finding({ facts: '5月31日，窗口没有人。', seenOn: '2022-05-15' }));
    expect(said).toMatchObject({ ok: true, value: { seenOn: '2022-05-15' } });
    const { value } = said as { readonly value: FindingContent };
    const facts = '2022年5月15日暗访督导发现：5月31日，窗口没有人。';
    expect(noticeFrom({ ...value, ...NAMED }, 'order').fields['facts']).toBe(facts);
  });

  it('asks nothing in the morning for the afternoon, and says which of them does', () => {
    const earliest = '2022-05-17T04:00:00.000Z';
    const of = (dueAt: string | null) => ({ dueAt, facts: '两个窗口没有公示承诺。', unitName: '逊克县' });
    expect(releaseGaps([of(DUE), of(null)], earliest)).toEqual([]);
    const [gap] = releaseGaps([of(DUE), of(NOW)], earliest);
    expect(INSPECTIONS_MESSAGES['inspections.release-too-soon'](gap!.facts)).toMatch(
      /^逊克县“两个窗口没有公示承诺”的整改时限太紧，最早5月17日.*请先办“回到督导中”/u,
    );
    const summed = situation({ role: 'lead-officer', isOwn: false, state: 'noted', inspection: 'findings' });
    expect(codes(decideFinding('edit', summed))).toEqual(['inspections.not-possible-findings']);
  });

  it('brings its facts, its unit and itself into the notice that it becomes', () => {
    const parsed = parseFinding(finding({ facts: '长'.repeat(2_000) }));
    const content = (parsed as { readonly value: FindingContent }).value;
    const notice = noticeFrom({ ...content, ...NAMED }, 'warning');
    expect(notice.link).toEqual({ kind: 'finding', id: 'f1' });
    expect(notice.title).toBe(`${'长'.repeat(40)}……`);
    expect(notice.addressees).toEqual([{ unitId: 'u1', part: 'main' }]);
    expect(notice.fields['facts']).toHaveLength(1_000);
    expect(notice.fields['facts']?.startsWith('暗访督导发现：长')).toBe(true);
  });
});
