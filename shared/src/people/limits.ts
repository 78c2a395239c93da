/** Limits of what is entered about units and people; lengths in code points, inclusive. */
export const PEOPLE_LIMITS = {
  personName: 50,
  section: 50,
  post: 50,
  reason: 200,
  unitName: 50,
  unitFullName: 100,
  alias: 50,
  aliasesPerUnit: 10,
  /** Hours during which an invite code can be used. */
  inviteHours: 48,
  /** Wrong codes after which a sign-in has to be started again. */
  wrongTriesPerTicket: 5,
  /** Wrong codes of one WeChat account within an hour, however often it starts again. */
  wrongTriesPerHour: 10,
  /** Minutes within which an unbound account finds its unit. */
  ticketMinutes: 15,
  /** Minutes during which the code on a desktop screen can be scanned. */
  desktopMinutes: 2,
} as const;
