/** A person as the console's pages know them. */
import type { Person } from '../../store/staff.ts';
import type { SignedIn } from './signed-in.ts';

export function asSignedIn(owner: Person): SignedIn {
  return {
    id: owner.id,
    name: owner.name,
    email: owner.email,
    role: owner.role,
    secondFactor: owner.twoFactorEnabled === true,
  };
}
