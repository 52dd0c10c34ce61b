/** The roles as people read them. */
import { STAFF_ROLES, type StaffRole } from '../../store/schema.ts';

export const ROLE_WORDS: Readonly<Record<StaffRole, { readonly name: string; readonly may: string }>> = {
  counselor: { name: '相談員', may: '相談を受け持ち、返事をします。集計も見られます。' },
  editor: { name: '編集者', may: '記事の編集のページと集計を見ます。相談は見られません。' },
  admin: { name: '管理者', may: 'すべてのページを使い、スタッフと設定を管理します。' },
};

export const ROLE_CHOICES = STAFF_ROLES.map((role) => ({ id: role, label: ROLE_WORDS[role].name }));
