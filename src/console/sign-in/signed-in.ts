/** The person at the screen. */
import type { StaffRole } from '../../store/schema.ts';

export type SignedIn = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
  /** False until the second factor is set up; such a person sees nothing but the page that sets it up. */
  readonly secondFactor: boolean;
};
