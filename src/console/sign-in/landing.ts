/** Where each role begins its work. */
import type { StaffRole } from '../../store/schema.ts';

export function landing(role: StaffRole): string {
  switch (role) {
    case 'counselor':
    case 'admin':
      return '/console';
    case 'editor':
      return '/console/editors';
    default:
      return role satisfies never;
  }
}
