import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { execute, insertRows } from '../../../platform/database';
import { lockedRow } from './locked-rows';

/** A WeChat account in one mini program. */
export interface AccountName {
  readonly appId: string;
  readonly openId: string;
}

/** Whose an account is. */
export interface AccountFacts {
  readonly id: string;
  readonly personId: string;
  readonly isBroken: boolean;
  readonly lastAppointmentId: string | null;
}

interface Row {
  readonly id: string;
  readonly person_id: string;
  readonly is_broken: number | boolean;
  readonly last_appointment_id: string | null;
}

const SELECT = 'SELECT id, person_id, is_broken, last_appointment_id FROM wechat_account';

/** The binding of an account, locked; null while it is free. */
export async function accountNamed(tx: EntityManager, name: AccountName): Promise<AccountFacts | null> {
  return factsOf(await lockedRow<Row>(tx, `${SELECT} WHERE app_id = ? AND open_id = ?`, [name.appId, name.openId]));
}

/** The account that a person has bound in a mini program, locked; null when none. */
export async function accountOfPerson(
  tx: EntityManager,
  appId: string,
  personId: string,
): Promise<AccountFacts | null> {
  return factsOf(await lockedRow<Row>(tx, `${SELECT} WHERE person_id = ? AND app_id = ?`, [personId, appId]));
}

/** Binds a free account. */
export async function insertAccount(
  tx: EntityManager,
  account: AccountName & {
    readonly id: string;
    readonly personId: string;
    readonly appointmentId: string;
    readonly now: Instant;
  },
): Promise<void> {
  await insertRows(tx, 'wechat_account', [
    {
      id: account.id,
      app_id: account.appId,
      open_id: account.openId,
      person_id: account.personId,
      bound_at: account.now,
      is_broken: 0,
      last_appointment_id: account.appointmentId,
    },
  ]);
}

/** Frees an account. */
export async function removeAccount(tx: EntityManager, id: string): Promise<void> {
  await execute(tx, 'DELETE FROM wechat_account WHERE id = ?', [id]);
}

/** Remembers where this person worked last, so that the next sign-in starts there. */
export async function rememberAppointment(tx: EntityManager, personId: string, appointmentId: string): Promise<void> {
  await execute(tx, 'UPDATE wechat_account SET last_appointment_id = ? WHERE person_id = ?', [appointmentId, personId]);
}

/** Notes whether WeChat still knows the account behind an openid. */
export async function markBroken(tx: EntityManager, name: AccountName, isBroken: boolean): Promise<void> {
  const sql = 'UPDATE wechat_account SET is_broken = ? WHERE app_id = ? AND open_id = ?';
  await execute(tx, sql, [isBroken ? 1 : 0, name.appId, name.openId]);
}

function factsOf(row: Row | null): AccountFacts | null {
  if (row === null) return null;
  return {
    id: row.id,
    personId: row.person_id,
    isBroken: Boolean(row.is_broken),
    lastAppointmentId: row.last_appointment_id,
  };
}
