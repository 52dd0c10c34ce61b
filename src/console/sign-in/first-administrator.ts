/** The way in for the first person, printed by `npm start`. */
import { invitationLink } from '../../store/staff/invitations.ts';
import { inviteFirstAdministrator, type ManagingParts } from '../../store/staff/managing.ts';

/**
 * A one-time link at `origin` for the first administrator, a fresh one at each call; null once an administrator
 * has used theirs.
 */
export async function firstAdministratorLink(
  parts: ManagingParts & { readonly origin: string },
): Promise<string | null> {
  const token = await inviteFirstAdministrator(parts);
  return token === null ? null : invitationLink(parts.origin, token);
}
