import { decideAppointing, decideListing, decideSignInOf, gapsOfDirectory, opensMore, type Listing } from './index';

const LISTING: Listing = {
  role: 'liaison',
  personName: ' 逊克县联络员 ',
  phone: '138 0000 0107',
  section: '信用工作股',
  post: '负责人',
  isSectionHead: true,
  notHeadReason: '不用写',
  validFrom: '2022-05-17',
};
const CONTEXT = { unitKind: 'county', today: '2022-05-17' } as const;

function codes(listing: Partial<Listing>, context: { unitKind: 'county' | 'lead'; today: string } = CONTEXT): string[] {
  const outcome = decideListing({ ...LISTING, ...listing }, context);
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
}

describe('listing somebody for a unit', () => {
  it('cleans what was typed, and asks the head of a section for no reason (art. 3)', () => {
    expect(decideListing(LISTING, CONTEXT)).toEqual({
      ok: true,
      value: { ...LISTING, personName: '逊克县联络员', phone: '13800000107', notHeadReason: null },
    });
  });

  it('asks why a liaison is not the head of the section (art. 3), and asks nobody else', () => {
    expect(codes({ isSectionHead: false, notHeadReason: null })).toEqual(['appointment.reason-missing']);
    expect(codes({ isSectionHead: false, notHeadReason: '\u200b ' })).toEqual(['appointment.reason-missing']);
    expect(codes({ isSectionHead: false, notHeadReason: '空缺' })).toEqual([]);
    expect(codes({ role: 'leader', isSectionHead: false, notHeadReason: null })).toEqual([]);
  });

  it('counts an emoji as one character', () => {
    expect(codes({ personName: '😀'.repeat(50) })).toEqual([]);
    expect(codes({ personName: '😀'.repeat(51) })).toEqual(['person.name-too-long']);
  });

  it('puts officers and administrators into the lead unit only', () => {
    expect(codes({ role: 'lead-officer' })).toEqual(['appointment.role-not-here']);
    expect(codes({ role: 'lead-officer' }, { ...CONTEXT, unitKind: 'lead' })).toEqual([]);
  });

  it('begins today or earlier, on a day that exists', () => {
    expect(codes({ validFrom: '2022-05-18' })).toEqual(['appointment.from-future']);
    expect(codes({ validFrom: '2022-02-30' })).toEqual(['appointment.from-unreadable']);
  });

  it('tells every reason at once', () => {
    expect(codes({ personName: '', phone: ' ', post: '长'.repeat(51) })).toEqual([
      'person.name-missing',
      'appointment.post-too-long',
      'phone.missing',
    ]);
  });
});

describe('managing people', () => {
  const held = { id: 'a', groupId: 'g', role: 'liaison' } as const;

  it('lets only administrators appoint administrators', () => {
    expect(decideAppointing('lead-officer', 'administrator').ok).toBe(false);
    expect(decideAppointing('administrator', 'administrator').ok).toBe(true);
    expect(decideAppointing('lead-officer', 'lead-officer').ok).toBe(true);
  });

  it('ends at the group and below administrators when it decides how somebody signs in', () => {
    expect(decideSignInOf('lead-officer', 'g', [held])).toEqual({ ok: true, value: true });
    expect(decideSignInOf('lead-officer', 'g', [held, { ...held, groupId: 'h' }])).toMatchObject({
      refusals: [{ code: 'person.in-other-group' }],
    });
    expect(decideSignInOf('lead-officer', 'g', [held, { ...held, role: 'administrator' }])).toMatchObject({
      refusals: [{ code: 'appointment.administrator-only' }],
    });
  });

  it('sees when a code would open more than its post', () => {
    expect(opensMore(held, [held])).toBe(false);
    expect(opensMore(held, [held, { ...held, id: 'b', role: 'leader' }])).toBe(false);
    expect(opensMore(held, [held, { ...held, id: 'b', groupId: 'h' }])).toBe(true);
    expect(opensMore(held, [held, { ...held, id: 'b', role: 'administrator' }])).toBe(true);
  });
});

describe('the check of the list (R9, art. 3)', () => {
  const liaison = { role: 'liaison', isSectionHead: true, isBound: true } as const;
  const leader = { role: 'leader', isSectionHead: false, isBound: false } as const;

  it('finds a unit without liaison or leader, and a liaison who is not the head or not bound', () => {
    expect(gapsOfDirectory({ unitKind: 'county', appointments: [] })).toEqual(['no-liaison', 'no-leader']);
    expect(gapsOfDirectory({ unitKind: 'county', appointments: [liaison, leader] })).toEqual([]);
    const wanting = { ...liaison, isSectionHead: false, isBound: false };
    expect(gapsOfDirectory({ unitKind: 'department', appointments: [wanting, leader] })).toEqual([
      'liaison-unbound',
      'not-section-head',
    ]);
  });

  it('asks nothing of the lead unit and of the bodies above it', () => {
    expect(gapsOfDirectory({ unitKind: 'lead', appointments: [] })).toEqual([]);
    expect(gapsOfDirectory({ unitKind: 'oversight', appointments: [] })).toEqual([]);
  });
});
