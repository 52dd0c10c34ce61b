/** Forty who work in the console, and the patients. */
import type { DatabaseSync } from 'node:sqlite';
import { type StaffRole, staff } from '../../../../src/store/schema.ts';
import { inserter } from './bulk.ts';
import { DAYS, midnight } from './calendar.ts';

const EDITORS = 6;
const ADMINS = 2;
const STAFF = 40;

export type SeededStaff = { readonly id: string; readonly role: StaffRole };

/** The counselor, editor and admin as whom the benchmark looks: the first of each. */
export const STAFF_LIST: readonly SeededStaff[] = Array.from({ length: STAFF }, (_, i) => {
  const role = i >= STAFF - ADMINS ? 'admin' : i >= STAFF - ADMINS - EDITORS ? 'editor' : 'counselor';
  return { id: `staff-${String(i + 1).padStart(2, '0')}`, role };
});

export const COUNSELOR_IDS = STAFF_LIST.filter((one) => one.role === 'counselor').map((one) => one.id);

export function seedStaff(db: DatabaseSync): void {
  const add = inserter(db, staff);
  const at = new Date(midnight(DAYS - 360));
  for (const { id, role } of STAFF_LIST) {
    add({
      id,
      role,
      name: `相談員 ${id.slice(-2)}`,
      email: `${id}@example.jp`,
      emailVerified: true,
      twoFactorEnabled: true,
      createdAt: at,
      updatedAt: at,
    });
  }
}
