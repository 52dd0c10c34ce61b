/** The frame of every page: skip link, navigation by role, the person signed in. */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { StaffRole } from '../../store/schema.ts';
import type { SignedIn } from '../env.ts';

const PLACES = [
  { id: 'queue', href: '/console', label: '相談の一覧', roles: ['counselor', 'admin'] },
  { id: 'reports', href: '/console/reports', label: '集計', roles: ['counselor', 'editor', 'admin'] },
  { id: 'editors', href: '/console/editors', label: '編集', roles: ['editor', 'admin'] },
  { id: 'staff', href: '/console/staff', label: 'スタッフ', roles: ['admin'] },
  { id: 'settings', href: '/console/settings', label: '設定', roles: ['admin'] },
  { id: 'audit', href: '/console/audit', label: '操作の記録', roles: ['admin'] },
] as const satisfies readonly { id: string; href: string; label: string; roles: readonly StaffRole[] }[];

export type Place = (typeof PLACES)[number]['id'] | 'account';

type PageProps = {
  readonly title: string;
  /** Where in the navigation the page stands. */
  readonly at: Place;
  readonly staff: SignedIn;
  /** `wide`: tables and the case page; `narrow`: forms and reading. */
  readonly width?: 'wide' | 'narrow';
  /** The page that this one was reached from, as a link above the title. */
  readonly back?: { readonly href: string; readonly label: string };
  readonly children: Child;
};

/** A page for somebody who is signed in. */
export function Page({ title, at, staff, width = 'wide', back, children }: PageProps) {
  return (
    <Document title={title}>
      <a class="skip" href="#main">
        本文へ移る
      </a>
      <header class="topbar">
        <a class="brand" href="/console">
          Hikkei <span>相談員</span>
        </a>
        <nav class="places" aria-label="おもなページ">
          <ul>
            {PLACES.filter((place) => (place.roles as readonly StaffRole[]).includes(staff.role)).map(
              (place) => (
                <li>
                  <a href={place.href} {...(place.id === at ? { 'aria-current': 'page' } : {})}>
                    {place.label}
                  </a>
                </li>
              ),
            )}
          </ul>
        </nav>
        <a class="me" href="/console/account" {...(at === 'account' ? { 'aria-current': 'page' } : {})}>
          {staff.name}
        </a>
      </header>
      <main id="main" class={`main main-${width}`} tabindex={-1}>
        {back ? (
          <p class="breadcrumb">
            <a href={back.href}>← {back.label}</a>
          </p>
        ) : null}
        <h1>{title}</h1>
        {children}
      </main>
    </Document>
  );
}

/** A page for somebody who is not: sign-in, invitations, errors. */
export function OutsidePage({ title, children }: { title: string; children: Child }) {
  return (
    <Document title={title}>
      <main id="main" class="main main-outside">
        <p class="brand">
          Hikkei <span>相談員</span>
        </p>
        <h1>{title}</h1>
        {children}
      </main>
    </Document>
  );
}

function Document({ title, children }: { title: string; children: Child }) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="ja">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>{title} - Hikkei</title>
          <link rel="icon" href="/console/assets/icon.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="/console/assets/console.css" />
          <script src="/console/assets/htmx.js" defer />
          <script src="/console/assets/console.js" defer />
        </head>
        <body>{children}</body>
      </html>
    </>
  );
}
